package org.entente.contact;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Nodes whose IRIs end in 16 hexadecimal digits, kept as numbers; few others are kept as they are. Some may be missing. */
final class HexNames {
    private static final HexFormat HEX = HexFormat.of();

    private final String prefix;
    private final long[] names;
    private final BitSet missing = new BitSet();
    private final Map<Integer, Node> others = new HashMap<>();

    HexNames(String prefix, int count) {
        this.prefix = prefix;
        this.names = new long[count];
    }

    void set(int at, @Nullable Node node) {
        if (node == null) {
            missing.set(at);
            return;
        }
        if (isNumber(node)) {
            names[at] = number(node);
        } else {
            others.put(at, node);
        }
    }

    private static boolean isHex(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    boolean has(int at) {
        return !missing.get(at);
    }

    /** The node, which must not be missing. */
    Node node(int at) {
        Node other = others.isEmpty() ? null : others.get(at);
        return other != null ? other : NodeFactory.createURI(prefix + HEX.toHexDigits(names[at]));
    }

    @Nullable
    Node nodeOrNull(int at) {
        return has(at) ? node(at) : null;
    }

    /** Which of the nodes have a name here. */
    Set<Node> among(Collection<Node> nodes) {
        Set<Node> found = new HashSet<>(others.values());
        found.retainAll(Set.copyOf(nodes));
        Map<Long, Node> asked = new HashMap<>();
        for (Node node : nodes) {
            if (isNumber(node)) {
                asked.put(number(node), node);
            }
        }
        for (int i = 0; i < names.length && !asked.isEmpty(); i++) {
            Node node = asked.get(names[i]);
            // What has no number has 0 for it.
            if (node != null && (names[i] != 0 || node(i).equals(node))) {
                found.add(node);
            }
        }
        return found;
    }

    private boolean isNumber(Node node) {
        return node.isURI()
                && node.getURI().length() == prefix.length() + 16
                && node.getURI().startsWith(prefix)
                && isHex(node.getURI(), prefix.length());
    }

    private long number(Node node) {
        return HexFormat.fromHexDigitsToLong(node.getURI(), prefix.length(), prefix.length() + 16);
    }

    long bytes() {
        return 8L * names.length;
    }
}
