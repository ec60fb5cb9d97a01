package org.entente.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.store.LoadedState;
import org.entente.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a release is made of: {@code manifest.json}.
 *
 * @param release its id
 * @param previous id of the release that was kept before; "" for the first one
 * @param time when it was kept, in UTC
 * @param who kept it; "" if nobody said so
 * @param note why, in a sentence or two
 * @param program version of the program
 * @param cited whether it was kept only because somebody cited it
 * @param collection name space of the things of its collection; "" in releases of older programs
 * @param loaded what a load brought
 * @param statements number of statements in each graph; "" is the consolidated view
 * @param files SHA-256 of each file that was loaded or decided what may be loaded, by its place in the collection
 * @param queries SHA-256 of each canned query
 * @param answers what each canned query answered to its own example
 */
public record Manifest(
        String release,
        String previous,
        String time,
        String who,
        String note,
        String program,
        boolean cited,
        @Nullable String collection,
        Loaded loaded,
        SortedMap<String, Long> statements,
        SortedMap<String, String> files,
        SortedMap<String, String> queries,
        List<Answer> answers) {
    static final String NAME = "manifest.json";

    private static final ObjectMapper MAPPER =
            Json.MAPPER.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /**
     * What a load brought.
     *
     * @param files hash of the files
     * @param content hash of the loaded statements and the rules
     * @param time when
     * @param graphs the loaded graphs
     */
    public record Loaded(String files, String content, String time, List<String> graphs) {
        static Loaded of(LoadedState state) {
            return new Loaded(
                    state.files(),
                    state.content(),
                    state.loaded().toString(),
                    state.graphs().stream().map(Node::toString).sorted().toList());
        }

        LoadedState state() {
            return new LoadedState(
                    files,
                    content,
                    Instant.parse(time),
                    graphs.stream().map(NodeFactory::createURI).toList());
        }
    }

    /**
     * The answer of a canned query to its own example.
     *
     * @param parameters of the example
     * @param rows number of rows, or of triples of a graph
     * @param sha256 of the rows as CSV, or of the graph as sorted N-Triples; "" if there is no answer
     * @param why there is no answer; "" if there is one
     */
    public record Answer(String query, Map<String, List<String>> parameters, long rows, String sha256, String why) {}

    /** Whether it is a release of the collection with this name space, as far as it says so. */
    boolean isOf(String ids) {
        return collection == null || collection.isEmpty() || collection.equals(ids);
    }

    /** The same, kept because somebody wants to, and not only because it was cited. */
    Manifest wanted(Keeping keeping) {
        return new Manifest(
                release,
                previous,
                time,
                keeping.who(),
                keeping.note(),
                program,
                false,
                collection,
                loaded,
                statements,
                files,
                queries,
                answers);
    }

    /** When it was kept. */
    public Instant instant() {
        return Instant.parse(time);
    }

    /** Number of statements that were not derived. */
    public long asserted() {
        return statements.entrySet().stream()
                .filter(e -> Statements.isAsserted(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Number of all statements. */
    public long all() {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of sources. */
    public long sources() {
        return statements.keySet().stream().filter(Statements::isSource).count();
    }

    /** The answer of a query; empty if the release had no such query. */
    public Optional<Answer> answer(String query) {
        return answers.stream().filter(a -> a.query().equals(query)).findFirst();
    }

    String json() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ReleaseException if the folder has no manifest, or one that cannot be read */
    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), Manifest.class);
        } catch (JsonProcessingException e) {
            throw new ReleaseException(file + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
