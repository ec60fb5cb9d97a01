package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.TemporaryFolder;
import org.entente.rdf.Finding;
import org.entente.release.SmallTalks;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.Derivation;
import org.entente.store.Graphs;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.vocab.Ent;

/** A store that was loaded before has, after whatever was done to files and graphs, what a new one gets from the same files. */
class LoadAfterLoadPropertyTest {
    private static final Node ANNA = NodeFactory.createURI(Ent.ID + "person/anna");

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void a_load_after_another_is_as_one_into_a_new_store(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        try (TemporaryFolder folder = TemporaryFolder.create("entente-loads")) {
            Path home = folder.path();
            SmallTalks.write(home);
            SmallTalks.source(home, "d2", "held", "attended");
            CollectionFiles files = CollectionFiles.at(home);
            try (Store store = Store.inMemory(Derivation.NONE)) {
                for (int step = 0; step < 8; step++) {
                    if (step > 0) {
                        change(random, files.data(), store);
                    }
                    LoadReport report = load(store, files);
                    String name = "copy-" + step;
                    Path copy = home.resolve(name);
                    copy(files.data(), copy);
                    try (Store other = Store.inMemory(Derivation.NONE)) {
                        LoadReport fresh = load(other, files.withData(copy));
                        assertThat(texts(report))
                                .isEqualTo(texts(fresh).stream()
                                        .map(text -> text.replace(name, "data"))
                                        .toList());
                        assertThat(report.triples()).isEqualTo(fresh.triples());
                        if (report.accepted()) {
                            assertThat(statements(store)).isEqualTo(statements(other));
                        }
                    }
                }
            }
        }
    }

    private static LoadReport load(Store store, CollectionFiles files) {
        return new CollectionLoader(store, CollectionValidator.of(files), Clock.systemUTC())
                .load(files, Progress.SILENT);
    }

    private static List<String> texts(LoadReport report) {
        return report.findings().stream().map(Finding::toString).toList();
    }

    private static Set<Quad> statements(Store store) {
        return store.read(dataset -> {
            Set<Quad> quads = new HashSet<>();
            dataset.find().forEachRemaining(quad -> {
                if (!quad.getGraph().equals(Graphs.RELEASE)) {
                    quads.add(quad);
                }
            });
            return quads;
        });
    }

    /** Something is changed in a file, or somebody else writes into a graph that a file filled. */
    private static void change(Random random, Path data, Store store) throws IOException {
        Path people = data.resolve("authority/all.ttl");
        Path second = data.resolve("sources/d2.ttl");
        switch (random.nextInt(9)) {
            case 0 -> replace(second, "ent:attended", "ent:absented");
            case 1 -> replace(second, "ent:absented", "ent:attended");
            case 2 -> replace(people, "person:boris a", "person:bored a");
            case 3 -> replace(people, "person:bored a", "person:boris a");
            case 4 -> {
                if (!Files.deleteIfExists(second)) {
                    SmallTalks.source(data.getParent(), "d2", "held", "attended");
                }
            }
            case 5 -> Files.writeString(second, Files.exists(second) ? Files.readString(second) + "#" : "");
            case 6 ->
                store.write(dataset -> dataset.add(
                        Graphs.source("d1"), ANNA, RDFS.comment.asNode(), NodeFactory.createLiteralString("written")));
            case 7 -> store.write(dataset -> dataset.deleteAny(Graphs.AUTHORITY, ANNA, Node.ANY, Node.ANY));
            default -> replace(people, "Anna Nord", random.nextBoolean() ? "Anna Sued" : "Anna West");
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        if (Files.exists(file)) {
            Files.writeString(file, Files.readString(file).replace(from, to));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
