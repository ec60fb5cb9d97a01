package org.entente.contact;

import org.apache.jena.graph.Node;
import org.entente.vocab.Ent;
import org.jspecify.annotations.Nullable;

/** The columns of the index, as {@link ContactIndex} describes them, while they are filled. */
class ContactColumns {
    static final String ENCOUNTER = Ent.ID + "encounter/";
    static final String PARTICIPATION = Ent.ID + "participation/";

    Node[] nodes = {};
    int[] table = {};
    int[] first = {};
    int[] second = {};
    int[] event = {};
    byte[] level = {};
    byte[] confidence = {};
    short[] witnesses = {};
    HexNames names = new HexNames(ENCOUNTER, 0);
    HexNames ofFirst = new HexNames(PARTICIPATION, 0);
    HexNames ofSecond = new HexNames(PARTICIPATION, 0);
    Documents documents = new Documents.Lists(0).made();
    int[] offset = {};
    int[] other = {};
    int[] contact = {};
    int[] earliest = {};
    int[] latest = {};

    @Nullable
    Node[] dates = {};

    int[] size = {};
    int[] participationOffset = {};
    int[] participation = {};
    int[] participant = {};
    int[] participationEvent = {};
    byte[] attendance = {};
    HexNames participationNames = new HexNames(PARTICIPATION, 0);

    /** The number of a node in a table; -1 if it has none. */
    static int number(Node node, Node[] nodes, int[] table) {
        int mask = table.length - 1;
        for (int at = spread(node) & mask; table[at] != 0; at = (at + 1) & mask) {
            if (nodes[table[at] - 1].equals(node)) {
                return table[at] - 1;
            }
        }
        return -1;
    }

    /** Where the search for a node in {@link #table} begins. */
    static int spread(Node node) {
        int hash = node.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
