package org.entente.store;

import org.apache.jena.graph.Node;

/** A write into a graph that a commit or a load replaces. The message says where to write instead. */
public final class ReadOnlyGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String INSTEAD = "identities to " + Graphs.OWN_AUTHORITY.getURI()
            + ", the reports of a source to a graph of its own below "
            + Graphs.source("").getURI()
            + ", decisions to " + Graphs.OWN_DECISIONS.getURI();

    private ReadOnlyGraphException(String message) {
        super(message);
    }

    /** @param graph as the message begins */
    static ReadOnlyGraphException derived(String graph) {
        return new ReadOnlyGraphException(graph
                + " is derived at every commit, so anything written there would be lost. Write to a named graph: "
                + INSTEAD
                + "; what follows from them then appears here automatically.");
    }

    static ReadOnlyGraphException loaded(Node graph) {
        return new ReadOnlyGraphException("The graph " + graph.getURI()
                + " is loaded from files, and the next load would undo what is written there. Change the files, or write "
                + INSTEAD + "; no load replaces these graphs.");
    }
}
