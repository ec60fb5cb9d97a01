package org.entente.web.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.execution.Problem;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.EntityTypes;
import org.entente.reconcile.PropertyConstraint;
import org.entente.reconcile.ReconciliationQuery;
import org.entente.reconcile.ReconciliationQuery.Strictness;
import org.entente.text.ShortText;

/** Reads a batch of queries in version 0.2. */
final class ReconcileQueries {
    private static final Set<String> FIELDS = Set.of("query", "type", "limit", "properties", "type_strict");
    private static final Map<String, Strictness> STRICTNESS =
            Map.of("any", Strictness.ANY, "should", Strictness.SHOULD, "all", Strictness.ALL);

    private ReconcileQueries() {}

    /**
     * The queries by the keys of the client.
     *
     * @throws Problem 400, 413 or 422 with the place of the error
     */
    static Map<String, BatchEntry> read(String json, EntityTypes types, int most) {
        JsonNode batch = ReconcileInput.parse(json, "queries");
        if (!batch.isObject()) {
            throw ReconcileInput.invalid(
                    "queries", "must be an object", "Send {\"q0\": {\"query\": \"…\"}, \"q1\": …}");
        }
        tooMany(batch.size(), most);
        Map<String, BatchEntry> queries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : batch.properties()) {
            String where = ShortText.of(entry.getKey(), 60);
            queries.put(entry.getKey(), BatchEntry.of(() -> query(entry.getValue(), where, types)));
        }
        BatchEntry.requireOne(queries.values());
        return queries;
    }

    static void tooMany(int size, int most) {
        if (size > most) {
            throw Problem.of(
                            413,
                            "batch-too-large",
                            "Too many queries in the batch",
                            "A batch can have at most " + most + " queries, this one has " + size
                                    + ". Send several batches; the maximum is batchSize in the manifest.")
                    .with("limit", most);
        }
    }

    private static ReconciliationQuery query(JsonNode node, String where, EntityTypes types) {
        if (!node.isObject()) {
            throw ReconcileInput.invalid(where, "must be an object", "Send {\"query\": \"…\"}");
        }
        ReconcileInput.onlyFields(node, FIELDS, where);
        List<PropertyConstraint> constraints = constraints(node.path("properties"), where + ".properties");
        boolean named = node.has("query");
        String name =
                named ? ReconcileInput.name(node.get("query"), where + ".query").strip() : "";
        if (!named && constraints.isEmpty()) {
            throw ReconcileInput.invalid(where, "is empty", "Give query, or properties with at least one value");
        }
        Strictness strictness = Strictness.ANY;
        if (node.has("type_strict")) {
            strictness = STRICTNESS.get(ReconcileInput.text(node.get("type_strict"), where + ".type_strict"));
            if (strictness == null) {
                throw ReconcileInput.invalid(where + ".type_strict", "is unknown", "Send any, should or all");
            }
        }
        return new ReconciliationQuery(
                name.isEmpty() ? List.of() : List.of(name),
                false,
                types(node.path("type"), where + ".type", types),
                strictness,
                ReconcileInput.limit(node.get("limit"), where + ".limit", ReconciliationQuery.DEFAULT_LIMIT),
                constraints,
                Set.of(),
                Set.of());
    }

    private static List<EntityType> types(JsonNode node, String where, EntityTypes known) {
        List<EntityType> types = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String at = where + "[" + i + "]";
                types.add(ReconcileInput.type(ReconcileInput.text(node.get(i), at), at, known));
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            String id = ReconcileInput.text(node, where);
            if (!id.isBlank()) {
                types.add(ReconcileInput.type(id, where, known));
            }
        }
        return types;
    }

    private static List<PropertyConstraint> constraints(JsonNode node, String where) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw ReconcileInput.invalid(where, "must be a list", "Send [{\"pid\": \"country\", \"v\": \"…\"}]");
        }
        List<PropertyConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode constraint = node.get(i);
            String at = where + "[" + i + "]";
            if (!constraint.isObject() || !constraint.has("pid") || !constraint.has("v")) {
                throw ReconcileInput.invalid(at, "needs pid and v", "Send {\"pid\": \"country\", \"v\": \"…\"}");
            }
            constraints.add(PropertyConstraint.of(
                    ReconcileInput.property(ReconcileInput.text(constraint.get("pid"), at + ".pid"), at + ".pid"),
                    ReconcileInput.values(constraint.get("v"), at + ".v")));
        }
        return constraints;
    }
}
