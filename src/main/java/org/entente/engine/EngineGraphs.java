package org.entente.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.GraphDigest;
import org.entente.store.Graphs;
import org.entente.vocab.Ent;

/** The graphs of the collection as an engine holds them: those of the store, the default graph under a name, and one that lists them. */
public final class EngineGraphs {
    /** The consolidated view, which is the default graph of the store. */
    public static final Node CONSOLIDATED = NodeFactory.createURI(Ent.GRAPH + "consolidated");
    /** Lists the graphs that were written, each with a digest of its statements, and itself with the state of the store. */
    public static final Node WRITTEN = NodeFactory.createURI(Ent.GRAPH + "written");

    private static final String GENERATED = Ent.BASE + ".well-known/genid/";

    static final Node IDENTIFIER = NodeFactory.createURI("http://purl.org/dc/terms/identifier");
    /** What is listed in an engine. */
    static final Query LISTED = QueryFactory.create(
            "SELECT ?graph ?id WHERE { GRAPH <" + WRITTEN + "> { ?graph <" + IDENTIFIER + "> ?id } } ORDER BY ?graph");

    private EngineGraphs() {}

    /** The graphs that are to be written, by name, with the digest of each. Call in a read transaction. */
    static Map<Node, String> of(DatasetGraph dataset) {
        Map<String, Node> names = new TreeMap<>();
        dataset.listGraphNodes().forEachRemaining(name -> names.put(name.getURI(), name));
        Map<Node, String> graphs = new LinkedHashMap<>();
        names.values().forEach(name -> graphs.put(name, digest(statements(dataset, name))));
        graphs.put(CONSOLIDATED, digest(statements(dataset, CONSOLIDATED)));
        return graphs;
    }

    /** What is written into the graph of this name. */
    static Iterator<Triple> statements(DatasetGraph dataset, Node name) {
        Graph graph = name.equals(CONSOLIDATED) ? dataset.getDefaultGraph() : dataset.getGraph(name);
        return graph.find()
                .filterDrop(Graphs::isSum)
                .mapWith(t -> Triple.create(named(t.getSubject()), t.getPredicate(), named(t.getObject())));
    }

    /** A blank node would be another one in every graph and in every answer. */
    private static Node named(Node node) {
        return node.isBlank() ? NodeFactory.createURI(GENERATED + node.getBlankNodeLabel()) : node;
    }

    private static String digest(Iterator<Triple> statements) {
        GraphDigest digest = new GraphDigest();
        statements.forEachRemaining(digest::add);
        return digest.hex();
    }
}
