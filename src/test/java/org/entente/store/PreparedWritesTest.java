package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a start everything is derived once, before somebody writes. */
class PreparedWritesTest {
    private static final Node THING = NodeFactory.createURI(Ent.ID + "person/somebody");

    @TempDir
    Path folder;

    private final List<Changes> told = new ArrayList<>();

    private Store open(Consumer<DatasetGraph> rules) {
        return Store.onDisk(folder, () -> (dataset, changes) -> {
            told.add(changes);
            rules.accept(dataset);
        });
    }

    private static void write(Store store, String text) {
        store.write(d -> d.add(quad(text)));
    }

    private static Quad quad(String text) {
        return Quad.create(Graphs.OWN_AUTHORITY, THING, THING, NodeFactory.createLiteralString(text));
    }

    @Test
    void a_write_after_it_is_told_what_changed_and_the_state_is_the_same() {
        try (Store store = open(d -> {})) {
            write(store, "one");
        }
        try (Store store = open(d -> {})) {
            String before = store.release().state();
            ((DerivingDataset) store.dataset()).prepare(CommitValidator.OPEN);
            assertThat(store.release().state()).isEqualTo(before);
            write(store, "two");
            assertThat(told.getLast().known()).isTrue();
            assertThat(told.getLast().added()).containsExactly(quad("two"));
        }
    }

    @Test
    void where_other_rules_would_derive_otherwise_nothing_is_written_and_the_next_write_derives_everything() {
        try (Store store = open(d -> {})) {
            write(store, "one");
        }
        Quad derived = Quad.create(Graphs.DERIVED, quad("derived").asTriple());
        try (Store store = open(d -> d.add(derived))) {
            ((DerivingDataset) store.dataset()).prepare(CommitValidator.OPEN);
            assertThat(store.<Boolean>read(d -> d.contains(derived))).isFalse();
            write(store, "two");
            assertThat(told.getLast().known()).isFalse();
            assertThat(store.<Boolean>read(d -> d.contains(derived))).isTrue();
        }
    }

    @Test
    void an_empty_store_stays_empty() {
        try (Store store = open(d -> {})) {
            ((DerivingDataset) store.dataset()).prepare(CommitValidator.OPEN);
            assertThat(store.release().revision()).isZero();
            assertThat(told).isEmpty();
        }
    }
}
