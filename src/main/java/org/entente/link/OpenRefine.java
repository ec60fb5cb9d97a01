package org.entente.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.link.Contribution.Source;

/**
 * Contributions as a table for OpenRefine, and the Wikibase schema that makes statements of its rows. A row is about a position, an event
 * or an identifier: its other columns are empty, and the schema passes them over. The columns {@code person}, {@code office}, {@code
 * event}, {@code participant}, {@code item} and {@code stated in} hold Qids: reconcile them with "use values as identifiers".
 */
public final class OpenRefine {
    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("person", "person label", "office", "office label", "start", "end", "in office on"),
                    Stream.of("event", "event label", "participant", "participant label"),
                    Stream.of("item", "item label"),
                    Arrays.stream(GivenProperty.values())
                            .filter(GivenProperty::isIdentifier)
                            .map(GivenProperty::column),
                    Stream.of("source", "stated in", "published", "retrieved", "checked"))
            .flatMap(columns -> columns)
            .toList();

    private OpenRefine() {}

    /** The table as CSV, one source a row, with what is about items outside the snapshot. */
    public static String table(Contributions contributions) {
        StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        contributions.all().forEach(one -> one.sources().forEach(source -> {
            Map<String, String> row = row(one, source);
            out.append(COLUMNS.stream()
                            .map(column -> cell(row.getOrDefault(column, "")))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }));
        return out.toString();
    }

    private static Map<String, String> row(Contribution one, Source source) {
        Map<String, String> row = new LinkedHashMap<>();
        switch (one.property()) {
            case POSITION -> {
                named(row, "person", one.subject(), one.subjectLabel());
                named(row, "office", one.value(), one.valueLabel());
                row.put("start", one.time().start());
                row.put("end", one.time().end());
                row.put("in office on", one.time().seen());
            }
            case PARTICIPANT -> {
                named(row, "event", one.subject(), one.subjectLabel());
                named(row, "participant", one.value(), one.valueLabel());
            }
            default -> {
                named(row, "item", one.subject(), one.subjectLabel());
                row.put(one.property().column(), one.value());
            }
        }
        row.put("source", source.address());
        row.put("stated in", source.item());
        row.put("published", source.published());
        row.put("retrieved", source.retrieved());
        row.put("checked", one.checked() ? "snapshot" : "no");
        return row;
    }

    private static void named(Map<String, String> row, String column, String qid, String label) {
        row.put(column, qid);
        row.put(column + " label", label);
    }

    /** The schema, in the JSON of OpenRefine's Wikibase extension. */
    public static String schema() {
        try (InputStream in =
                Objects.requireNonNull(OpenRefine.class.getResourceAsStream("/link/openrefine-schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
