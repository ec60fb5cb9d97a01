package org.entente.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.query.CannedQuery;
import org.entente.query.Column;
import org.entente.query.ColumnType;
import org.entente.vocab.Prefixes;

/**
 * Rows of SPARQL JSON results as plain objects: an IRI becomes its short id with the label beside it, a number a number, a list
 * of documents an array.
 */
final class RowsAnswer {
    private static final String LABEL = "Label";
    private static final String NUMBERS = "http://www.w3.org/2001/XMLSchema#(integer|decimal|double|float|int|long)";
    private static final String BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

    private final List<String> variables = new ArrayList<>();
    private final Optional<CannedQuery> query;

    /** @param query the canned query, which says what its columns mean */
    RowsAnswer(JsonNode results, Optional<CannedQuery> query) {
        results.at("/head/vars").forEach(name -> variables.add(name.asText()));
        this.query = query;
    }

    /** The rows, at most so many. */
    ArrayNode rows(JsonNode results, int most) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode binding : results.at("/results/bindings")) {
            if (rows.size() == most) {
                break;
            }
            rows.add(row(binding));
        }
        return rows;
    }

    private ObjectNode row(JsonNode binding) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (String name : variables) {
            if (!binding.has(name) || isLabel(name)) {
                continue;
            }
            row.set(name, value(name, binding));
        }
        return row;
    }

    private boolean isLabel(String name) {
        return name.endsWith(LABEL) && variables.contains(name.substring(0, name.length() - LABEL.length()));
    }

    private JsonNode value(String name, JsonNode binding) {
        JsonNode term = binding.get(name);
        String text = term.path("value").asText();
        if (type(name) == ColumnType.SOURCE && !term.path("type").asText().equals("uri")) {
            ArrayNode documents = JsonNodeFactory.instance.arrayNode();
            for (String document : text.split("\\s+")) {
                documents.add(Prefixes.compact(document));
            }
            return documents;
        }
        JsonNode label = binding.path(name + LABEL).path("value");
        if (term.path("type").asText().equals("uri")) {
            ObjectNode entity = JsonNodeFactory.instance.objectNode().put("id", Prefixes.compact(text));
            return label.isMissingNode() ? entity : entity.put("label", label.asText());
        }
        if (!label.isMissingNode()) {
            return JsonNodeFactory.instance.objectNode().put("value", text).put("label", label.asText());
        }
        return literal(text, term.path("datatype").asText());
    }

    private static JsonNode literal(String text, String datatype) {
        if (datatype.matches(NUMBERS) && text.matches("-?[0-9]{1,15}(\\.[0-9]+)?")) {
            return text.contains(".")
                    ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                    : JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        if (datatype.equals(BOOLEAN)) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true") || text.equals("1"));
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private ColumnType type(String name) {
        return query.flatMap(q -> q.header().columns().stream()
                        .filter(column -> column.name().equals(name))
                        .map(Column::type)
                        .findFirst())
                .orElse(ColumnType.ANY);
    }
}
