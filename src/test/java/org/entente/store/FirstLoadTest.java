package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDFS;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first load of a store on disk packs its files; what is in them is what another load writes statement by statement. */
@Timeout(300)
class FirstLoadTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Node COMMENT = RDFS.comment.asNode();
    private static final Node OWN = NodeFactory.createURI(Ent.GRAPH + "own");
    private static final String COUNTS =
            "SELECT ?p (COUNT(*) AS ?n) (MAX(STR(?o)) AS ?last) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER(?p != <http://schema.org/version>) } GROUP BY ?p ORDER BY ?p";

    @TempDir
    private Path folder;

    private Path data;

    /** Things that are said twice, in several files of one graph, and values that TDB2 keeps in a spelling of its own. */
    @BeforeEach
    void write() throws IOException {
        data = folder.resolve("data");
        Files.createDirectories(data.resolve("authority"));
        Files.createDirectories(data.resolve("sources"));
        StringBuilder people = new StringBuilder();
        StringBuilder again = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            people.append(
                    "<https://w3id.org/entente/id/person/p%d> a ent:Person ; rdfs:label \"Person %d\"@en , \"Person %d\"@de .%n"
                            .formatted(i, i, i % 100));
            again.append(
                    "<https://w3id.org/entente/id/person/p%d> a ent:Person ; rdfs:comment \"0%d\"^^xsd:integer , %d , 1.50 , \"1\"^^xsd:boolean .%n"
                            .formatted(i, i % 50, i % 50));
        }
        Files.writeString(data.resolve("authority/a.ttl"), people);
        Files.writeString(data.resolve("authority/b.ttl"), again);
        Files.writeString(
                data.resolve("sources/s1.ttl"),
                "<https://w3id.org/entente/id/doc/s1> rdfs:label \"Ein Text\\nmit Zeilen \\u00e4\\U0001F600\"@de ; dcterms:date [ a ent:TimeSpan ; ent:edtf \"2015-06\" ] .");
        Files.writeString(data.resolve("sources/empty.ttl"), "");
    }

    private CollectionFiles files() {
        return ShippedCollection.FILES.withData(data);
    }

    private Store open(String name) throws IOException {
        return Store.onDisk(Files.createDirectories(folder.resolve(name)), labels());
    }

    /** Derives a statement for each label, of the view and besides. */
    private static Derivation labels() {
        return () -> (dataset, changes) -> {
            List<Quad> made = new java.util.ArrayList<>();
            dataset.find(Graphs.AUTHORITY, Node.ANY, RDFS.label.asNode(), Node.ANY)
                    .forEachRemaining(q -> {
                        made.add(Quad.create(Quad.defaultGraphNodeGenerated, q.asTriple()));
                        made.add(Quad.create(Graphs.DERIVED, q.getSubject(), COMMENT, NodeFactoryExtra.intToNode(7)));
                    });
            made.forEach(dataset::add);
        };
    }

    private LoadReport load(Store store) {
        return new CollectionLoader(store, CommitValidator.OPEN, NOON).load(files(), Progress.SILENT);
    }

    private static Set<Quad> quads(Store store) {
        return store.read(dataset -> {
            Set<Quad> all = new HashSet<>();
            dataset.find().forEachRemaining(all::add);
            return all;
        });
    }

    private static String answer(Store store) {
        return store.read(dataset -> {
            try (QueryExec query = QueryExec.dataset(dataset).query(COUNTS).build()) {
                return query.select().materialize().stream().toList().toString();
            }
        });
    }

    private static void note(Store store, String text) {
        store.write(dataset ->
                dataset.add(OWN, NodeFactory.createURI(Ent.ID + text), COMMENT, NodeFactory.createLiteralString(text)));
    }

    /** A store that was written statement by statement: it held something before. */
    private Store ordinary(String name) throws IOException {
        Store store = open(name);
        note(store, "before");
        store.write(dataset -> dataset.removeGraph(OWN));
        assertThat(load(store).accepted()).isTrue();
        return store;
    }

    @Slow
    @Test
    void it_holds_and_answers_what_a_load_into_a_used_store_does() throws IOException {
        try (Store packed = open("packed");
                Store used = ordinary("used")) {
            LoadReport report = load(packed);
            assertThat(report.accepted()).isTrue();
            assertThat(folder.resolve("packed/Data-0002")).isDirectory();
            assertThat(folder.resolve("packed/Data-0001")).doesNotExist();
            assertThat(withoutCount(packed)).isEqualTo(withoutCount(used)).hasSizeGreaterThan(4_000);
            assertThat(answer(packed)).isEqualTo(answer(used));
            assertThat(packed.damage(Progress.SILENT)).isEmpty();
            assertThat(packed.release().id()).isEqualTo(used.release().id());
            assertThat(packed.release().revision()).isEqualTo(1);

            // and goes on as that one
            note(packed, "one");
            note(used, "one");
            load(packed);
            load(used);
            assertThat(withoutCount(packed)).isEqualTo(withoutCount(used));
            packed.write(d -> d.removeGraph(Graphs.AUTHORITY));
            used.write(d -> d.removeGraph(Graphs.AUTHORITY));
            assertThat(withoutCount(packed)).isEqualTo(withoutCount(used));
            assertThat(packed.release().id()).isEqualTo(used.release().id());
            assertThat(packed.damage(Progress.SILENT)).isEmpty();
        }
    }

    private static Set<Quad> withoutCount(Store store) {
        Set<Quad> all = quads(store);
        all.removeIf(q -> q.getPredicate().getURI().equals("http://schema.org/version"));
        return all;
    }

    @Slow
    @Test
    void it_can_be_opened_again_written_and_compacted() throws IOException {
        Set<Quad> loaded;
        try (Store store = open("store")) {
            load(store);
            loaded = quads(store);
        }
        try (Store store = open("store")) {
            assertThat(quads(store)).isEqualTo(loaded);
            note(store, "one");
            store.write(dataset -> {
                for (int i = 0; i < 600; i++) {
                    dataset.add(
                            OWN,
                            NodeFactory.createURI(Ent.ID + "person/p" + i),
                            COMMENT,
                            NodeFactory.createLiteralString("note " + i));
                }
            });
            Set<Quad> written = quads(store);
            assertThat(store.damage(Progress.SILENT)).isEmpty();
            store.compact(Progress.SILENT);
            assertThat(quads(store)).isEqualTo(written);
            assertThat(store.damage(Progress.SILENT)).isEmpty();
        }
    }

    @Test
    void one_that_is_refused_or_fails_leaves_an_empty_store() throws IOException {
        CommitValidator refusing = new CommitValidator() {
            @Override
            public List<Finding> ofFiles(List<LoadedFile> files) {
                return List.of();
            }

            @Override
            public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
                assertThat(dataset.getGraph(Graphs.AUTHORITY).size()).isGreaterThan(2_000);
                return List.of(new Finding(Severity.ERROR, "a.ttl", 1, 1, "no", "no", "no"));
            }
        };
        try (Store store = open("store")) {
            CollectionLoader loader = new CollectionLoader(store, refusing, NOON);
            assertThat(loader.load(files(), Progress.SILENT).accepted()).isFalse();
            assertThatThrownBy(() -> loader.load(files(), (step, done, total) -> {
                        if (step.startsWith("Writing what")) {
                            throw new IllegalStateException("stopped");
                        }
                    }))
                    .hasMessage("stopped");
            new CollectionLoader(store, CommitValidator.OPEN, NOON).check(files(), Progress.SILENT);
            assertThat(quads(store)).isEmpty();
            assertThat(store.release().isLoaded()).isFalse();
            try (var entries = Files.list(folder.resolve("store"))) {
                assertThat(entries.map(Path::getFileName).map(Path::toString))
                        .contains("Data-0001")
                        .noneMatch(name -> name.startsWith(".entente-unfinished"));
            }
            assertThat(load(store).accepted()).isTrue();
            assertThat(store.release().isLoaded()).isTrue();
        }
    }

    @Test
    void readers_see_the_empty_store_until_it_is_adopted_and_writers_wait() throws Exception {
        CountDownLatch judging = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CommitValidator waiting = new CommitValidator() {
            @Override
            public List<Finding> ofFiles(List<LoadedFile> files) {
                return List.of();
            }

            @Override
            public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
                judging.countDown();
                try {
                    assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return List.of();
            }
        };
        try (Store store = open("store")) {
            CompletableFuture<LoadReport> report = CompletableFuture.supplyAsync(
                    () -> new CollectionLoader(store, waiting, NOON).load(files(), Progress.SILENT));
            assertThat(judging.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(quads(store)).isEmpty();
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> note(store, "later"));
            go.countDown();
            assertThat(report.get(60, TimeUnit.SECONDS).accepted()).isTrue();
            writer.get(60, TimeUnit.SECONDS);
            assertThat(store.release().revision()).isEqualTo(2);
            assertThat(quads(store)).hasSizeGreaterThan(4_000);
        }
    }
}
