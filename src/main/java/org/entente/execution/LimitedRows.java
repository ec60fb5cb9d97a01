package org.entente.execution;

import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** At most so many rows of an answer; says when there were more. */
public final class LimitedRows implements RowSet {
    private final RowSet rows;
    private final long most;
    private final Runnable cut;
    private long sent;

    public LimitedRows(RowSet rows, long most, Runnable cut) {
        this.rows = rows;
        this.most = most;
        this.cut = cut;
    }

    @Override
    public boolean hasNext() {
        boolean more = rows.hasNext();
        if (more && sent >= most) {
            cut.run();
            return false;
        }
        return more;
    }

    @Override
    public Binding next() {
        if (sent >= most) {
            throw new NoSuchElementException();
        }
        sent++;
        return rows.next();
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return sent;
    }

    @Override
    public void close() {
        rows.close();
    }
}
