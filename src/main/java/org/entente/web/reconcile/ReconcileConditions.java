package org.entente.web.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.execution.Problem;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.EntityTypes;
import org.entente.reconcile.PropertyConstraint;
import org.entente.reconcile.PropertyConstraint.Quantifier;
import org.entente.reconcile.ReconciliationQuery;
import org.entente.reconcile.ReconciliationQuery.Strictness;

/** Reads a batch of queries in the draft of version 1.0: conditions on names, identifiers and properties. */
final class ReconcileConditions {
    private static final Set<String> FIELDS = Set.of("type", "limit", "lang", "dir", "conditions");

    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");

    private final List<String> names = new ArrayList<>();
    private boolean nameRequired;
    private final List<PropertyConstraint> constraints = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> notIds = new HashSet<>();

    private ReconcileConditions() {}

    /**
     * The queries, in the order of the batch.
     *
     * @param most largest number of queries
     * @throws Problem 400, 413 or 422 with the place of the error
     */
    static List<BatchEntry> read(String json, EntityTypes types, int most) {
        JsonNode batch = ReconcileInput.parse(json, "The batch");
        JsonNode queries = batch.path("queries");
        if (!batch.isObject() || !queries.isArray()) {
            throw ReconcileInput.invalid(
                    "queries", "must be a list in an object", "Send {\"queries\": [{\"conditions\": […]}]}");
        }
        ReconcileQueries.tooMany(queries.size(), most);
        List<BatchEntry> read = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            JsonNode query = queries.get(i);
            String where = "queries[" + i + "]";
            read.add(BatchEntry.of(() -> new ReconcileConditions().query(query, where, types)));
        }
        BatchEntry.requireOne(read);
        return read;
    }

    private ReconciliationQuery query(JsonNode node, String where, EntityTypes types) {
        if (!node.isObject()) {
            throw ReconcileInput.invalid(where, "must be an object", "Send {\"conditions\": […]}");
        }
        ReconcileInput.onlyFields(node, FIELDS, where);
        if (node.has("lang") && !node.get("lang").isTextual()) {
            throw ReconcileInput.invalid(where + ".lang", "must be a language tag", "Send \"de\", or leave it out");
        }
        if (node.has("dir") && !DIRECTIONS.contains(node.get("dir").asText())) {
            throw ReconcileInput.invalid(where + ".dir", "is unknown", "Send ltr, rtl or auto, or leave it out");
        }
        JsonNode conditions = node.path("conditions");
        if (!conditions.isArray() || conditions.isEmpty()) {
            throw ReconcileInput.invalid(
                    where + ".conditions",
                    "needs at least one condition",
                    "Send [{\"matchType\": \"name\", \"propertyValue\": \"…\"}]");
        }
        for (int i = 0; i < conditions.size(); i++) {
            condition(conditions.get(i), where + ".conditions[" + i + "]");
        }
        List<EntityType> wanted = new ArrayList<>();
        if (node.has("type")) {
            String at = where + ".type";
            wanted.add(ReconcileInput.type(ReconcileInput.text(node.get("type"), at), at, types));
        }
        int limit = ReconcileInput.limit(node.get("limit"), where + ".limit", ReconciliationQuery.DEFAULT_LIMIT);
        return new ReconciliationQuery(names, nameRequired, wanted, Strictness.ANY, limit, constraints, ids, notIds);
    }

    private void condition(JsonNode node, String where) {
        String matchType = node.path("matchType").asText("");
        if (!node.isObject() || !Set.of("name", "id", "property").contains(matchType)) {
            throw ReconcileInput.invalid(where + ".matchType", "is missing or unknown", "Send name, id or property");
        }
        if (!node.has("propertyValue")) {
            throw ReconcileInput.invalid(where + ".propertyValue", "is missing", "Give the value to match");
        }
        if (node.has("matchQualifier")) {
            throw Problem.of(
                            422,
                            "unknown-qualifier",
                            "Unknown match qualifier",
                            where + ".matchQualifier: this service supports none. Leave it out.")
                    .with("where", where + ".matchQualifier");
        }
        List<PropertyConstraint.Value> values =
                ReconcileInput.values(node.get("propertyValue"), where + ".propertyValue");
        Quantifier quantifier = quantifier(node, where);
        if (node.has("required") && !node.get("required").isBoolean()) {
            throw ReconcileInput.invalid(where + ".required", "must be true or false", "Leave it out for false");
        }
        boolean required = node.path("required").asBoolean(false);
        switch (matchType) {
            case "id" -> {
                Set<String> to = quantifier == Quantifier.NONE ? notIds : ids;
                values.forEach(v -> to.add(v.id() == null ? v.text() : v.id()));
            }
            case "name" -> {
                if (quantifier == Quantifier.ANY && names.isEmpty()) {
                    nameRequired = required;
                    values.stream()
                            .map(v -> v.text() == null ? v.id() : v.text())
                            .filter(v -> !v.isBlank())
                            .forEach(v -> names.add(v.strip()));
                } else {
                    constraints.add(
                            new PropertyConstraint(EntityProperty.ALTERNATE_NAME, values, quantifier, required));
                }
            }
            default -> {
                String at = where + ".propertyId";
                if (!node.has("propertyId")) {
                    throw ReconcileInput.invalid(at, "is missing", "Give the property");
                }
                EntityProperty property = ReconcileInput.property(ReconcileInput.text(node.get("propertyId"), at), at);
                constraints.add(new PropertyConstraint(property, values, quantifier, required));
            }
        }
    }

    private static Quantifier quantifier(JsonNode node, String where) {
        if (!node.has("matchQuantifier")) {
            return Quantifier.ANY;
        }
        try {
            return Quantifier.valueOf(node.path("matchQuantifier").asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ReconcileInput.invalid(where + ".matchQuantifier", "is unknown", "Send any, all or none");
        }
    }
}
