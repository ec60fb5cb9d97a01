package org.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.system.Txn;
import org.entente.store.Derivation;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushTest {
    private static final Node SOURCE = NodeFactory.createURI("https://w3id.org/entente/graph/source/s1");
    private static final Node OTHER = NodeFactory.createURI("https://w3id.org/entente/graph/source/s2");

    private final StockFuseki fuseki = new StockFuseki();
    private final Engine engine = new Engine(fuseki.address());
    private final Store store = Store.inMemory(Derivation.NONE);

    PushTest() {
        store.write(dataset -> {
            dataset.add(SSE.parseQuad("(_ <http://e/a> <http://e/p> \"quote \\\" line\\n and ü\"@de)"));
            dataset.add(new Quad(SOURCE, SSE.parseTriple("(<http://e/a> <http://e/p> 1)")));
            dataset.add(new Quad(OTHER, SSE.parseTriple("(<http://e/b> <http://e/p> _:blank)")));
        });
    }

    @AfterEach
    void close() {
        engine.close();
        fuseki.close();
        store.close();
    }

    /** Every commit is counted in a graph of its own, which is written each time. */
    private Push.Report push() {
        return new Push(engine).write(store, false, Progress.SILENT);
    }

    private long count(Node graph) {
        return Txn.calculateRead(
                fuseki.dataset(), () -> (long) fuseki.dataset().getGraph(graph).size());
    }

    @Test
    void every_graph_is_there_under_its_name_and_the_view_under_one_of_its_own() {
        assertThat(push()).isEqualTo(new Push.Report(4, 4, 0, 0));

        assertThat(count(EngineGraphs.CONSOLIDATED)).isEqualTo(1);
        assertThat(count(SOURCE)).isEqualTo(1);
        assertThat(count(OTHER)).isEqualTo(1);
        assertThat(count(Quad.defaultGraphIRI)).isZero();
        assertThat(engine.state()).isEqualTo(store.release().state());
    }

    @Test
    void what_is_there_already_is_not_written_again() {
        push();
        store.write(dataset -> dataset.add(new Quad(SOURCE, SSE.parseTriple("(<http://e/a> <http://e/p> 2)"))));

        assertThat(push()).isEqualTo(new Push.Report(2, 3, 2, 0));
        assertThat(push()).isEqualTo(new Push.Report(0, 0, 4, 0));
        assertThat(new Push(engine).write(store, true, Progress.SILENT).written())
                .isEqualTo(4);
        assertThat(count(SOURCE)).isEqualTo(2);
    }

    @Test
    void a_graph_that_is_gone_here_is_removed_there() {
        push();
        store.write(dataset -> dataset.removeGraph(OTHER));

        assertThat(push()).isEqualTo(new Push.Report(1, 1, 2, 1));
        assertThat(count(OTHER)).isZero();
        assertThat(engine.listed()).doesNotContainKey(OTHER.getURI());
    }

    @Test
    void other_data_of_the_service_stay() {
        Txn.executeWrite(fuseki.dataset(), () -> fuseki.dataset()
                .add(SSE.parseQuad("(<http://e/theirs> <http://e/a> <http://e/p> 1)")));
        push();
        push();

        assertThat(count(NodeFactory.createURI("http://e/theirs"))).isEqualTo(1);
    }

    @Test
    void updates_write_the_same_as_the_graph_store_protocol() {
        push();
        try (StockFuseki second = new StockFuseki();
                Engine updated =
                        new Engine(second.address().withUpdate(second.address().query()))) {
            new Push(updated).write(store, false, Progress.SILENT);

            assertThat(updated.listed()).isEqualTo(engine.listed());
            Txn.executeRead(
                    fuseki.dataset(),
                    () -> Txn.executeRead(second.dataset(), () -> assertThat(
                                    second.dataset().stream().toList())
                            .containsExactlyInAnyOrderElementsOf(
                                    fuseki.dataset().stream().toList())));
        }
    }

    @Test
    void an_address_without_an_engine_is_named() {
        try (Engine nobody = new Engine(EngineAddress.of(URI.create("http://localhost:9/sparql")))) {
            assertThatThrownBy(nobody::state)
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("http://localhost:9/sparql")
                    .hasMessageContaining("cannot be reached");
        }
    }

    @Test
    void a_wrong_address_for_writing_says_which_options_name_it() {
        EngineAddress wrong =
                fuseki.address().withGraphs(URI.create(fuseki.address().query() + "/nowhere"));
        try (Engine half = new Engine(wrong)) {
            assertThatThrownBy(() -> new Push(half).write(store, false, Progress.SILENT))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("/nowhere")
                    .hasMessageContaining("--graph-store");
        }
    }

    @Test
    void an_address_with_a_password_or_of_no_service_is_refused() {
        assertThatThrownBy(() -> EngineAddress.of(URI.create("http://user:secret@localhost/sparql")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ENTENTE_ENGINE_PASSWORD");
        assertThatThrownBy(() -> EngineAddress.of(URI.create("file:///etc/passwd")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fuseki.address().withLogin("anna", "secret").toString()).doesNotContain("secret");
    }
}
