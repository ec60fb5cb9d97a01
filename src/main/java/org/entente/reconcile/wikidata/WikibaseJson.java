package org.entente.reconcile.wikidata;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads entities in Wikibase's JSON, as dumps have them and as {@code Special:EntityData} answers. */
final class WikibaseJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern QID = Pattern.compile("Q[1-9][0-9]{0,17}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
    private static final Pattern TIME = Pattern.compile("\\+0*([0-9]{4})-([0-9]{2})-([0-9]{2})T.*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`\\x00-\\x20]+");

    private WikibaseJson() {}

    /**
     * The items in one JSON value: an entity, or {@code {"entities": {…}}}. Properties and lexemes are left out.
     *
     * @throws WikidataException if the text is not JSON or not of this shape; the message says where
     */
    static List<WikidataEntity> read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new WikidataException(
                    "is no JSON" + (at == null ? "" : ", column " + at.getColumnNr()) + ": " + e.getOriginalMessage());
        }
        if (root == null || !root.isObject()) {
            throw new WikidataException("is no JSON object");
        }
        List<WikidataEntity> items = new ArrayList<>();
        if (!root.has("id") && root.path("entities").isObject()) {
            root.get("entities").forEach(entity -> {
                if (!entity.has("missing")) {
                    item(entity).ifPresent(items::add);
                }
            });
        } else {
            item(root).ifPresent(items::add);
        }
        return items;
    }

    private static Optional<WikidataEntity> item(JsonNode entity) {
        String id = entity.path("id").asText();
        String type = entity.path("type").asText("item");
        if (id.isEmpty()) {
            throw new WikidataException("has no \"id\"");
        }
        if (!type.equals("item")) {
            return Optional.empty();
        }
        if (!QID.matcher(id).matches()) {
            throw new WikidataException("has the id \"" + shortened(id) + "\", which is no Qid");
        }
        JsonNode revision = entity.path("lastrevid");
        if (!revision.isMissingNode() && (!revision.canConvertToLong() || revision.asLong() < 0)) {
            throw new WikidataException(id + ": \"lastrevid\" is no number");
        }
        return Optional.of(new WikidataEntity(
                id,
                revision.asLong(0),
                entity.path("modified").asText(""),
                texts(id, entity, "labels"),
                aliases(id, entity),
                texts(id, entity, "descriptions"),
                statements(id, entity)));
    }

    private static Map<String, String> texts(String id, JsonNode entity, String field) {
        Map<String, String> texts = new HashMap<>();
        object(id, entity, field).properties().forEach(entry -> {
            String text = text(id, field, entry.getKey(), entry.getValue());
            if (!text.isBlank()) {
                texts.put(entry.getKey(), text);
            }
        });
        return texts;
    }

    private static Map<String, List<String>> aliases(String id, JsonNode entity) {
        Map<String, List<String>> aliases = new HashMap<>();
        object(id, entity, "aliases").properties().forEach(entry -> {
            List<String> texts = new ArrayList<>();
            entry.getValue().forEach(alias -> texts.add(text(id, "aliases", entry.getKey(), alias)));
            if (!texts.isEmpty()) {
                aliases.put(entry.getKey(), List.copyOf(texts));
            }
        });
        return aliases;
    }

    private static String text(String id, String field, String language, JsonNode node) {
        if (!LANGUAGE.matcher(language).matches() || !node.path("value").isTextual()) {
            throw new WikidataException(id + ": " + field + " of \"" + shortened(language) + "\" are not of the form"
                    + " {\"language\": …, \"value\": …}");
        }
        return node.get("value").asText().strip();
    }

    /** An empty object or, as PHP writes an empty map, an empty array. */
    private static JsonNode object(String id, JsonNode entity, String field) {
        JsonNode node = entity.path(field);
        if (node.isMissingNode() || node.isNull() || node.isArray() && node.isEmpty()) {
            return JSON.createObjectNode();
        }
        if (!node.isObject()) {
            throw new WikidataException(id + ": \"" + field + "\" is no object");
        }
        return node;
    }

    private static List<WikidataStatement> statements(String id, JsonNode entity) {
        List<WikidataStatement> statements = new ArrayList<>();
        object(id, entity, "claims").properties().forEach(entry -> {
            if (!WikidataProperties.KEPT.contains(entry.getKey())) {
                return;
            }
            boolean preferred = false;
            for (JsonNode claim : entry.getValue()) {
                preferred |= claim.path("rank").asText().equals("preferred");
            }
            int number = 0;
            for (JsonNode claim : entry.getValue()) {
                String rank = claim.path("rank").asText("normal");
                Optional<WikidataValue> value = value(claim.path("mainsnak"));
                number++;
                if (rank.equals("deprecated") || value.isEmpty()) {
                    continue;
                }
                String name = claim.path("id").asText(id + "$" + entry.getKey() + "-" + number);
                statements.add(new WikidataStatement(
                        name.replace('$', '-').replaceAll("[^A-Za-z0-9-]", ""),
                        entry.getKey(),
                        value.get(),
                        !preferred || rank.equals("preferred"),
                        qualifiers(claim),
                        references(claim)));
            }
        });
        return statements;
    }

    private static Map<String, List<WikidataValue>> qualifiers(JsonNode claim) {
        Map<String, List<WikidataValue>> qualifiers = new HashMap<>();
        claim.path("qualifiers").properties().forEach(entry -> {
            List<WikidataValue> values = new ArrayList<>();
            entry.getValue().forEach(snak -> value(snak).ifPresent(values::add));
            if (WikidataProperties.QUALIFIERS.contains(entry.getKey()) && !values.isEmpty()) {
                qualifiers.put(entry.getKey(), List.copyOf(values));
            }
        });
        return qualifiers;
    }

    private static List<WikidataValue> references(JsonNode claim) {
        List<WikidataValue> references = new ArrayList<>();
        for (JsonNode reference : claim.path("references")) {
            for (String property : List.of(WikidataProperties.REFERENCE_URL, WikidataProperties.STATED_IN)) {
                reference.path("snaks").path(property).forEach(snak -> value(snak)
                        .filter(v -> v.kind() == WikidataValue.Kind.URL || v.kind() == WikidataValue.Kind.ITEM)
                        .ifPresent(references::add));
            }
        }
        return references;
    }

    /** Empty for "no value", "unknown value", and kinds of values and precisions that are not kept. */
    private static Optional<WikidataValue> value(JsonNode snak) {
        if (!snak.path("snaktype").asText().equals("value")) {
            return Optional.empty();
        }
        JsonNode value = snak.path("datavalue").path("value");
        return switch (snak.path("datavalue").path("type").asText()) {
            case "wikibase-entityid" -> {
                String qid =
                        value.path("id").asText("Q" + value.path("numeric-id").asText());
                yield QID.matcher(qid).matches()
                        ? Optional.of(new WikidataValue(WikidataValue.Kind.ITEM, qid))
                        : Optional.empty();
            }
            case "string" -> {
                String text = value.asText().strip();
                if (text.isEmpty()) {
                    yield Optional.empty();
                }
                yield Optional.of(new WikidataValue(
                        ADDRESS.matcher(text).matches() ? WikidataValue.Kind.URL : WikidataValue.Kind.TEXT, text));
            }
            case "time" -> date(value).map(text -> new WikidataValue(WikidataValue.Kind.DATE, text));
            default -> Optional.empty();
        };
    }

    private static Optional<String> date(JsonNode value) {
        Matcher time = TIME.matcher(value.path("time").asText());
        if (!time.matches()) {
            return Optional.empty();
        }
        return switch (value.path("precision").asInt()) {
            case 9 -> Optional.of(time.group(1));
            case 10 -> Optional.of(time.group(1) + "-" + time.group(2)).filter(d -> !d.endsWith("-00"));
            case 11 ->
                Optional.of(time.group(1) + "-" + time.group(2) + "-" + time.group(3))
                        .filter(d -> !d.contains("-00"));
            default -> Optional.empty();
        };
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
