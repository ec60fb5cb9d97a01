package org.entente.web.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.query.ParameterSchema;
import org.entente.text.Json;
import org.jspecify.annotations.Nullable;

/** The JSON Schemas of what tools take and give. */
final class ToolSchemas {
    /** Most rows in one answer: a language model reads all of them. */
    static final int MOST_ROWS = 200;
    /** Rows in an answer if the model does not say how many. */
    static final int ROWS = 25;

    private ToolSchemas() {}

    /** The arguments of a canned query: its parameters, the language and the page. */
    static Map<String, Object> input(CannedQuery query) {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        for (Parameter parameter : query.header().parameters()) {
            ObjectNode described = ParameterSchema.of(parameter);
            described.put("description", ParameterSchema.description(parameter, "en"));
            properties.set(parameter.name(), described);
            if (parameter.required()) {
                schema.withArray("/required").add(parameter.name());
            }
        }
        text(properties, "lang", "Language of labels: en, de, ru, kk …").put("pattern", "^[a-z]{2,3}$");
        number(properties, "page", "Page of the rows, from 1", 1).put("minimum", 1);
        number(properties, "limit", "Rows per page", ROWS).put("minimum", 1).put("maximum", MOST_ROWS);
        schema.put("additionalProperties", false);
        return map(schema);
    }

    /** What a tool gives: rows, or the answer of another address, with where it comes from. */
    static Map<String, Object> output(ToolDefinition tool) {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        text(properties, "url", "Address of this answer, to be opened or cited");
        text(properties, "release", "State of the collection that answered");
        coverage(properties.putObject("coverage"));
        text(properties, "note", "What it means that nothing was found, or that there is more");
        schema.putArray("required").add("url").add("coverage");
        if (tool.path() != null) {
            properties.putObject("answer").put("description", "The answer, if it has no rows");
        }
        if (tool.query() != null || tool.arrays().isEmpty()) {
            ObjectNode rows = properties.putObject("rows").put("type", "array");
            rows.put(
                    "description",
                    "One object for each row; an entity has id and label, sources is an array of documents");
            rows.putObject("items").put("type", "object");
            number(properties, "count", "Rows in this answer", null);
            properties
                    .putObject("more")
                    .put("type", "boolean")
                    .put("description", "Whether there are more rows than these");
        }
        return map(schema);
    }

    private static void coverage(ObjectNode schema) {
        schema.put("type", "object").put("description", "How much was searched, and how much a count may have missed");
        ObjectNode properties = schema.putObject("properties");
        for (String name : new String[] {"sources", "persons", "meetings"}) {
            properties.putObject(name).put("type", "integer");
        }
        text(properties, "from", "First year with data");
        text(properties, "to", "Last year with data");
        text(properties, "counted", "What the answer counts: event, person, agreement, encounter");
        number(properties, "observed", "Things that the answer counts and sources report", null);
        number(properties, "once", "Of these, reported by exactly one independent source", null);
        number(properties, "twice", "Of these, reported by exactly two", null);
        number(properties, "documents", "Independent sources that report any of them", null);
        number(properties, "atLeast", "Lower bound of the number of all such things, where one can be given", null);
        properties
                .putObject("interval")
                .put("type", "array")
                .put("description", "Log-normal 95 % interval of the lower bound")
                .putObject("items")
                .put("type", "integer");
        properties
                .putObject("conditions")
                .put("type", "array")
                .put("description", "Under which conditions, or why there is no lower bound: say them with the number")
                .putObject("items")
                .put("type", "string");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode number(ObjectNode properties, String name, String description, @Nullable Integer usual) {
        ObjectNode schema = properties.putObject(name).put("type", "integer").put("description", description);
        return usual == null ? schema : schema.put("default", usual);
    }

    private static Map<String, Object> map(ObjectNode schema) {
        return Json.MAPPER.convertValue(schema, new TypeReference<>() {});
    }
}
