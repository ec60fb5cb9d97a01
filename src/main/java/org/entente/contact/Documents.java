package org.entente.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** By encounter: the documents that support it. */
final class Documents {
    private final Node[] nodes;
    private final int[] offset;
    private final int[] document;

    private Documents(Node[] nodes, int[] offset, int[] document) {
        this.nodes = nodes;
        this.offset = offset;
        this.document = document;
    }

    /** Lists the documents of one encounter after the other. */
    static final class Lists {
        private final Map<Node, Integer> numbers = new HashMap<>();
        private final List<Node> nodes = new ArrayList<>();
        private final int[] offset;
        private int[] document = new int[64];
        private int encounters;

        Lists(int encounters) {
            offset = new int[encounters + 1];
        }

        void add(List<Node> documents) {
            int at = offset[encounters];
            document = at + documents.size() > document.length
                    ? Arrays.copyOf(document, Math.max(at + documents.size(), 2 * document.length))
                    : document;
            for (Node each : documents) {
                document[at++] = numbers.computeIfAbsent(each, n -> {
                    nodes.add(n);
                    return nodes.size() - 1;
                });
            }
            offset[++encounters] = at;
        }

        Documents made() {
            return new Documents(nodes.toArray(Node[]::new), offset, Arrays.copyOf(document, offset[encounters]));
        }
    }

    int count(int encounter) {
        return offset[encounter + 1] - offset[encounter];
    }

    Node of(int encounter, int at) {
        return nodes[document[offset[encounter] + at]];
    }

    /** Those of an encounter, in the order of their IRIs. */
    List<Node> of(int encounter) {
        int from = offset[encounter];
        int count = count(encounter);
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(nodes[document[from]]);
            default -> {
                List<Node> all = new ArrayList<>(count);
                for (int i = from; i < from + count; i++) {
                    all.add(nodes[document[i]]);
                }
                yield all;
            }
        };
    }

    long bytes() {
        return 4L * (nodes.length + offset.length + document.length);
    }
}
