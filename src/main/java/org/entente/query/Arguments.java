package org.entente.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * Values that were read for one canned query and are valid for it.
 *
 * @param lang language of labels
 * @param scalars variable name to node; a date also under {@code …Start} and {@code …End}
 * @param lists variable name to nodes, for parameters that may be repeated
 * @param canonical parameter name to the texts that give the same nodes again: names are replaced by CURIEs, defaults left
 *     out; what a permanent link is made of
 */
public record Arguments(
        String lang, Map<String, Node> scalars, Map<String, List<Node>> lists, Map<String, List<String>> canonical) {

    public Arguments {
        scalars = Map.copyOf(scalars);
        lists = Map.copyOf(lists);
        canonical = java.util.Collections.unmodifiableMap(new TreeMap<>(canonical));
    }
}
