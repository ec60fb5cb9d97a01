package org.entente.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.text.Json;

/**
 * How a release is cited as data: {@code CITATION.cff} and {@code .zenodo.json} of its folder, from the {@code CITATION.cff} in the data
 * folder of the collection. A collection that has none gets neither: only its makers know their names.
 */
final class DataCitation {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private DataCitation() {}

    /** @param day on which the release is kept */
    static void write(Path data, Path release, String id, String day) throws IOException {
        Path file = data.resolve("CITATION.cff");
        if (!Files.exists(file) || !(YAML.readTree(Files.readString(file)) instanceof ObjectNode citation)) {
            return;
        }
        citation.put("version", id);
        citation.put("date-released", day);
        Files.writeString(release.resolve("CITATION.cff"), YAML.writeValueAsString(citation));
        Files.writeString(
                release.resolve(".zenodo.json"),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(zenodo(citation)) + "\n");
    }

    private static Map<String, Object> zenodo(JsonNode citation) {
        List<Map<String, String>> creators = new ArrayList<>();
        citation.path("authors").forEach(author -> {
            String family = author.path("family-names").asText("");
            creators.add(Map.of(
                    "name",
                    family.isEmpty()
                            ? author.path("name").asText("")
                            : family + ", " + author.path("given-names").asText("")));
        });
        List<String> keywords = new ArrayList<>();
        citation.path("keywords").forEach(word -> keywords.add(word.asText()));
        Map<String, Object> zenodo = new LinkedHashMap<>();
        zenodo.put("upload_type", "dataset");
        zenodo.put("title", citation.path("title").asText());
        zenodo.put("description", citation.path("abstract").asText());
        zenodo.put("creators", creators);
        zenodo.put("version", citation.path("version").asText());
        zenodo.put("publication_date", citation.path("date-released").asText());
        zenodo.put("license", citation.path("license").asText("").toLowerCase(Locale.ROOT));
        zenodo.put("access_right", "open");
        zenodo.put("keywords", keywords);
        return zenodo;
    }
}
