package org.entente.store;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.entente.vocab.Ent;

/**
 * The named graphs of the store. The default graph is the consolidated view. It repeats the ontology, the vocabulary,
 * the authority data and the derived triples, so that simple queries need no {@code GRAPH}. Sources and decisions are
 * only in their own graphs.
 */
public final class Graphs {
    /** What the collection says about itself: title, licence, languages, name space of its things. */
    public static final Node COLLECTION = graph("collection");

    public static final Node ONTOLOGY = graph("ontology");
    public static final Node VOCABULARY = graph("vocabulary");
    public static final Node ALIGNMENTS = graph("alignments");
    public static final Node AUTHORITY = graph("authority");
    public static final Node DECISIONS = graph("decisions");
    /** Identities and decisions that are written over HTTP; no load replaces them. */
    public static final Node OWN_AUTHORITY = graph("authority/own");

    public static final Node OWN_DECISIONS = graph("decisions/own");
    public static final Node DERIVED = graph("derived");
    /** The loaded release: id, number of commits, time. */
    public static final Node RELEASE = graph("release");

    /** The snapshot of Wikidata. It is not part of the collection, so nothing is derived from it. */
    public static final Node WIKIDATA = graph("wikidata");
    /** The log of decisions about links, written by the service; no load replaces it. */
    public static final Node LINKS = graph("links");
    /** Decisions about links in the files of the collection, {@code data/links/}. */
    public static final Node FILED_LINKS = graph("links/filed");

    /** Graphs with identities, from files and over HTTP. */
    public static final List<Node> ALL_AUTHORITY = List.of(AUTHORITY, OWN_AUTHORITY);
    /** Graphs with decisions, from files and over HTTP. */
    public static final List<Node> ALL_DECISIONS = List.of(DECISIONS, OWN_DECISIONS);

    /** In the release graph: from a graph to the sum of its statements. */
    static final Node SUM = NodeFactory.createURI("http://spdx.org/rdf/terms#checksum");
    /** In the release graph: all those sums, which have the number of the state to which they belong. */
    static final Node SUMS = NodeFactory.createURI(Ent.ID + "release/sums");

    private static final String SOURCE = Ent.GRAPH + "source/";

    private Graphs() {}

    /** The graph with the reports of one source, by the id of the source ({@code s003}). */
    public static Node source(String id) {
        return NodeFactory.createURI(SOURCE + id);
    }

    /** Whether the graph is that of a source. */
    public static boolean isSource(Node graph) {
        return graph.isURI() && graph.getURI().startsWith(SOURCE);
    }

    private static Node graph(String name) {
        return NodeFactory.createURI(Ent.GRAPH + name);
    }

    /** Whether a statement only says what the store has summed up for itself; it means nothing elsewhere. */
    public static boolean isSum(Triple statement) {
        return statement.getPredicate().equals(SUM) || statement.getSubject().equals(SUMS);
    }
}
