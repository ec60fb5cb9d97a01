package org.entente.annotate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.entente.text.Json;

/** Proposed cards as JSON: {@code {"cards": […]}}, each field as {@code {"value", "quote", "start"}}. */
public final class ProposedJson {
    private static final int MOST = 200;
    private static final int LONGEST = 300;

    private ProposedJson() {}

    /** @throws ProposerException if it is not what is expected; the message goes on after "The answer" */
    public static List<ProposedCard> read(String json) {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ProposerException("is no JSON: " + e.getOriginalMessage());
        }
        if (root == null || !root.isObject() || !root.path("cards").isArray()) {
            throw new ProposerException("has no list of cards; {\"cards\": []} is the least");
        }
        return list(root.path("cards"), "cards", ProposedJson::card);
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> each) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST) {
            throw new ProposerException("has “" + name + "” that is no list of at most " + MOST);
        }
        List<T> all = new ArrayList<>();
        node.forEach(one -> {
            if (!one.isObject()) {
                throw new ProposerException("has something in “" + name + "” that is no object");
            }
            all.add(each.apply(one));
        });
        return all;
    }

    private static ProposedCard card(JsonNode card) {
        return new ProposedCard(
                field(card, "kind"),
                field(card, "event"),
                field(card, "status"),
                field(card, "date"),
                list(card.path("places"), "places", place -> field(place, "places")),
                list(
                        card.path("participants"),
                        "participants",
                        who -> new ProposedCard.Who(field(who, "name"), field(who, "office"), field(who, "role"))));
    }

    private static ProposedCard.Field field(JsonNode of, String name) {
        JsonNode field = name.equals("places") ? of : of.path(name);
        if (field.isMissingNode() || field.isNull()) {
            return ProposedCard.Field.NONE;
        }
        if (!field.isObject()) {
            throw new ProposerException(
                    "has “" + name + "” without its words; write {\"value\": …, \"quote\": …, \"start\": …}");
        }
        JsonNode start = field.path("start");
        return new ProposedCard.Field(
                text(field, "value"),
                text(field, "quote"),
                start.canConvertToInt() ? Math.max(-1, start.intValue()) : -1);
    }

    private static String text(JsonNode field, String name) {
        JsonNode text = field.path(name);
        if (text.isMissingNode() || text.isNull()) {
            return "";
        }
        if (!text.isTextual() || text.textValue().length() > LONGEST) {
            throw new ProposerException("has a “" + name + "” that is no text of at most " + LONGEST + " characters");
        }
        return text.textValue();
    }

    /** The cards as they are read again. */
    public static String write(List<ProposedCard> cards) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode all = root.putArray("cards");
        for (ProposedCard card : cards) {
            ObjectNode each = all.addObject();
            put(each.putObject("kind"), card.kind());
            put(each.putObject("event"), card.event());
            put(each.putObject("status"), card.status());
            put(each.putObject("date"), card.date());
            ArrayNode places = each.putArray("places");
            card.places().forEach(place -> put(places.addObject(), place));
            ArrayNode people = each.putArray("participants");
            for (ProposedCard.Who who : card.participants()) {
                ObjectNode one = people.addObject();
                put(one.putObject("name"), who.name());
                put(one.putObject("office"), who.office());
                put(one.putObject("role"), who.role());
            }
        }
        return root.toString();
    }

    private static void put(ObjectNode to, ProposedCard.Field field) {
        to.put("value", field.value()).put("quote", field.quote()).put("start", field.start());
    }
}
