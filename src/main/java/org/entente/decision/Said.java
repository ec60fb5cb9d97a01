package org.entente.decision;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A sentence whose words are chosen by the page.
 *
 * @param key last part of the key of its message, behind that of the kind
 * @param of what is put into it: for each place one or several things or values
 */
public record Said(String key, List<List<Node>> of) {
    public Said {
        of = of.stream().map(List::copyOf).toList();
    }
}
