package org.entente.packing;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.mem.collection.FastHashSet;
import org.apache.jena.tdb2.store.NodeId;

/**
 * A number for each term, from 0 on. Spellings of a value that TDB2 stores as one ({@code "01"} and {@code "1"} as integers) have one
 * number. Used by one thread at a time.
 */
public final class TermNumbers {
    private final Terms terms = new Terms();
    /** Of a spelling that TDB2 does not keep the number of the one that it gives back. */
    private final Map<Integer, Integer> spellings = new HashMap<>();

    private static final class Terms extends FastHashSet<Node> {
        @Override
        protected Node[] newKeysArray(int size) {
            return new Node[size];
        }
    }

    /** The number of a term, which gets one if it has none. */
    public int of(Node term) {
        int number = terms.addAndGetIndex(term);
        if (number < 0) {
            return spellings.isEmpty() ? ~number : spellings.getOrDefault(~number, ~number);
        }
        NodeId inline = term.isLiteral() ? NodeId.inline(term) : null;
        if (inline != null) {
            Node kept = NodeId.extract(inline);
            if (!kept.equals(term)) {
                int other = of(kept);
                spellings.put(number, other);
                return other;
            }
        }
        return number;
    }

    /** The number of a term; -1 if it has none. */
    public int known(Node term) {
        int number = terms.indexOf(term);
        return number < 0 ? -1 : spellings.getOrDefault(number, number);
    }

    /** The term with a number, as TDB2 gives it back. */
    public Node term(int number) {
        return terms.getKeyAt(number);
    }

    /** All numbers are less than this one. */
    public int size() {
        return terms.size();
    }
}
