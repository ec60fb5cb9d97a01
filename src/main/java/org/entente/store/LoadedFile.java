package org.entente.store;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.entente.rdf.LocatedTriple;
import org.jspecify.annotations.Nullable;

/** One Turtle file with its graph; blank nodes are replaced by IRIs. */
public final class LoadedFile {
    private final String name;
    private final Node graph;
    private final String content;
    private final FileOutline outline;
    private final @Nullable Supplier<List<LocatedTriple>> again;
    private @Nullable List<LocatedTriple> triples;

    /** A file with these triples, which are kept. */
    public LoadedFile(String name, Node graph, List<LocatedTriple> triples) {
        this(name, graph, "", FileOutline.of(name, triples), triples, null);
    }

    /**
     * @param content stands for all that the triples depend on; "" if nobody knows
     * @param triples null if they are to be read
     * @param again reads the triples again; null if they are kept
     */
    LoadedFile(
            String name,
            Node graph,
            String content,
            FileOutline outline,
            @Nullable List<LocatedTriple> triples,
            @Nullable Supplier<List<LocatedTriple>> again) {
        this.name = name;
        this.graph = graph;
        this.content = content;
        this.outline = outline;
        this.triples = triples;
        this.again = again;
    }

    public String name() {
        return name;
    }

    public Node graph() {
        return graph;
    }

    String content() {
        return content;
    }

    /** What can be told of the file without reading it again. */
    public FileOutline outline() {
        return outline;
    }

    /** The triples with their positions. It may take reading the file again. */
    public List<LocatedTriple> triples() {
        List<LocatedTriple> kept = triples;
        if (kept == null) {
            if (again == null) {
                throw new IllegalStateException("neither triples nor a way to read them");
            }
            return again.get();
        }
        return kept;
    }

    /** Gives their memory back, if they can be read again. */
    void forget() {
        if (again != null) {
            triples = null;
        }
    }
}
