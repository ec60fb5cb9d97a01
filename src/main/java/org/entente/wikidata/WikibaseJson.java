package org.entente.wikidata;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.entente.text.Json;
import org.entente.text.ShortText;

/** Reads entities in Wikibase's JSON, as dumps have them and as {@code Special:EntityData} answers. */
final class WikibaseJson {
    private static final ObjectMapper JSON = Json.MAPPER.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern QID = Pattern.compile("Q[1-9][0-9]{0,17}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`\\x00-\\x20]+");

    private static final String EARTH = "Q2";

    private final String id;
    private final Consumer<String> remarks;

    private WikibaseJson(String id, Consumer<String> remarks) {
        this.id = id;
        this.remarks = text -> remarks.accept(id + ": " + text);
    }

    /** As {@link #read(String, Consumer)}, for whoever heard what was remarked. */
    static List<WikidataEntity> read(String text) {
        return read(text, remark -> {});
    }

    /**
     * The items in a JSON value, or in several with commas between them: entities, or {@code {"entities": {…}}}. Properties and
     * lexemes are left out.
     *
     * @param remarks takes what is wrong with single values, which are left out while the rest is kept
     * @throws WikidataException if the text is not JSON or not of this shape; the message says where
     */
    static List<WikidataEntity> read(String text, Consumer<String> remarks) {
        JsonNode all;
        try {
            all = JSON.readTree("[" + text + "]");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new WikidataException(
                    at == null
                            ? "is not JSON"
                            : "is not JSON from column " + Math.max(1, at.getColumnNr() - 1) + " on");
        }
        List<WikidataEntity> items = new ArrayList<>();
        for (JsonNode root : all) {
            if (!root.isObject()) {
                throw new WikidataException("is not a JSON object");
            }
            if (!root.has("id") && root.path("entities").isObject()) {
                root.get("entities").forEach(entity -> item(entity, remarks).ifPresent(items::add));
            } else {
                item(root, remarks).ifPresent(items::add);
            }
        }
        if (all.isEmpty()) {
            throw new WikidataException("is not a JSON object");
        }
        return items;
    }

    private static Optional<WikidataEntity> item(JsonNode entity, Consumer<String> remarks) {
        String id = entity.path("id").asText();
        String type = entity.path("type").asText("item");
        if (id.isEmpty()) {
            remarks.accept("an entity has no \"id\"");
            return Optional.empty();
        }
        if (!type.equals("item")) {
            return Optional.empty();
        }
        if (!QID.matcher(id).matches()) {
            remarks.accept("an entity has the id \"" + ShortText.of(id, 40) + "\", which is not a Qid");
            return Optional.empty();
        }
        if (entity.has("missing")) {
            remarks.accept(id + ": is marked as missing, so there is no such item, or no longer");
            return Optional.empty();
        }
        return Optional.of(new WikibaseJson(id, remarks).item(entity));
    }

    private WikidataEntity item(JsonNode entity) {
        return new WikidataEntity(
                id,
                revision(entity.path("lastrevid")),
                modified(entity.path("modified").asText("")),
                texts(entity, "labels"),
                aliases(entity),
                texts(entity, "descriptions"),
                statements(entity));
    }

    /** A moment as Wikidata writes it; empty for anything else. */
    private String modified(String text) {
        try {
            return text.isEmpty() ? "" : Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            remarks.accept("\"modified\" is not a date and time such as 2025-03-04T05:06:07Z but \""
                    + ShortText.of(text, 40) + "\"");
            return "";
        }
    }

    /** The number of the revision; 0, as if the file did not say, for what is none. */
    private long revision(JsonNode number) {
        if (number.isMissingNode() || number.canConvertToLong() && number.asLong() >= 0) {
            return number.asLong(0);
        }
        remarks.accept("\"lastrevid\" is not a number");
        return 0;
    }

    private Map<String, String> texts(JsonNode entity, String field) {
        Map<String, String> texts = new HashMap<>();
        object(entity, field).properties().forEach(entry -> text(field, entry.getKey(), entry.getValue())
                .ifPresent(text -> texts.put(entry.getKey(), text)));
        return texts;
    }

    private Map<String, List<String>> aliases(JsonNode entity) {
        Map<String, List<String>> aliases = new HashMap<>();
        object(entity, "aliases").properties().forEach(entry -> {
            List<String> texts = new ArrayList<>();
            entry.getValue()
                    .forEach(alias -> text("aliases", entry.getKey(), alias).ifPresent(texts::add));
            if (!texts.isEmpty()) {
                aliases.put(entry.getKey(), List.copyOf(texts));
            }
        });
        return aliases;
    }

    /** Empty for a blank text, and for one whose language is none that RDF can name, such as "zh-classical". */
    private Optional<String> text(String field, String language, JsonNode node) {
        if (!LANGUAGE.matcher(language).matches() || !node.path("value").isTextual()) {
            remarks.accept(field + " of \"" + ShortText.of(language, 40)
                    + "\" are not of the form {\"language\": …, \"value\": …}");
            return Optional.empty();
        }
        return Optional.of(node.get("value").asText().strip()).filter(text -> !text.isEmpty());
    }

