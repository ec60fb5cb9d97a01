package org.entente.functions;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.execution.CancellationCheck;
import org.jspecify.annotations.Nullable;

/** Rows made one by one from places of the index, for a hub has many. */
final class IndexRows implements Iterator<Binding> {
    /** Makes the row of a place. */
    @FunctionalInterface
    interface Making {
        @Nullable
        Binding at(int place);
    }

    private final CancellationCheck stop;
    private final int to;
    private final Making making;
    private int at;
    private @Nullable Binding next;

    /**
     * @param to the first place that is left out
     * @param making null for a place without a row
     */
    IndexRows(CancellationCheck stop, int from, int to, Making making) {
        this.stop = stop;
        this.at = from;
        this.to = to;
        this.making = making;
    }

    @Override
    public boolean hasNext() {
        while (next == null && at < to) {
            if ((at & 0x3FF) == 0) {
                stop.check();
            }
            next = making.at(at++);
        }
        return next != null;
    }

    @Override
    public Binding next() {
        if (next == null && !hasNext()) {
            throw new NoSuchElementException();
        }
        Binding row = next;
        next = null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        return row;
    }
}
