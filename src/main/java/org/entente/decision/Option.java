package org.entente.decision;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * One of the choices.
 *
 * @param id stays the same as long as it means the same
 * @param said what it is
 * @param sources where that stands
 */
public record Option(String id, Said said, List<Source> sources) {
    public Option {
        sources = List.copyOf(sources);
    }

    /** A document and the place in it; "" for none. */
    public record Source(Node document, String locator) {}
}
