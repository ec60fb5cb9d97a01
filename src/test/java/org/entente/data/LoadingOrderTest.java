package org.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.entente.ShippedCollection;
import org.entente.check.CollectionValidator;
import org.entente.derive.Rules;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.Graphs;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which files are read makes no difference: the store holds the same quads, stated and derived. */
class LoadingOrderTest {
    private static final CollectionFiles SHIPPED = ShippedCollection.FILES;
    /** What differs with every load, and what comes after it. */
    private static final Set<Node> NO_PART = Set.of(Graphs.RELEASE, Graphs.WIKIDATA);

    @TempDir
    Path folder;

    @Test
    void files_read_from_last_to_first_give_the_same_store() throws IOException {
        CollectionFiles reversed = SHIPPED.withData(folder.resolve("data"));
        for (String part : List.of("authority", "decisions", "sources")) {
            reverse(part);
        }
        Files.copy(SHIPPED.data().resolve("collection.ttl"), reversed.data().resolve("collection.ttl"));
        assertThat(namesOf(reversed.files())).isNotEqualTo(namesOf(SHIPPED.files()));

        try (Store store = Store.inMemory(Rules.read(reversed.rules()))) {
            LoadReport report = new CollectionLoader(store, CollectionValidator.of(reversed), Clock.systemUTC())
                    .load(reversed, Progress.SILENT);
            assertThat(report.accepted()).isTrue();

            Set<Quad> usual = quads(ShippedCollection.store());
            Set<Quad> other = quads(store);
            assertThat(without(usual, other)).isEmpty();
            assertThat(without(other, usual)).isEmpty();
        }
    }

    /** Files are read in the order of their paths, so each goes into a folder that is named by its turn. */
    private void reverse(String part) throws IOException {
        List<Path> files = SHIPPED.files().stream()
                .map(CollectionFiles.SourceFile::path)
                .filter(path -> path.startsWith(SHIPPED.data().resolve(part)))
                .toList();
        int turn = files.size();
        for (Path file : files) {
            Path place = folder.resolve("data").resolve(part).resolve("%03d".formatted(turn--));
            Files.createDirectories(place);
            Files.copy(file, place.resolve(file.getFileName()));
        }
    }

    private static List<String> namesOf(List<CollectionFiles.SourceFile> files) {
        return files.stream().map(file -> file.path().getFileName().toString()).toList();
    }

    private static Set<Quad> quads(Store store) {
        return store.read(dataset -> {
            Set<Quad> quads = new HashSet<>();
            dataset.find().forEachRemaining(quad -> {
                // The default graph has one name on disk and another in memory.
                Node graph = quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
                if (!NO_PART.contains(graph)) {
                    quads.add(Quad.create(graph, quad.asTriple()));
                }
            });
            return quads;
        });
    }

    private static Set<Quad> without(Set<Quad> quads, Set<Quad> others) {
        Set<Quad> rest = new HashSet<>(quads);
        rest.removeAll(others);
        return rest;
    }
}
