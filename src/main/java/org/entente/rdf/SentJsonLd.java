package org.entente.rdf;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at JSON-LD before it is read, since its reader leaves statements with IRIs that are none out without a word. */
final class SentJsonLd {
    private static final Pattern IRI = Pattern.compile("_:\\S+|[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*");

    private SentJsonLd() {}

    /** What is wrong; empty if nothing is, or if the reader will say it. */
    static Optional<String> refusal(String text, JsonLdOptions options) {
        try {
            return bad(JsonLd.expand(JsonDocument.of(new StringReader(text)))
                            .options(options)
                            .get())
                    .findFirst()
                    .map(iri -> "\"" + iri + "\" is no IRI: its statements would be left out.");
        } catch (JsonLdError e) {
            return Optional.empty();
        }
    }

    private static Stream<String> bad(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().flatMap(SentJsonLd::bad);
            case JsonObject object -> object.entrySet().stream().flatMap(SentJsonLd::badIn);
            default -> Stream.of();
        };
    }

    private static Stream<String> badIn(Map.Entry<String, JsonValue> entry) {
        return switch (entry.getKey()) {
            case "@id", "@type" ->
                texts(entry.getValue()).filter(iri -> !IRI.matcher(iri).matches() && !iri.equals("@json"));
            case "@value" -> Stream.of();
            default ->
                Stream.concat(
                        Stream.of(entry.getKey())
                                .filter(key -> !key.startsWith("@")
                                        && !IRI.matcher(key).matches()),
                        bad(entry.getValue()));
        };
    }

    private static Stream<String> texts(JsonValue value) {
        return switch (value) {
            case JsonString text -> Stream.of(text.getString());
            case JsonArray array -> array.stream().flatMap(SentJsonLd::texts);
            default -> Stream.of();
        };
    }
}
