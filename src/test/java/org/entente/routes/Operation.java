package org.entente.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.ServedStore;
import org.entente.text.Json;

/**
 * An operation of a server, as {@code /openapi.json} describes it.
 *
 * @param types media types of the answer
 * @param bodies media types of the body
 */
record Operation(String method, String path, List<Parameter> parameters, Set<String> types, Set<String> bodies) {
    /**
     * @param in path, query or header
     * @param examples values that fit
     */
    record Parameter(String name, String in, boolean required, String type, List<String> examples) {}

    static List<Operation> of(ServedStore site) {
        try {
            JsonNode document = Json.MAPPER.readTree(site.get("/openapi.json").body());
            List<Operation> all = new ArrayList<>();
            // A path that is only a reference is a short address of another one.
            document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(method -> !method.getKey().equals("$ref"))
                    .forEach(method -> all.add(read(document, path.getKey(), method.getKey(), method.getValue()))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation read(JsonNode document, String path, String method, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode said : operation.path("parameters")) {
            parameters.add(parameter(resolved(document, said)));
        }
        Set<String> types = new TreeSet<>();
        operation.path("responses").path("200").path("content").fieldNames().forEachRemaining(types::add);
        Set<String> bodies = new TreeSet<>();
        operation.path("requestBody").path("content").fieldNames().forEachRemaining(bodies::add);
        return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, parameters, types, bodies);
    }

    private static JsonNode resolved(JsonNode document, JsonNode said) {
        return said.has("$ref") ? document.at(said.get("$ref").asText().substring(1)) : said;
    }

    private static Parameter parameter(JsonNode said) {
        List<String> examples = new ArrayList<>();
        JsonNode schema = said.path("schema");
        for (JsonNode some : List.of(said.path("example"), schema.path("example"), schema.path("default"))) {
            if (some.isArray()) {
                some.forEach(one -> examples.add(one.asText()));
            } else if (some.isValueNode()) {
                examples.add(some.asText());
            }
        }
        schema.path("enum").forEach(one -> examples.add(one.asText()));
        schema.path("items").path("enum").forEach(one -> examples.add(one.asText()));
        return new Parameter(
                said.path("name").asText(),
                said.path("in").asText(),
                said.path("required").asBoolean(),
                schema.path("type").asText(),
                List.copyOf(examples));
    }
}
