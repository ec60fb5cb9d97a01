package org.entente.store;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.vocab.Ent;

/**
 * The named graphs of the store. The default graph is the consolidated view: ontology, vocabulary, authority and derived
 * triples stand in it a second time, so that simple queries need no {@code GRAPH}. Sources and decisions live only in theirs.
 */
public final class Graphs {
    public static final Node ONTOLOGY = graph("ontology");
    public static final Node VOCABULARY = graph("vocabulary");
    public static final Node ALIGNMENTS = graph("alignments");
    public static final Node AUTHORITY = graph("authority");
    public static final Node DECISIONS = graph("decisions");
    public static final Node DERIVED = graph("derived");
    /** What is loaded: release id, number of commits, time. */
    public static final Node RELEASE = graph("release");

    /** The snapshot of Wikidata: no part of the collection, so nothing is derived from it. */
    public static final Node WIKIDATA = graph("wikidata");
    /** The log of decisions about links, written by the service; no load replaces it. */
    public static final Node LINKS = graph("links");
    /** Decisions about links that were filed with the collection, in {@code data/links/}. */
    public static final Node FILED_LINKS = graph("links/filed");

    private static final String SOURCE = Ent.GRAPH + "source/";

    private Graphs() {}

    /** The graph that holds the account of one source, by the source's id ({@code s003}). */
    public static Node source(String id) {
        return NodeFactory.createURI(SOURCE + id);
    }

    /** Whether the graph holds one source's account. */
    public static boolean isSource(Node graph) {
        return graph.isURI() && graph.getURI().startsWith(SOURCE);
    }

    private static Node graph(String name) {
        return NodeFactory.createURI(Ent.GRAPH + name);
    }
}
