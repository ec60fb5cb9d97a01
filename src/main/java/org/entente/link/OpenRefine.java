package org.entente.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.wikidata.WikidataProperties;

/**
 * The positions that Wikidata lacks as a table for OpenRefine, and the Wikibase schema that makes statements of its rows. Its columns
 * {@code person} and {@code office} hold Qids: reconcile them with "use values as identifiers".
 */
public final class OpenRefine {
    private static final List<String> COLUMNS = List.of(
            "person", "person label", "office", "office label", "start", "end", "source", "published", "checked");

    private OpenRefine() {}

    /** The table as CSV, one source a row; sources that are items of their own are left out, since the schema cites addresses. */
    public static String table(QuickStatements statements) {
        StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        statements.statements().stream()
                .filter(s -> s.property().equals(WikidataProperties.POSITION))
                .forEach(s -> s.sources().stream()
                        .filter(source -> !source.address().isEmpty())
                        .forEach(source -> out.append(List.of(
                                                s.subject(),
                                                s.subjectLabel(),
                                                s.value(),
                                                s.valueLabel(),
                                                s.start(),
                                                s.end(),
                                                source.address(),
                                                source.published(),
                                                s.checked() ? "snapshot" : "no")
                                        .stream()
                                        .map(OpenRefine::cell)
                                        .collect(Collectors.joining(",")))
                                .append('\n')));
        return out.toString();
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
