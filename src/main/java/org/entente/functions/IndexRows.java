package org.entente.functions;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.execution.CancellationCheck;
import org.jspecify.annotations.Nullable;

/** The rows of a source that agree with what is given: a few at first, for whoever wants but a few, then more together. */
final class IndexRows implements Iterator<Binding> {
    private static final int FIRST = 16;
    private static final int MOST = 512;

    private final RowShape shape;
    private final CancellationCheck stop;
    private final RowSource source;
    private int size = FIRST;
    private @Nullable Node[][] columns = {};
    /** Which of the rows agree; null if all do. */
    private int @Nullable [] agreeing;

    private int at;
    private int count;

    IndexRows(RowShape shape, CancellationCheck stop, RowSource source) {
        this.shape = shape;
        this.stop = stop;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return at < count || more();
    }

    private boolean more() {
        do {
            stop.check();
            int made = source.next(size);
            if (made == 0) {
                return false;
            }
            size = Math.min(MOST, 2 * size);
            agreeing = shape.agreeing(source, made);
            count = agreeing == null ? made : agreeing.length;
            at = 0;
            if (count > 0) {
                columns = shape.columns(source, made);
            }
        } while (count == 0);
        return true;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int place = at++;
        return new IndexRow(shape, columns, agreeing == null ? place : agreeing[place]);
    }
}
