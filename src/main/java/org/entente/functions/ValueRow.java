package org.entente.functions;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** A solution of values that are there already. */
final class ValueRow extends IndexRow {
    private final @Nullable Node[] values;

    /** @param values arguments on the left first; null where there is none */
    ValueRow(RowShape shape, @Nullable Node... values) {
        super(shape);
        this.values = values;
    }

    @Override
    @Nullable
    Node value(int column) {
        return column < values.length ? values[column] : null;
    }
}
