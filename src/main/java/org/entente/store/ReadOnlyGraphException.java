package org.entente.store;

/** A write into a derived graph, which is replaced at every commit. The message says where to write instead. */
public final class ReadOnlyGraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadOnlyGraphException(String graph) {
        super(graph
                + " is derived at every commit, so anything written there would be lost. Write to a named graph: identities"
                + " to " + Graphs.AUTHORITY.getURI() + ", the reports of a source to a graph below "
                + Graphs.source("").getURI()
                + ", decisions to " + Graphs.DECISIONS.getURI()
                + "; what follows from them then appears here automatically.");
    }
}
