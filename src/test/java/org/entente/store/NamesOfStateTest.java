package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which index of names a transaction gets: one for each committed state, made once, and kept for the newest few. */
@Timeout(60)
class NamesOfStateTest {
    private static final Runnable GO_ON = () -> {};

    private final Store store = Store.inMemory(Derivation.NONE);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        store.close();
    }

    @Test
    void readers_of_one_state_share_an_index_and_those_of_the_next_have_another() {
        write("Albert Rau");
        NameIndex first = store.names();
        assertThat(store.names()).isSameAs(first);
        assertThat(finds(first, "Albert Rau")).isTrue();
        assertThat(finds(first, "Guido Herz")).isFalse();
        write("Guido Herz");
        NameIndex second = store.names();
        assertThat(second).isNotSameAs(first);
        assertThat(finds(second, "Guido Herz")).isTrue();
    }

    @Test
    void a_long_reader_goes_on_seeing_the_names_of_its_state() throws Exception {
        write("Albert Rau");
        NameIndex first = store.names();
        DatasetGraph dataset = store.dataset();
        dataset.begin(TxnType.READ);
        try {
            NameIndex second = elsewhere(() -> writtenNames("Guido Herz"));
            assertThat(NameIndex.in(dataset, GO_ON)).isSameAs(first);
            NameIndex third = elsewhere(() -> writtenNames("Roland Weigert"));
            NameIndex again = NameIndex.in(dataset, GO_ON);
            assertThat(finds(again, "Guido Herz")).isFalse();
            // What the long reader had built does not push out what everybody else needs.
            assertThat(elsewhere(store::names)).isSameAs(third).isNotSameAs(second);
        } finally {
            dataset.end();
        }
    }

    @Test
    void a_writer_sees_its_own_names_before_they_are_committed_and_nobody_else_does() {
        write("Albert Rau");
        store.write(d -> {
            add(d, "Guido Herz");
            assertThat(finds(NameIndex.in(d, GO_ON), "Guido Herz")).isTrue();
            assertThat(finds(elsewhere(store::names), "Guido Herz")).isFalse();
        });
        assertThat(finds(store.names(), "Guido Herz")).isTrue();
    }

    @Test
    void a_part_of_the_store_has_an_index_of_its_own() {
        write("Albert Rau");
        DatasetDescription from = DatasetDescription.create(List.of(Graphs.AUTHORITY.getURI()), List.of());
        store.read(d -> {
            NameIndex part = NameIndex.in(DynamicDatasets.dynamicDataset(from, d, false), GO_ON);
            assertThat(finds(part, "Albert Rau")).isFalse();
            assertThat(finds(NameIndex.in(d, GO_ON), "Albert Rau")).isTrue();
            return null;
        });
    }

    @Test
    void while_one_thread_builds_the_others_wait_for_it_or_give_up_when_told_to() throws Exception {
        write("Albert Rau");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<NameIndex> builder = threads.submit(() -> store.read(d -> NameIndex.in(slow(d, begun, go), GO_ON)));
        begun.await();
        CountDownLatch waiting = new CountDownLatch(2);
        Future<NameIndex> patient = threads.submit(() -> store.read(d -> NameIndex.in(d, waiting::countDown)));
        waiting.await();
        assertThat(patient.isDone()).isFalse();
        assertThatThrownBy(() -> store.read(d -> NameIndex.in(d, () -> {
                    throw new QueryCancelledException();
                })))
                .isInstanceOf(QueryCancelledException.class);
        go.countDown();
        assertThat(patient.get()).isSameAs(builder.get()).isSameAs(store.names());
    }

    @Test
    void whoever_is_interrupted_while_it_waits_ends_as_a_cancelled_query_does() throws Exception {
        write("Albert Rau");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<NameIndex> builder = threads.submit(() -> store.read(d -> NameIndex.in(slow(d, begun, go), GO_ON)));
        begun.await();
        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> store.read(d -> NameIndex.in(d, GO_ON)))
                    .isInstanceOf(QueryCancelledException.class);
            return Thread.interrupted();
        });
        assertThat(interrupted.get()).isTrue();
        go.countDown();
        assertThat(finds(builder.get(), "Albert Rau")).isTrue();
    }

    @Test
    void an_index_that_could_not_be_built_is_built_by_the_next_who_asks() {
        write("Albert Rau");
        assertThatThrownBy(() -> store.read(d -> NameIndex.in(
                        new DatasetGraphWrapper(d) {
                            @Override
                            public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
                                throw new QueryCancelledException();
                            }
                        },
                        GO_ON)))
                .isInstanceOf(QueryCancelledException.class);
        assertThat(finds(store.names(), "Albert Rau")).isTrue();
    }

    /** A view of the store whose names can only be read when somebody lets them. */
    private static DatasetGraph slow(DatasetGraph dataset, CountDownLatch begun, CountDownLatch go) {
        return new DatasetGraphWrapper(dataset) {
            @Override
            public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.find(g, s, p, o);
            }
        };
    }

    private NameIndex writtenNames(String name) {
        write(name);
        return store.names();
    }

    private <T> T elsewhere(Callable<T> work) {
        try {
            return threads.submit(work).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String name) {
        store.write(d -> add(d, name));
    }

    private static void add(DatasetGraph dataset, String name) {
        Node person = NodeFactory.createURI(Ent.ID + "person/" + name.replace(' ', '-'));
        Node type = EntClass.PERSON;
        dataset.add(Quad.defaultGraphIRI, person, RDF.type.asNode(), type);
        dataset.add(Quad.defaultGraphIRI, person, RDFS.label.asNode(), NodeFactory.createLiteralString(name));
    }

    private static boolean finds(NameIndex names, String name) {
        return names.search(name, 5, Set.of()).stream()
                .anyMatch(hit -> hit.name().text().equals(name));
    }
}
