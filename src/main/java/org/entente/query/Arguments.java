package org.entente.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * The valid values of the parameters of one canned query.
 *
 * @param lang language of labels
 * @param scalars variable name to node; a date also under {@code …Start} and {@code …End}
 * @param lists variable name to nodes, for parameters that may be repeated
 * @param canonical parameter name to the texts for a permanent link, which give the same nodes again: CURIEs instead of
 *     names, without defaults
 */
public record Arguments(
        String lang, Map<String, Node> scalars, Map<String, List<Node>> lists, Map<String, List<String>> canonical) {

    public Arguments {
        scalars = Map.copyOf(scalars);
        lists = Map.copyOf(lists);
        canonical = java.util.Collections.unmodifiableMap(new TreeMap<>(canonical));
    }
}
