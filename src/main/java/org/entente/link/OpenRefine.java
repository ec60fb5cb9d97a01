package org.entente.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.wikidata.WikidataProperties;

/**
 * The positions and participants that Wikidata lacks as a table for OpenRefine, and the Wikibase schema that makes statements of its rows.
 * A row is about a position or about an event: its other columns are empty, and the schema passes them over. The columns {@code person},
 * {@code office}, {@code event}, {@code participant} and {@code stated in} hold Qids: reconcile them with "use values as identifiers".
 */
public final class OpenRefine {
    private static final List<String> COLUMNS = List.of(
            "person",
            "person label",
            "office",
            "office label",
            "start",
            "end",
            "event",
            "event label",
            "participant",
            "participant label",
            "source",
            "stated in",
            "published",
            "retrieved",
            "checked");

    private OpenRefine() {}

    /** The table as CSV, one source a row. */
    public static String table(QuickStatements statements) {
        StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        statements.statements().forEach(statement -> statement.sources().forEach(source -> {
            Stream<String> about = statement.property().equals(WikidataProperties.POSITION)
                    ? Stream.concat(
                            Stream.concat(named(statement), Stream.of(statement.start(), statement.end())), empty(4))
                    : Stream.concat(empty(6), named(statement));
            Stream<String> cited = Stream.of(
                    source.address(),
                    source.item(),
                    source.published(),
                    source.retrieved(),
                    statement.checked() ? "snapshot" : "no");
            out.append(Stream.concat(about, cited).map(OpenRefine::cell).collect(Collectors.joining(",")))
                    .append('\n');
        }));
        return out.toString();
    }

    private static Stream<String> named(QuickStatements.Statement statement) {
        return Stream.of(statement.subject(), statement.subjectLabel(), statement.value(), statement.valueLabel());
    }

    private static Stream<String> empty(int columns) {
        return Stream.generate(() -> "").limit(columns);
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
