package org.entente.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.sparql.FilledQuery;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;

/** An answer is found once for each question and state. */
class KnownRowsTest {
    private static final Node LIKES = NodeFactory.createURI("urn:likes");

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_same_question_is_asked_once_in_one_state() {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> d.getDefaultGraph().add(thing("a"), LIKES, thing("b")));
            assertThat(number(store, question("a", "?x"), 10)).isEqualTo(1);
            assertThat(number(store, question("a", "?x"), 10)).isEqualTo(1);
            assertThat(asked).hasValue(1);
            assertThat(number(store, question("c", "?x"), 10)).isZero();
            assertThat(number(store, question("a", "?x"), 11)).isEqualTo(1);
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void another_state_has_its_own_answer() {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> d.getDefaultGraph().add(thing("a"), LIKES, thing("b")));
            assertThat(number(store, question("a", "?x"), 10)).isEqualTo(1);
            store.write(d -> d.getDefaultGraph().add(thing("a"), LIKES, thing("c")));
            assertThat(number(store, question("a", "?x"), 10)).isEqualTo(2);
        }
    }

    @Test
    void what_depends_on_the_clock_or_on_chance_is_asked_each_time() {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> d.getDefaultGraph().add(thing("a"), LIKES, thing("b")));
            number(store, question("a", "(RAND() AS ?y)"), 10);
            number(store, question("a", "(RAND() AS ?y)"), 10);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void a_large_answer_is_not_kept() {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> {
                for (int i = 0; i < 30_000; i++) {
                    d.getDefaultGraph().add(thing("a"), LIKES, thing("b" + i));
                }
            });
            assertThat(number(store, question("a", "?x"), 100_000)).isEqualTo(30_000);
            number(store, question("a", "?x"), 100_000);
            assertThat(asked).hasValue(2);
        }
    }

    private int number(Store store, FilledQuery question, long most) {
        return store.read(d -> {
            KnownRows known = KnownRows.in(d).orElseThrow();
            return known.of(question, most, () -> ask(d, question, most)).rows().size();
        });
    }

    private Rows ask(DatasetGraph d, FilledQuery question, long most) {
        asked.incrementAndGet();
        return Select.on(d).rows(question, most);
    }

    private static FilledQuery question(String of, String columns) {
        return FilledQuery.of(
                "what it likes " + columns,
                Map.of("thing", List.of(thing(of))),
                iris -> QueryFactory.create("SELECT " + columns + " { <"
                        + iris.get("thing").getFirst().getURI() + "> <urn:likes> ?x }"));
    }

    private static Node thing(String name) {
        return NodeFactory.createURI("urn:" + name);
    }
}
