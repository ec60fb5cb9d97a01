package org.entente.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.entente.sparql.HeaderNode;
import org.entente.sparql.QueryFile;
import org.entente.store.SourceLocations;
import org.entente.store.SourceLocations.Position;
import org.entente.vocab.IdSpaces;

/**
 * A check is a query whose rows are what is wrong; no rows is good. Its header ({@code #+} lines, YAML) says {@code message},
 * {@code advice} and {@code severity} (error, warning, note). The first variable of a row is the thing that the finding is about;
 * the others are shown with the message.
 */
final class QueryCheck {
    /** Of a longer text, such as a list of thousands of reports, a finding shows the beginning. */
    private static final int LONG = 1_000;

    private final String code;
    private final Query query;
    private final String message;
    private final String advice;
    private final Severity severity;
    private final KeptRows rows;

    private QueryCheck(String code, Query query, String message, String advice, Severity severity) {
        this.code = code;
        this.query = query;
        this.message = message;
        this.advice = advice;
        this.severity = severity;
        this.rows = new KeptRows(query, code);
    }

    /** @param ids name space of the things of the collection */
    static List<QueryCheck> read(Path folder, String ids) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".rq"))
                    .sorted()
                    .map(file -> readCheck(file, ids))
                    .toList();
        } catch (IOException e) {
            throw new CheckException("The checks in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static QueryCheck readCheck(Path file, String ids) {
        String name = file.getFileName().toString();
        try {
            List<String> lines = Files.readAllLines(file);
            QueryFile text = QueryFile.of(lines);
            if (!text.strays().isEmpty()) {
                throw new CheckException(name + ": a #+ line after the end of the header");
            }
            Map<String, HeaderNode> header = text.header().fields().orElseThrow();
            Query query = QueryFactory.create(IdSpaces.in(String.join("\n", lines), ids));
            if (!query.isSelectType()
                    || value(header, "message").isEmpty()
                    || value(header, "severity").isEmpty()) {
                throw new CheckException(
                        name + ": a check must be a SELECT query with message and severity in its header");
            }
            return new QueryCheck(
                    name.replaceFirst("\\.rq$", ""),
                    query,
                    value(header, "message"),
                    value(header, "advice"),
                    Severity.valueOf(value(header, "severity").toUpperCase(java.util.Locale.ROOT)));
        } catch (QueryException | HeaderNode.Malformed | IllegalArgumentException e) {
            throw new CheckException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The one of these that says the same: it goes on with what it knows. This one if there is none. */
    QueryCheck orKnown(List<QueryCheck> others) {
        return others.stream().filter(this::saysTheSame).findFirst().orElse(this);
    }

    private boolean saysTheSame(QueryCheck other) {
        return code.equals(other.code)
                && query.equals(other.query)
                && message.equals(other.message)
                && advice.equals(other.advice)
                && severity == other.severity;
    }

    /** Findings about a state, of which only what differs from the one before it is asked about. */
    List<Finding> check(Compared state, SourceLocations positions) {
        return rows.in(state)
                .map(row -> finding(row, positions))
                .sorted(Comparator.comparing(Finding::message))
                .toList();
    }

    private Finding finding(List<Optional<Node>> row, SourceLocations positions) {
        Position at = row.getFirst().flatMap(positions::of).orElse(new Position("(derived)", 0, 0));
        String details =
                row.stream().flatMap(Optional::stream).map(QueryCheck::text).collect(Collectors.joining(", "));
        return new Finding(severity, at.file(), at.line(), at.column(), code, message + ": " + details, advice);
    }

    /** "" where the header has no such key. */
    private static String value(Map<String, HeaderNode> header, String key) {
        return header.containsKey(key) ? header.get(key).scalar().orElse("") : "";
    }

    private static String text(Node node) {
        String text = node.isURI()
                ? TermSuggestions.compact(node.getURI())
                : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        return text.codePointCount(0, text.length()) > LONG
                ? text.substring(0, text.offsetByCodePoints(0, LONG)) + " …"
                : text;
    }
}
