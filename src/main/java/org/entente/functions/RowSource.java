package org.entente.functions;

import org.apache.jena.graph.Node;
import org.entente.contact.ContactIndex;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of an answer come from: some at a time, column by column. So the many places of the index from which a column is read
 * are read one after the other, and no row has values that nobody asked for.
 */
abstract class RowSource {
    /** Goes on to the next rows, at most so many. Returns how many there are; 0 at the end. */
    abstract int next(int most);

    /**
     * Puts the values of one column of these rows into an array.
     *
     * @param column arguments on the left first
     * @param into as long as there are rows; null where there is no value: the variable stays unbound
     */
    abstract void put(int column, @Nullable Node[] into);

    static void nodes(ContactIndex index, int[] numbers, @Nullable Node[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = index.node(numbers[i]);
        }
    }

    static void numbers(int[] values, @Nullable Node[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = IndexNodes.number(values[i]);
        }
    }

    /** An array with room for so many: the one that is there, if it is large enough. */
    static int[] room(int[] there, int most) {
        return there.length >= most ? there : new int[most];
    }
}
