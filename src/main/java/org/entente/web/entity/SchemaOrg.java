package org.entente.web.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.store.CollectionDescription;
import org.entente.text.Json;
import org.entente.web.page.Cell;
import org.entente.web.page.Counts;
import org.entente.web.page.Messages;

/** Metadata for search engines: schema.org as JSON-LD, escaped for a script element. */
public final class SchemaOrg {
    private static final Map<String, String> TYPES = Map.of(
            "person", "Person",
            "org", "Organization",
            "state", "Country",
            "region", "AdministrativeArea",
            "place", "Place",
            "event", "Event",
            "doc", "Article",
            "project", "Project",
            "series", "EventSeries");

    private SchemaOrg() {}

    /**
     * Metadata of an entity.
     *
     * @param address of its page on this server: the IRI is only a name, it need not lead anywhere
     */
    static String thing(String iri, String name, String address, Cell label, List<Cell> others) {
        String kind = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        Map<String, Object> json = of(TYPES.getOrDefault(kind, "Thing"));
        json.put("@id", iri);
        json.put("url", address);
        json.put("name", label.text());
        if (!others.isEmpty()) {
            json.put("alternateName", others.stream().map(Cell::text).distinct().toList());
        }
        return write(json);
    }

    /** Metadata of the collection. */
    public static String collection(
            String base, String release, Counts counts, CollectionDescription about, Messages text) {
        String language = text.language();
        String subtitle = about.subtitle(language);
        Map<String, Object> json = of("Dataset");
        json.put("name", about.title(language));
        json.put("description", text.get("frame.about", subtitle.isEmpty() ? "" : ": " + subtitle));
        json.put("url", base + "/");
        json.put("version", release);
        if (!about.licence().isEmpty()) {
            json.put("license", about.licence());
        }
        if (!about.publishers().isEmpty()) {
            json.put("publisher", about.publisher(language));
        }
        if (!counts.from().isEmpty()) {
            json.put("temporalCoverage", counts.from() + "/" + counts.to());
        }
        json.put(
                "distribution",
                List.of(Map.of(
                        "@type", "DataDownload",
                        "encodingFormat", "application/sparql-results+json",
                        "contentUrl", base + "/sparql")));
        return write(json);
    }

    private static Map<String, Object> of(String type) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", "https://schema.org");
        json.put("@type", type);
        return json;
    }

    private static String write(Map<String, Object> json) {
        try {
            return Json.MAPPER
                    .writeValueAsString(json)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
