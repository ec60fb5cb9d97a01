package org.entente.letter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.text.Json;

/** The laws that are known, from {@code letter/laws.json}. */
public final class LawBook {
    private static final LawBook SHIPPED = read("/letter/laws.json");

    private final List<Country> countries;
    private final Map<String, Law> laws;

    private LawBook(List<Country> countries, Map<String, Law> laws) {
        this.countries = List.copyOf(countries);
        this.laws = laws;
    }

    /** Those that are packed with the program. */
    public static LawBook shipped() {
        return SHIPPED;
    }

    /** The countries whose laws are known. */
    public List<Country> countries() {
        return countries;
    }

    /** All laws, in the order of the file. */
    public List<Law> laws() {
        return List.copyOf(laws.values());
    }

    /** What is known of the country or region with this ISO 3166 code. */
    public Optional<Law> law(String iso) {
        return Optional.ofNullable(laws.get(iso));
    }

    /** The country to which an ISO 3166 code belongs, if its laws are known. */
    public Optional<Country> country(String iso) {
        return countries.stream().filter(country -> country.has(iso)).findFirst();
    }

    private static LawBook read(String resource) {
        try (InputStream in = LawBook.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + resource);
            }
            JsonNode file = Json.MAPPER.readTree(in);
            List<Country> countries = new ArrayList<>();
            file.get("countries").forEach(node -> countries.add(country(node)));
            Map<String, Law> laws = new LinkedHashMap<>();
            file.get("laws").forEach(node -> laws.put(text(node, "of"), law(node)));
            return new LawBook(countries, laws);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Country country(JsonNode node) {
        JsonNode portal = node.get("portal");
        return new Country(
                text(node, "code"),
                texts(node.path("names")),
                text(node, "language"),
                new Country.Portal(
                        text(portal, "name"),
                        text(portal, "form"),
                        portal.get("subject").asInt(),
                        portal.get("body").asInt()));
    }

    private static Law law(JsonNode node) {
        return new Law(
                text(node, "of"),
                text(node, "short"),
                text(node, "name"),
                text(node, "claim"),
                Law.Right.valueOf(text(node, "right").toUpperCase(Locale.ROOT)),
                texts(node.path("note")),
                text(node, "source"));
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
