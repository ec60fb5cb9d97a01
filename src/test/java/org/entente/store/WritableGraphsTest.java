package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.Ent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer from outside reads every graph and writes those that are not derived, by whichever way of the API it comes. */
class WritableGraphsTest {
    private static final Node THING = NodeFactory.createURI("http://example.org/thing");
    private static final Node LABEL = RDFS.label.asNode();
    private static final Node OLD = NodeFactory.createLiteralString("old");
    private static final Node NEW = NodeFactory.createLiteralString("new");

    private final DatasetGraph data = DatasetGraphFactory.createTxnMem();
    private final DatasetGraph writable = new WritableGraphs(data);

    static Stream<Map.Entry<String, Consumer<DatasetGraph>>> forbidden() {
        Map<String, Consumer<DatasetGraph>> ways = Map.ofEntries(
                Map.entry("add quad", d -> d.add(Quad.create(Graphs.DERIVED, THING, LABEL, NEW))),
                Map.entry("add nodes", d -> d.add(Graphs.DERIVED, THING, LABEL, NEW)),
                Map.entry("delete quad", d -> d.delete(Quad.create(Graphs.DERIVED, THING, LABEL, OLD))),
                Map.entry("delete nodes", d -> d.delete(Graphs.DERIVED, THING, LABEL, OLD)),
                Map.entry("delete by pattern", d -> d.deleteAny(Graphs.DERIVED, Node.ANY, Node.ANY, Node.ANY)),
                Map.entry("add graph", d -> d.addGraph(Graphs.DERIVED, GraphFactory.createDefaultGraph())),
                Map.entry("remove graph", d -> d.removeGraph(Graphs.DERIVED)),
                Map.entry("through the graph", d -> d.getGraph(Graphs.DERIVED).add(Triple.create(THING, LABEL, NEW))),
                Map.entry("clear the graph", d -> d.getGraph(Graphs.DERIVED).clear()),
                Map.entry("default graph", d -> d.getDefaultGraph().add(Triple.create(THING, LABEL, NEW))),
                Map.entry(
                        "quad of the default graph", d -> d.add(Quad.create(Quad.defaultGraphIRI, THING, LABEL, NEW))),
                Map.entry(
                        "quad outside of any graph",
                        d -> d.add(Quad.create(Quad.defaultGraphNodeGenerated, THING, LABEL, NEW))),
                Map.entry("remove from the default graph", d -> d.getDefaultGraph()
                        .remove(Node.ANY, LABEL, Node.ANY)),
                Map.entry("union graph", d -> d.add(Quad.unionGraph, THING, LABEL, NEW)),
                Map.entry("SPARQL", d -> update(d, "INSERT DATA { <x:a> <x:b> 1 }")),
                Map.entry(
                        "SPARQL into the derived graph",
                        d -> update(d, "INSERT DATA { GRAPH <" + Graphs.DERIVED.getURI() + "> { <x:a> <x:b> 1 } }")),
                Map.entry("delete whatever matches", d -> d.deleteAny(Node.ANY, THING, Node.ANY, Node.ANY)),
                Map.entry("clear everything", DatasetGraph::clear),
                Map.entry("SPARQL drop all", d -> update(d, "DROP ALL")),
                Map.entry("SPARQL drop", d -> update(d, "DROP DEFAULT")));
        return ways.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void what_is_derived_is_not_written(Map.Entry<String, Consumer<DatasetGraph>> way) {
        data.executeWrite(() -> {
            data.add(Graphs.DERIVED, THING, LABEL, OLD);
            data.add(Quad.defaultGraphIRI, THING, LABEL, OLD);
        });
        assertThatThrownBy(() -> writable.executeWrite(() -> way.getValue().accept(writable)))
                .isInstanceOf(ReadOnlyGraphException.class)
                .hasMessageContaining("derived at every commit");
        data.executeRead(() -> {
            assertThat(data.getGraph(Graphs.DERIVED).find().toList()).containsExactly(Triple.create(THING, LABEL, OLD));
            assertThat(data.getDefaultGraph().find().toList()).containsExactly(Triple.create(THING, LABEL, OLD));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"authority", "decisions", "links", "source/s001"})
    void every_other_graph_is_written_cleared_and_removed(String name) {
        Node graph = NodeFactory.createURI(Ent.GRAPH + name);
        writable.executeWrite(() -> {
            writable.add(graph, THING, LABEL, NEW);
            writable.add(Quad.create(graph, THING, LABEL, OLD));
            writable.getGraph(graph).add(Triple.create(THING, LABEL, LABEL));
            writable.delete(graph, THING, LABEL, LABEL);
            writable.delete(Quad.create(graph, THING, LABEL, OLD));
        });
        data.executeRead(() ->
                assertThat(data.getGraph(graph).find().toList()).containsExactly(Triple.create(THING, LABEL, NEW)));
        writable.executeWrite(() -> writable.deleteAny(graph, Node.ANY, LABEL, Node.ANY));
        data.executeRead(() -> assertThat(data.getGraph(graph).isEmpty()).isTrue());
        writable.executeWrite(() -> {
            writable.add(graph, THING, LABEL, NEW);
            writable.removeGraph(graph);
        });
        data.executeRead(() -> assertThat(data.containsGraph(graph)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derived", "authority"})
    void what_may_not_be_written_may_be_read(String name) {
        Node graph = NodeFactory.createURI(Ent.GRAPH + name);
        data.executeWrite(() -> {
            data.add(graph, THING, LABEL, OLD);
            data.add(Quad.defaultGraphIRI, THING, LABEL, OLD);
        });
        writable.executeRead(() -> {
            assertThat(writable.getGraph(graph).contains(THING, LABEL, OLD)).isTrue();
            assertThat(writable.getDefaultGraph().contains(THING, LABEL, OLD)).isTrue();
            assertThat(writable.contains(graph, THING, LABEL, OLD)).isTrue();
        });
    }

    private static void update(DatasetGraph dataset, String text) {
        UpdateExec.dataset(dataset).update(text).execute();
    }
}
