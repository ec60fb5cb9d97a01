package org.entente.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.entente.store.SourceLocations;
import org.entente.store.SourceLocations.Position;

/**
 * A check is a query whose rows are what is wrong; no rows is good. Its header ({@code #+} lines, YAML) says {@code message},
 * {@code advice} and {@code severity} (error, warning, note). The first variable of a row is the thing that the finding is about;
 * the others are shown with the message.
 */
final class QueryCheck {
    private static final String HEADER = "#+";

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

    static List<QueryCheck> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".rq"))
                    .sorted()
                    .map(QueryCheck::readCheck)
                    .toList();
        } catch (IOException e) {
            throw new CheckException("The checks in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static QueryCheck readCheck(Path file) {
        String name = file.getFileName().toString();
        try {
            String text = Files.readString(file);
            String yaml = text.lines()
                    .filter(l -> l.startsWith(HEADER))
                    .map(l -> l.substring(HEADER.length()))
                    .collect(Collectors.joining("\n"));
            JsonNode header = new YAMLMapper().readTree(yaml.stripIndent());
            Query query = QueryFactory.create(text);
            if (!query.isSelectType() || !header.hasNonNull("message") || !header.hasNonNull("severity")) {
                throw new CheckException(
                        name + ": a check must be a SELECT query with message and severity in its header", null);
            }
            return new QueryCheck(
                    name.replaceFirst("\\.rq$", ""),
                    query,
                    header.get("message").asText(),
                    header.path("advice").asText(""),
                    Severity.valueOf(header.get("severity").asText().toUpperCase(java.util.Locale.ROOT)));
        } catch (QueryException | JsonProcessingException | IllegalArgumentException e) {
            throw new CheckException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<Finding> run(DatasetGraph dataset, SourceLocations positions) {
        List<Finding> findings = new ArrayList<>();
        List<Var> variables = query.getProjectVars();
        try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
            RowSet rows = exec.select();
            while (rows.hasNext()) {
                Binding row = rows.next();
                Node thing = row.get(variables.getFirst());
                Position at = positions.of(thing).orElse(new Position("(derived)", 0, 0));
                String details = variables.stream()
                        .map(row::get)
                        .filter(java.util.Objects::nonNull)
                        .map(QueryCheck::text)
                        .collect(Collectors.joining(", "));
                findings.add(new Finding(
                        severity, at.file(), at.line(), at.column(), code, message + ": " + details, advice));
            }
        }
        return findings;
    }

    private static String text(Node node) {
        return node.isURI()
                ? TermSuggestions.compact(node.getURI())
                : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
