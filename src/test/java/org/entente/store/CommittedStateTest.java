package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a transaction sees a state that can be named again, and when it does not. */
class CommittedStateTest {
    private final Store store = Store.inMemory(Derivation.NONE);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void every_reader_of_one_state_sees_the_same_and_after_a_commit_a_later_one() {
        label("one");
        CommittedState first = store.read(CommittedState::of).orElseThrow();
        assertThat(first.revision()).isPositive();
        assertThat(store.read(CommittedState::of)).contains(first);
        label("two");
        assertThat(store.read(CommittedState::of).orElseThrow().revision()).isGreaterThan(first.revision());
    }

    @Test
    void a_state_after_everything_was_dropped_is_no_earlier_one() {
        label("one");
        label("two");
        CommittedState before = store.read(CommittedState::of).orElseThrow();
        store.write(d -> UpdateExec.dataset(d).update("DROP ALL").execute());
        assertThat(store.read(CommittedState::of).orElseThrow().revision()).isGreaterThan(before.revision());
    }

    @Test
    void an_aborted_write_makes_no_state() {
        label("one");
        Optional<CommittedState> before = store.read(CommittedState::of);
        DatasetGraph dataset = store.dataset();
        dataset.begin(TxnType.WRITE);
        dataset.add(Graphs.DECISIONS, RDFS.label.asNode(), RDFS.label.asNode(), text("gone"));
        dataset.abort();
        dataset.end();
        assertThat(store.read(CommittedState::of)).isEqualTo(before);
    }

    @Test
    void an_open_reader_goes_on_seeing_its_state() throws InterruptedException {
        label("one");
        DatasetGraph dataset = store.dataset();
        dataset.begin(TxnType.READ);
        try {
            Optional<CommittedState> before = CommittedState.of(dataset);
            Thread writer = new Thread(() -> label("two"));
            writer.start();
            writer.join();
            assertThat(CommittedState.of(dataset)).isPresent().isEqualTo(before);
        } finally {
            dataset.end();
        }
    }

    @Test
    void a_store_without_any_commit_has_no_state_to_name() {
        assertThat(store.read(CommittedState::of)).isEmpty();
    }

    @Test
    void a_writer_and_whoever_is_outside_of_a_transaction_see_none() {
        label("one");
        assertThat(CommittedState.of(store.dataset())).isEmpty();
        store.write(d -> assertThat(CommittedState.of(d)).isEmpty());
        DatasetGraph dataset = store.dataset();
        dataset.begin(TxnType.READ_PROMOTE);
        try {
            assertThat(CommittedState.of(dataset)).isPresent();
            assertThat(dataset.promote()).isTrue();
            assertThat(CommittedState.of(dataset)).isEmpty();
        } finally {
            dataset.abort();
            dataset.end();
        }
    }

    @Test
    void another_dataset_and_a_part_of_a_store_are_no_state_of_it_but_a_wrapper_is() {
        label("one");
        DatasetGraph other = DatasetGraphFactory.createTxnMem();
        assertThat(Txn.calculateRead(other, () -> CommittedState.of(other))).isEmpty();
        DatasetDescription from = DatasetDescription.create(List.of(Graphs.DECISIONS.getURI()), List.of());
        store.read(d -> {
            assertThat(CommittedState.of(new DatasetGraphWrapper(d))).isEqualTo(CommittedState.of(d));
            assertThat(CommittedState.of(DynamicDatasets.dynamicDataset(from, d, false)))
                    .isEmpty();
            return null;
        });
    }

    @Test
    void states_of_two_stores_are_told_apart() {
        label("one");
        Store second = Store.inMemory(Derivation.NONE);
        second.write(d -> d.add(Graphs.DECISIONS, RDFS.label.asNode(), RDFS.label.asNode(), text("one")));
        CommittedState ofSecond = second.read(CommittedState::of).orElseThrow();
        CommittedState ofFirst = store.read(CommittedState::of).orElseThrow();
        assertThat(ofSecond.revision()).isEqualTo(ofFirst.revision());
        assertThat(ofSecond).isNotEqualTo(ofFirst);
        second.close();
        assertThat(store.read(CommittedState::of)).contains(ofFirst);
    }

    private void label(String name) {
        store.write(d -> d.add(Graphs.DECISIONS, RDFS.label.asNode(), RDFS.label.asNode(), text(name)));
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
