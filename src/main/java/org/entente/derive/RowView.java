package org.entente.derive;

import org.apache.jena.graph.Node;

/**
 * Which triples of a table are seen.
 *
 * @param table the table
 * @param flags bits of {@link TripleState} that are looked at
 * @param wanted what they are for a triple to be seen
 * @param before a triple is also seen if a rule with a lower number makes it
 */
record RowView(TripleTable table, int flags, int wanted, int before) {
    /** Instead of the number of a node: any will do. */
    static final int ANY = -1;
    /** Instead of the number of a node: no row has it. */
    static final int UNKNOWN = -2;

    /** Whether a row is seen. */
    boolean sees(int row) {
        int state = table.state(row);
        return (state & flags) == wanted || table.origins().first(TripleState.origin(state)) < before;
    }

    /** The number of a node, or {@link #ANY} for a variable. */
    int number(Node node) {
        if (!node.isConcrete()) {
            return ANY;
        }
        int number = table.number(node);
        return number < 0 ? UNKNOWN : number;
    }
}
