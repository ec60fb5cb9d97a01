package org.entente.contact;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Nodes whose IRIs end in 16 hexadecimal digits, kept as numbers; few others are kept as they are. */
final class HexNames {
    private static final HexFormat HEX = HexFormat.of();

    private final String prefix;
    private final long[] names;
    private final Map<Integer, Node> others = new HashMap<>();

    HexNames(String prefix, int count) {
        this.prefix = prefix;
        this.names = new long[count];
    }

    void set(int at, Node node) {
        String iri = node.isURI() ? node.getURI() : "";
        String digits = iri.startsWith(prefix) ? iri.substring(prefix.length()) : "";
        if (digits.length() == 16 && digits.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            names[at] = Long.parseUnsignedLong(digits, 16);
        } else {
            others.put(at, node);
        }
    }

    Node node(int at) {
        Node other = others.isEmpty() ? null : others.get(at);
        return other != null ? other : NodeFactory.createURI(prefix + HEX.toHexDigits(names[at]));
    }

    long bytes() {
        return 8L * names.length;
    }
}
