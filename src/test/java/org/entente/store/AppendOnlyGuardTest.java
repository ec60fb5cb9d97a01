package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of links only grows, and what stands in it stays as it is. */
class AppendOnlyGuardTest {
    private Store store;

    @BeforeEach
    void two_entries() {
        store = Store.inMemory(Derivation.NONE);
        store.write(d -> {
            d.add(entry("one"));
            d.add(entry("two"));
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_entry_is_added() {
        store.write(d -> d.add(entry("three")));
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void an_entry_is_not_removed() {
        assertThatThrownBy(() -> store.write(d -> d.delete(entry("one")))).isInstanceOf(AppendOnlyException.class);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void an_entry_is_not_put_in_the_place_of_another() {
        assertThatThrownBy(() -> store.write(d -> {
                    d.delete(entry("one"));
                    d.add(entry("instead"));
                }))
                .isInstanceOf(AppendOnlyException.class);
        assertThatThrownBy(() -> store.write(d -> {
                    d.delete(entry("one"));
                    d.add(entry("instead"));
                    d.add(entry("and more"));
                }))
                .isInstanceOf(AppendOnlyException.class);
        assertThat(store.<Boolean>read(d -> d.contains(entry("one")))).isTrue();
        assertThat(store.<Boolean>read(d -> d.contains(entry("instead")))).isFalse();
    }

    @Test
    void an_entry_that_is_taken_out_and_put_back_in_one_write_was_never_gone() {
        assertThatCode(() -> store.write(d -> {
                    d.delete(entry("one"));
                    d.add(entry("one"));
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void what_an_aborted_write_added_is_not_missed_afterwards() {
        assertThatThrownBy(() -> store.write(d -> {
                    d.add(entry("three"));
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");
        store.write(d -> d.add(entry("four")));
        assertThat(entries()).isEqualTo(3);
        assertThatThrownBy(() -> store.write(d -> d.delete(entry("four")))).isInstanceOf(AppendOnlyException.class);
    }

    @Test
    void what_was_refused_at_the_check_is_not_held_against_the_next_writer() {
        assertThatThrownBy(() -> store.writeJudged(d -> d.delete(entry("one"))))
                .isInstanceOf(AppendOnlyException.class);
        store.writeJudged(d -> d.add(entry("three")));
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void neither_is_the_whole_log_dropped_nor_is_any_other_graph_held_to_it() {
        assertThatThrownBy(() -> store.write(d -> UpdateExec.dataset(d)
                        .update("DROP GRAPH <" + Graphs.LINKS.getURI() + ">")
                        .execute()))
                .isInstanceOf(AppendOnlyException.class);
        Quad elsewhere = Quad.create(Graphs.DECISIONS, entry("free").asTriple());
        store.write(d -> d.add(elsewhere));
        store.write(d -> d.delete(elsewhere));
        assertThat(store.<Boolean>read(d -> d.contains(elsewhere))).isFalse();
    }

    private int entries() {
        return store.read((DatasetGraph d) -> d.getGraph(Graphs.LINKS).size());
    }

    private static Quad entry(String text) {
        Node entry = NodeFactory.createURI("http://example.org/entry/" + text.replace(' ', '-'));
        return Quad.create(Graphs.LINKS, entry, RDFS.label.asNode(), NodeFactory.createLiteralString(text));
    }
}