    /** An empty object or, as PHP writes an empty map, an empty array; of anything else nothing is kept. */
    private JsonNode object(JsonNode entity, String field) {
        JsonNode node = entity.path(field);
        if (!node.isMissingNode() && !node.isNull() && !node.isObject() && !(node.isArray() && node.isEmpty())) {
            remarks.accept("\"" + field + "\" is not an object");
        }
        return node.isObject() ? node : JSON.createObjectNode();
    }

    private List<WikidataStatement> statements(JsonNode entity) {
        List<WikidataStatement> statements = new ArrayList<>();
        object(entity, "claims").properties().forEach(entry -> {
            if (!WikidataProperties.KEPT.contains(entry.getKey())) {
                return;
            }
            JsonNode claims = entry.getValue();
            if (!claims.isArray()) {
                remarks.accept("the statements of " + entry.getKey() + " are not a list");
                return;
            }
            boolean preferred = false;
            for (JsonNode claim : claims) {
                preferred |= claim.path("rank").asText().equals("preferred");
            }
            int number = 0;
            for (JsonNode claim : claims) {
                number++;
                if (!claim.path("mainsnak").isObject()) {
                    remarks.accept("statement " + number + " of " + entry.getKey() + " has no \"mainsnak\"");
                    continue;
                }
                String rank = claim.path("rank").asText("normal");
                if (rank.equals("deprecated")) {
                    continue;
                }
                String own = statement(id, claim.path("id").asText(), entry.getKey() + "-" + number);
                boolean best = !preferred || rank.equals("preferred");
                value(entry.getKey(), claim.get("mainsnak"))
                        .ifPresent(value -> statements.add(new WikidataStatement(
                                own,
                                entry.getKey(),
                                value,
                                best,
                                qualifiers(entry.getKey(), claim),
                                references(entry.getKey(), claim))));
            }
        });
        return statements;
    }

    /** The id of a statement, which begins with that of its item. One that does not would be taken for another item's. */
    private static String statement(String item, String stated, String otherwise) {
        String own = stated.regionMatches(true, 0, item + "$", 0, item.length() + 1)
                ? stated.substring(item.length() + 1)
                : otherwise;
        return item + "-" + own.replaceAll("[^A-Za-z0-9-]", "");
    }

    private Map<String, List<WikidataValue>> qualifiers(String of, JsonNode claim) {
        Map<String, List<WikidataValue>> qualifiers = new HashMap<>();
        JsonNode all = claim.path("qualifiers");
        if (!all.isMissingNode() && !all.isObject() && !(all.isArray() && all.isEmpty())) {
            remarks.accept("the qualifiers of a statement of " + of + " are not an object");
        }
        all.properties().forEach(entry -> {
            List<WikidataValue> values = new ArrayList<>();
            if (WikidataProperties.QUALIFIERS.contains(entry.getKey())) {
                entry.getValue().forEach(snak -> value(entry.getKey(), snak).ifPresent(values::add));
            }
            if (!values.isEmpty()) {
                qualifiers.put(entry.getKey(), List.copyOf(values));
            }
        });
        return qualifiers;
    }

    private List<WikidataValue> references(String of, JsonNode claim) {
        List<WikidataValue> references = new ArrayList<>();
        if (claim.has("references") && !claim.get("references").isArray()) {
            remarks.accept("the references of a statement of " + of + " are not a list");
        }
        for (JsonNode reference : claim.path("references")) {
            for (String property : List.of(WikidataProperties.REFERENCE_URL, WikidataProperties.STATED_IN)) {
                reference.path("snaks").path(property).forEach(snak -> value(property, snak)
                        .filter(v -> v.kind() == WikidataValue.Kind.URL || v.kind() == WikidataValue.Kind.ITEM)
                        .ifPresent(references::add));
            }
        }
        return references;
    }

    /** Empty for "no value", "unknown value", and kinds of values and precisions that are not kept. */
    private Optional<WikidataValue> value(String property, JsonNode snak) {
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
            case "time" ->
                WikidataDate.of(value, what -> remarks.accept(property + " has a date " + what))
                        .map(text -> new WikidataValue(WikidataValue.Kind.DATE, text));
            case "globecoordinate" -> point(property, value);
            default -> Optional.empty();
        };
    }

    /** A point on Earth; of other globes nothing is kept. */
    private Optional<WikidataValue> point(String property, JsonNode value) {
        if (!value.path("globe").asText(EARTH).endsWith(EARTH)) {
            return Optional.empty();
        }
        JsonNode latitude = value.path("latitude");
        JsonNode longitude = value.path("longitude");
        if (!latitude.isNumber()
                || !longitude.isNumber()
                || Math.abs(latitude.asDouble()) > 90
                || Math.abs(longitude.asDouble()) > 180) {
            remarks.accept(property + " has coordinates that are not on Earth");
            return Optional.empty();
        }
        return Optional.of(new WikidataValue(
                WikidataValue.Kind.POINT, new GeoPoint(latitude.asDouble(), longitude.asDouble()).wkt()));
    }
}
