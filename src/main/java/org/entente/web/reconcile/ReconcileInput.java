package org.entente.web.reconcile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.execution.Problem;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.EntityTypes;
import org.entente.reconcile.PropertyConstraint;
import org.entente.store.NameIndex;
import org.entente.text.NearWords;
import org.entente.text.ShortText;

/** Reads JSON for both versions of the API. Each error names its place and what to send instead. */
final class ReconcileInput {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    /** Largest number of values in a constraint. */
    private static final int MOST_VALUES = 100;
    /** Longer texts are not names, and would be slow to compare, in characters. */
    static final int MOST_LETTERS = NameIndex.LONGEST;

    private ReconcileInput() {}

    /** @throws Problem 400 with line and column if the text is not JSON */
    static JsonNode parse(String text, String what) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw invalid(what, "is empty", "Send JSON");
            }
            return node;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            String message = e.getOriginalMessage().split("\\R")[0];
            throw Problem.of(
                            400,
                            "json-syntax",
                            "The JSON cannot be read",
                            what + ": " + message + (message.endsWith(".") ? "" : ".") + " Correct it at line " + line
                                    + ", column " + column + ", and send it again.")
                    .with("line", line)
                    .with("column", column);
        }
    }

    /** A 400 with the place of the error. */
    static Problem invalid(String where, String wrong, String instead) {
        return Problem.of(
                        400,
                        "reconciliation-request",
                        "Invalid reconciliation request",
                        where + " " + wrong + ". " + instead + ".")
                .with("where", where);
    }

    static Problem unknown(String where, String kind, String given, Collection<String> known) {
        List<String> near = NearWords.of(local(given), known, 3);
        return Problem.of(
                        422,
                        "unknown-" + kind,
                        "This " + kind + " is unknown",
                        where + ": there is no " + kind + " \"" + ShortText.of(given, 60) + "\". "
                                + (near.isEmpty() ? "" : "Near: " + String.join(", ", near) + ". ")
                                + "GET /reconcile/suggest/" + kind + "List all with ?prefix=.")
                .with("where", where)
                .with("given", given)
                .with("near", near);
    }

    static void onlyFields(JsonNode object, Set<String> allowed, String where) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!allowed.contains(field.getKey())) {
                throw invalid(
                        where + "." + ShortText.of(field.getKey(), 60),
                        "is not a field of the API",
                        "The fields are "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    static String text(JsonNode node, String where) {
        if (!node.isTextual()) {
            throw invalid(where, "must be a text", "Put it in quotation marks");
        }
        if (node.textValue().length() > MOST_LETTERS) {
            throw invalid(where, "has more than " + MOST_LETTERS + " letters", "Send a name, not a text");
        }
        return node.textValue();
    }

    /** A name. A text that is too long for a name finds nothing, but does not make the batch fail. */
    static String name(JsonNode node, String where) {
        if (!node.isTextual()) {
            throw invalid(where, "must be a text", "Put it in quotation marks");
        }
        return node.textValue();
    }

    static int limit(JsonNode node, String where, int otherwise) {
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isNumber() || node.doubleValue() < 1 || node.doubleValue() != Math.floor(node.doubleValue())) {
            throw invalid(where, "must be a whole number from 1", "Leave it out for " + otherwise);
        }
        return (int) Math.min(node.doubleValue(), Integer.MAX_VALUE);
    }

    static EntityType type(String id, String where, EntityTypes types) {
        return types.named(id)
                .orElseThrow(() -> unknown(
                        where,
                        "type",
                        id,
                        types.all().stream().map(EntityType::id).toList()));
    }

    static EntityProperty property(String id, String where) {
        return EntityProperty.of(id).orElseThrow(() -> unknown(where, "property", id, EntityProperty.ids()));
    }

    /** One or more values: texts, numbers, booleans or entities. */
    static List<PropertyConstraint.Value> values(JsonNode node, String where) {
        List<PropertyConstraint.Value> values = new ArrayList<>();
        if (node.isArray()) {
            if (node.size() > MOST_VALUES) {
                throw invalid(where, "has more than " + MOST_VALUES + " values", "Send the most important ones");
            }
            for (int i = 0; i < node.size(); i++) {
                values.add(value(node.get(i), where + "[" + i + "]"));
            }
        } else {
            values.add(value(node, where));
        }
        return values;
    }

    private static PropertyConstraint.Value value(JsonNode node, String where) {
        if (node.isObject()) {
            if (!node.path("id").isTextual()) {
                throw invalid(where + ".id", "is missing", "An entity has the form {\"id\": …, \"name\": …}");
            }
            String name = node.path("name").isTextual() ? node.path("name").textValue() : "";
            return new PropertyConstraint.Value(name, text(node.get("id"), where + ".id"));
        }
        if (node.isTextual()) {
            // A cell may hold a long text. The batch does not fail for it; only the beginning is compared.
            String text = node.textValue();
            return PropertyConstraint.Value.of(text.substring(0, Math.min(text.length(), MOST_LETTERS)));
        }
        if (node.isNumber() || node.isBoolean()) {
            return PropertyConstraint.Value.of(node.asText());
        }
        throw invalid(where, "is not a value", "Send a text, a number, true, false, or an entity {\"id\": …}");
    }

    /** The id without its prefix, so that suggestions are found for a misspelt term. */
    private static String local(String id) {
        return id.substring(Math.max(id.lastIndexOf('#'), Math.max(id.lastIndexOf(':'), id.lastIndexOf('/'))) + 1);
    }
}
