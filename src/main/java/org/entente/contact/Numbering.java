package org.entente.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Numbers for nodes in the order in which they are met, behind those that an earlier index has. */
final class Numbering {
    private final @Nullable ContactIndex earlier;
    private final int begin;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> met = new ArrayList<>();

    Numbering(@Nullable ContactIndex earlier) {
        this.earlier = earlier;
        begin = earlier == null ? 0 : earlier.nodeCount();
    }

    int of(Node node) {
        int known = earlier == null ? -1 : earlier.number(node);
        return known >= 0
                ? known
                : numbers.computeIfAbsent(node, n -> {
                    met.add(n);
                    return begin + met.size() - 1;
                });
    }

    int size() {
        return begin + met.size();
    }

    Node node(int number) {
        return number >= begin || earlier == null ? met.get(number - begin) : earlier.node(number);
    }

    /** Nodes that the earlier index has not. */
    List<Node> met() {
        return met;
    }

    /** Of two nodes the one with the lesser IRI; the other one if one is missing. */
    int lesser(int one, int two) {
        if (one == Raw.UNSET || two == Raw.UNSET) {
            return Math.max(one, two);
        }
        return one == two || node(one).toString().compareTo(node(two).toString()) < 0 ? one : two;
    }
}
