package org.entente.web.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.execution.Problem;
import org.entente.reconcile.CollectionState;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.Extension;
import org.entente.reconcile.Extension.Content;
import org.entente.reconcile.Extension.Settings;
import org.entente.text.ShortText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.web.page.Messages;

/**
 * A data extension query, with its answer in both versions of the API.
 *
 * @param ids the ids of the entities
 * @param properties the properties to fetch, with their settings
 */
record ReconcileExtend(List<String> ids, List<Requested> properties) {
    /** Largest number of entities in a query. */
    static final int MOST = 1_000;

    private static final Set<String> SETTINGS = Set.of("limit", "date", "certain", "language", "content");

    /** A property with its settings. */
    record Requested(EntityProperty property, Settings settings) {}

    /** @throws Problem 400, 413 or 422 with the place of the error */
    static ReconcileExtend read(String json) {
        JsonNode query = ReconcileInput.parse(json, "extend");
        if (!query.isObject()
                || !query.path("ids").isArray()
                || !query.path("properties").isArray()) {
            throw ReconcileInput.invalid(
                    "extend",
                    "needs ids and properties",
                    "Send {\"ids\": […], \"properties\": [{\"id\": \"office\"}]}");
        }
        if (query.path("ids").size() > MOST) {
            throw Problem.of(
                            413,
                            "batch-too-large",
                            "Too many entities",
                            "At most " + MOST + " entities per query. Send several queries.")
                    .with("limit", MOST);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < query.path("ids").size(); i++) {
            ids.add(ReconcileInput.text(query.path("ids").get(i), "ids[" + i + "]"));
        }
        List<Requested> requested = new ArrayList<>();
        for (int i = 0; i < query.path("properties").size(); i++) {
            JsonNode property = query.path("properties").get(i);
            String where = "properties[" + i + "]";
            if (!property.path("id").isTextual()) {
                throw ReconcileInput.invalid(where + ".id", "is missing", "Give the property");
            }
            requested.add(new Requested(
                    ReconcileInput.property(property.path("id").textValue(), where + ".id"),
                    settings(property.path("settings"), where + ".settings")));
        }
        Set<EntityProperty> once = new HashSet<>();
        for (int i = 0; i < requested.size(); i++) {
            // In version 0.2 a row has only one cell for each property.
            if (!once.add(requested.get(i).property())) {
                throw ReconcileInput.invalid(
                        "properties[" + i + "].id", "is given twice", "Send one query for each setting of a property");
            }
        }
        return new ReconcileExtend(List.copyOf(ids), requested);
    }

    private static Settings settings(JsonNode node, String where) {
        if (node.isMissingNode() || node.isNull()) {
            return Settings.NONE;
        }
        if (!node.isObject()) {
            throw ReconcileInput.invalid(where, "must be an object", "Send {\"limit\": 1}");
        }
        for (Map.Entry<String, JsonNode> setting : node.properties()) {
            if (!SETTINGS.contains(setting.getKey())) {
                throw ReconcileInput.invalid(
                        where + "." + ShortText.of(setting.getKey(), 60),
                        "is not a setting",
                        "The settings are "
                                + String.join(", ", SETTINGS.stream().sorted().toList()) + ", as the manifest says");
            }
        }
        String date = node.path("date").asText("").strip();
        String language = node.path("language").asText("").strip();
        return new Settings(
                number(node.path("limit"), where + ".limit"),
                date.isEmpty() ? Optional.empty() : Optional.of(date(date, where + ".date")),
                isSet(node.path("certain")),
                content(node.path("content").asText("entity"), where + ".content"),
                language.isEmpty() ? Optional.empty() : Optional.of(language));
    }

    /** A number, or a text with a number as OpenRefine sends it; no limit if it is missing. */
    private static int number(JsonNode node, String where) {
        String text = node.asText("").strip();
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,9}(\\.0+)?")) {
            throw ReconcileInput.invalid(where, "must be a whole number", "0 means all");
        }
        return (int) Double.parseDouble(text);
    }

    /** Whether a setting is true; a checkbox in a form sends "on". */
    private static boolean isSet(JsonNode node) {
        return node.isBoolean()
                ? node.booleanValue()
                : Set.of("on", "true", "1").contains(node.asText("").toLowerCase(Locale.ROOT));
    }

    private static org.entente.time.TimeBounds date(String text, String where) {
        try {
            return Edtf.parse(text).bounds();
        } catch (EdtfException e) {
            throw ReconcileInput.invalid(where, "is not a date", "Write it as 2015, 2015-06 or 2015-06-09 (EDTF)");
        }
    }

    private static Content content(String text, String where) {
        try {
            return Content.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ReconcileInput.invalid(where, "is unknown", "Send entity, name, id or iri");
        }
    }

    ObjectNode answer02(CollectionState state, Messages text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("meta", meta(state, text));
        ObjectNode rows = answer.putObject("rows");
        Extension extension = new Extension(state, text.language());
        for (String id : ids) {
            ObjectNode row = rows.putObject(id);
            for (Requested one : properties) {
                row.set(one.property().id(), values(extension, id, one));
            }
        }
        return answer;
    }

    ObjectNode answer10(CollectionState state, Messages text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("meta", meta(state, text));
        ArrayNode rows = answer.putArray("rows");
        Extension extension = new Extension(state, text.language());
        for (String id : ids) {
            ArrayNode row = rows.addObject().put("id", id).putArray("properties");
            for (Requested one : properties) {
                row.addObject().put("id", one.property().id()).set("values", values(extension, id, one));
            }
        }
        return answer;
    }

    private ArrayNode meta(CollectionState state, Messages text) {
        ArrayNode meta = JsonNodeFactory.instance.arrayNode();
        ReconcileJson json = new ReconcileJson(text, false);
        for (Requested one : properties) {
            ObjectNode column = meta.addObject().put("id", one.property().id()).put("name", json.name(one.property()));
            if (one.settings().content() == Content.ENTITY) {
                one.property().valueType().flatMap(state.types()::named).ifPresent(type -> column.putObject("type")
                        .put("id", type.id())
                        .put("name", type.label(text.language())));
            }
        }
        return meta;
    }

    private static ArrayNode values(Extension extension, String id, Requested one) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (Extension.Value value : extension.values(id, one.property(), one.settings())) {
            switch (value) {
                case Extension.Value.Entity entity ->
                    values.addObject().put("id", entity.id()).put("name", entity.name());
                case Extension.Value.Day day -> values.addObject().put("date", day.day() + "T00:00:00Z");
                case Extension.Value.Text text -> values.addObject().put("str", text.text());
            }
        }
        return values;
    }
}
