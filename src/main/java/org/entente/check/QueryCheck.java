package org.entente.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.execution.Select;
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
    private final String code;
    private final Query query;
    private final String message;
    private final String advice;
    private final Severity severity;

    private QueryCheck(String code, Query query, String message, String advice, Severity severity) {
        this.code = code;
        this.query = query;
        this.message = message;
        this.advice = advice;
        this.severity = severity;
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

    List<Finding> run(DatasetGraph dataset, SourceLocations positions) {
        Rows rows = Select.on(dataset).rows(query);
        String thing = rows.columns().getFirst();
        List<Finding> findings = new ArrayList<>();
        for (Row row : rows.rows()) {
            Position at = row.node(thing).flatMap(positions::of).orElse(new Position("(derived)", 0, 0));
            String details = rows.columns().stream()
                    .flatMap(column -> row.node(column).stream())
                    .map(QueryCheck::text)
                    .collect(Collectors.joining(", "));
            findings.add(
                    new Finding(severity, at.file(), at.line(), at.column(), code, message + ": " + details, advice));
        }
        return findings;
    }

    /** "" where the header has no such key. */
    private static String value(Map<String, HeaderNode> header, String key) {
        return header.containsKey(key) ? header.get(key).scalar().orElse("") : "";
    }

    private static String text(Node node) {
        return node.isURI()
                ? TermSuggestions.compact(node.getURI())
                : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
