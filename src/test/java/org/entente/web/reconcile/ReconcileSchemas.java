package org.entente.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON schemas of one version of the Reconciliation API, as the specification publishes them. */
final class ReconcileSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final ReconcileSchemas V0_2 = new ReconcileSchemas("0.2");
    static final ReconcileSchemas V1_0 = new ReconcileSchemas("1.0-draft");

    private final Path folder;
    private final SchemaRegistry registry;
    private final Map<String, String> ids = new HashMap<>();

    private ReconcileSchemas(String version) {
        this.folder = Path.of("src/test/resources/reconcile/spec", version);
        Map<String, String> byId = new HashMap<>();
        for (Path file : files("schemas", ".json")) {
            JsonNode schema = read(file);
            String id = schema.get("$id").asText();
            ids.put(file.getFileName().toString().replace(".json", ""), id);
            // The schemas name no version of JSON Schema; their keywords are those of draft 7.
            byId.put(
                    id.replaceAll("#$", ""),
                    text(file).replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#"));
        }
        this.registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder.schemas(byId));
    }

    /** What is wrong with the document; empty if it is valid. */
    List<Error> errors(String schema, JsonNode document) {
        Schema loaded = registry.getSchema(SchemaLocation.of(ids.get(schema)));
        return loaded.validate(document);
    }

    /** The document, once it was found valid. */
    JsonNode valid(String schema, String document) throws IOException {
        JsonNode read = JSON.readTree(document);
        assertThat(errors(schema, read)).as(schema + ": " + document).isEmpty();
        return read;
    }

    /** Examples of the specification for a schema: "valid" or "invalid". */
    List<Path> examples(String kind) {
        return files("examples", ".json").stream()
                .filter(f -> f.getParent().getFileName().toString().equals(kind))
                .filter(f -> ids.containsKey(schemaOf(f)))
                .toList();
    }

    static String schemaOf(Path example) {
        return example.getParent().getParent().getFileName().toString();
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(String part, String ending) {
        try (Stream<Path> files = Files.walk(folder.resolve(part))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
