package org.entente.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.entente.vocab.Ent;
import org.jspecify.annotations.Nullable;

/** Reads and writes the graph with the loaded release. Call inside a transaction. */
final class ReleaseGraph {
    private static final Node COLLECTION = NodeFactory.createURI(Ent.ID + "release/current");
    private static final Node IDENTIFIER = DCTerms.identifier.asNode();
    private static final Node ISSUED = DCTerms.issued.asNode();
    private static final Node PART = DCTerms.hasPart.asNode();
    private static final Node CONTENT = NodeFactory.createURI("http://spdx.org/rdf/terms#checksumValue");
    private static final Node SET_BACK = DCTerms.isReplacedBy.asNode();
    private static final Node REVISION = NodeFactory.createURI("http://schema.org/version");

    private ReleaseGraph() {}

    /** Id of the release that was left for an earlier one; "" if none was. */
    static String setBackFrom(DatasetGraph dataset) {
        return text(dataset, SET_BACK);
    }

    /** What the last load brought; empty before the first one. */
    static Optional<LoadedState> loaded(DatasetGraph dataset) {
        String files = text(dataset, IDENTIFIER);
        Node issued = object(dataset.getGraph(Graphs.RELEASE), ISSUED);
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new LoadedState(files, text(dataset, CONTENT), instant(issued), parts(dataset)));
    }

    /** Number of committed writes. */
    static long revision(DatasetGraph dataset) {
        return revision(dataset.getGraph(Graphs.RELEASE));
    }

    /** The literal; "" if there is none. An update may have written anything. */
    private static String text(DatasetGraph dataset, Node property) {
        Node value = object(dataset.getGraph(Graphs.RELEASE), property);
        return value == null ? "" : value.isLiteral() ? value.getLiteralLexicalForm() : "unknown";
    }

    /** An update may have written anything into the graph: what is no time does not keep the service from starting. */
    private static Instant instant(@Nullable Node issued) {
        try {
            return issued == null ? Instant.EPOCH : Instant.parse(issued.getLiteralLexicalForm());
        } catch (DateTimeParseException | UnsupportedOperationException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * Says what was loaded.
     *
     * @param setBackFrom id of the release that was left for an earlier one; "" for a load of files
     */
    static void announce(DatasetGraph dataset, LoadedState state, String setBackFrom) {
        Graph graph = dataset.getGraph(Graphs.RELEASE);
        set(graph, IDENTIFIER, NodeFactory.createLiteralString(state.files()));
        set(graph, CONTENT, NodeFactory.createLiteralString(state.content()));
        set(graph, ISSUED, NodeFactoryExtra.parseNode("\"" + state.loaded() + "\"^^<" + DATE_TIME + ">"));
        graph.remove(COLLECTION, SET_BACK, Node.ANY);
        if (!setBackFrom.isEmpty()) {
            graph.add(COLLECTION, SET_BACK, NodeFactory.createLiteralString(setBackFrom));
        }
        setParts(dataset, state.graphs());
        graph.add(COLLECTION, RDF.type.asNode(), VOID.Dataset.asNode());
    }

    /** The graphs of the last load. */
    static List<Node> parts(DatasetGraph dataset) {
        List<Node> parts = new ArrayList<>();
        dataset.getGraph(Graphs.RELEASE)
                .find(COLLECTION, PART, Node.ANY)
                .forEachRemaining(t -> parts.add(t.getObject()));
        return parts;
    }

    private static void setParts(DatasetGraph dataset, Iterable<Node> graphs) {
        Graph graph = dataset.getGraph(Graphs.RELEASE);
        Set<Node> more = new LinkedHashSet<>();
        graphs.forEach(more::add);
        for (Node part : parts(dataset)) {
            if (!more.remove(part)) {
                graph.delete(Triple.create(COLLECTION, PART, part));
            }
        }
        more.forEach(part -> graph.add(COLLECTION, PART, part));
    }

    /**
     * Numbers the state that is about to be committed.
     *
     * @param atLeast the last number that was used
     * @return the new number, greater than all before it
     */
    static long countCommit(DatasetGraph dataset, long atLeast) {
        Graph graph = dataset.getGraph(Graphs.RELEASE);
        long next = Math.max(revision(graph), atLeast) + 1;
        set(graph, REVISION, NodeFactoryExtra.intToNode(next));
        return next;
    }

    /** Says that the sums of the graphs are those of the state that is about to be committed; call after it has been numbered. */
    static void summed(DatasetGraph dataset) {
        Graph graph = dataset.getGraph(Graphs.RELEASE);
        graph.remove(Graphs.SUMS, REVISION, Node.ANY);
        graph.add(Graphs.SUMS, REVISION, NodeFactoryExtra.intToNode(revision(graph)));
    }

    /** Whether the sums of the graphs are those of this state: a program that knows none would have left those of an earlier one. */
    static boolean isSummed(DatasetGraph dataset) {
        Graph graph = dataset.getGraph(Graphs.RELEASE);
        Node revision = object(graph, REVISION);
        return revision != null && graph.contains(Graphs.SUMS, REVISION, revision);
    }

    private static final String DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime";

    private static long revision(Graph graph) {
        Node revision = object(graph, REVISION);
        return revision == null ? 0 : Long.parseLong(revision.getLiteralLexicalForm());
    }

    private static @Nullable Node object(Graph graph, Node predicate) {
        var found = graph.find(COLLECTION, predicate, Node.ANY);
        try {
            return found.hasNext() ? found.next().getObject() : null;
        } finally {
            found.close();
        }
    }

    private static void set(Graph graph, Node predicate, Node value) {
        graph.remove(COLLECTION, predicate, Node.ANY);
        graph.add(COLLECTION, predicate, value);
    }
}
