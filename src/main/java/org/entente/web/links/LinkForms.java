package org.entente.web.links;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.execution.Problem;
import org.entente.link.LinkRequest;
import org.entente.link.LinkState;
import org.entente.text.Json;
import org.entente.text.ShortText;
import org.entente.vocab.Prefixes;

/** Reads decisions about links, from a form or from JSON. */
final class LinkForms {
    private static final int MOST = 500;
    private static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of("entity", "qid", "state", "by", "why", "evidence", "seen"));

    private static final Pattern ITEM = Pattern.compile(
            "(?:https?://(?:www|m)\\.wikidata\\.org/(?:wiki|entity)/|wd:|wikidata:)?([Qq][1-9][0-9]{0,17})");

    private LinkForms() {}

    /**
     * The decisions of a form. The field "person:albert-rau Q1" holds the decision, "why person:albert-rau Q1" its
     * reason if it differs from the common one, and "seen person:albert-rau Q1" the state that the page showed. The field
     * "item person:albert-rau" holds another item that is accepted, by its Qid or its address.
     */
    static List<LinkRequest> form(Map<String, String> fields) {
        List<LinkRequest> requests = new ArrayList<>();
        String by = fields.getOrDefault("by", "");
        fields.forEach((field, chosen) -> {
            if (field.startsWith("item ") && !chosen.isBlank()) {
                requests.add(item(field.substring("item ".length()), chosen, by, fields.getOrDefault("why", "")));
                return;
            }
            if (chosen.isBlank() || !field.matches("[a-z]+:\\S+ Q\\S+")) {
                return;
            }
            String own = fields.getOrDefault("why " + field, "");
            String why = own.isBlank() ? fields.getOrDefault("why", "") : own;
            String[] parts = field.split(" ");
            LinkRequest request = LinkRequest.of(iri(parts[0]), parts[1], state(chosen), by, why)
                    .withEvidence(fields.getOrDefault("evidence " + field, ""));
            String seen = fields.get("seen " + field);
            requests.add(seen == null ? request : request.seen(seen));
        });
        // The fields come in the order of the page. Acceptances go last, so that withdrawing one item and accepting
        // another works whichever comes first.
        requests.sort(Comparator.comparing((LinkRequest r) -> r.state() == LinkState.ACCEPTED));
        return most(requests);
    }

    private static LinkRequest item(String entity, String written, String by, String why) {
        return LinkRequest.of(iri(entity), qid(written), LinkState.ACCEPTED, by, why);
    }

    /**
     * The Qid that somebody wrote: as such, or as the address of the item.
     *
     * @throws Problem 422 if it is none
     */
    static String qid(String written) {
        Matcher found = ITEM.matcher(written.strip());
        if (!found.matches()) {
            throw Problem.of(
                            422,
                            "parameter",
                            "This is not a Q number",
                            "\"" + ShortText.of(written.strip(), 60)
                                    + "\" is not a Q number of Wikidata. Write it like Q232, or paste the item's address.")
                    .with("parameter", "item");
        }
        return found.group(1).toUpperCase(Locale.ROOT);
    }

    /** One decision, or {@code {"decisions": […]}}. */
    static List<LinkRequest> json(String text) {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("The body is not JSON: " + e.getOriginalMessage() + ".");
        }
        if (root == null || !root.isObject()) {
            throw Problem.badRequest(
                    "Send a JSON object: {\"entity\": \"person:…\", \"qid\": \"Q…\", \"state\": \"accepted\","
                            + " \"by\": \"…\", \"why\": \"…\"}, or several as {\"decisions\": […]}.");
        }
        List<LinkRequest> requests = new ArrayList<>();
        if (root.has("decisions")) {
            known(root, Set.of("decisions"));
            if (!root.get("decisions").isArray() || root.get("decisions").isEmpty()) {
                throw wrong("decisions", "The field \"decisions\" must be a list with at least one decision.");
            }
            root.get("decisions").forEach(one -> requests.add(one(one)));
        } else {
            requests.add(one(root));
        }
        return most(requests);
    }

    private static LinkRequest one(JsonNode node) {
        if (!node.isObject()) {
            throw wrong(
                    "decisions", "Every decision must be an object with the fields " + String.join(", ", FIELDS) + ".");
        }
        known(node, FIELDS);
        LinkRequest request = LinkRequest.of(
                        iri(text(node, "entity")),
                        text(node, "qid"),
                        state(text(node, "state")),
                        text(node, "by"),
                        text(node, "why"))
                .withEvidence(text(node, "evidence"));
        return node.has("seen") ? request.seen(text(node, "seen")) : request;
    }

    /** Refuses unknown fields: ignoring one could change the meaning of a decision. */
    private static void known(JsonNode node, Set<String> fields) {
        node.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw wrong(
                        field, "The field \"" + field + "\" is unknown. Available: " + String.join(", ", fields) + ".");
            }
        });
    }

    private static Problem wrong(String field, String detail) {
        return Problem.badRequest(detail).with("parameter", field);
    }

    private static List<LinkRequest> most(List<LinkRequest> requests) {
        if (requests.size() > MOST) {
            throw Problem.parameter("decisions", "at most " + MOST + " at a time");
        }
        return requests;
    }

    private static LinkState state(String word) {
        return LinkState.named(word).orElseThrow(() -> Problem.parameter("state", "one of " + LinkState.words()));
    }

    /** The IRI of a CURIE or IRI; any other text is returned as it is and will not be found. */
    static String iri(String text) {
        return Prefixes.expand(text).orElse(text);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw Problem.parameter(field, "a text");
        }
        return value.asText("");
    }
}
