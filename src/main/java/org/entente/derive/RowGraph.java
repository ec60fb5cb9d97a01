package org.entente.derive;

import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.NullIterator;

/** The triples of a table that are seen. Rows may be added to the table while it is read: their state says that they are not seen. */
final class RowGraph extends GraphBase {
    private final RowView view;

    RowGraph(RowView view) {
        this.view = view;
    }

    RowView view() {
        return view;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        RowCursor rows = rows(pattern);
        return rows.hasNext() ? new Found(rows) : NullIterator.instance();
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return rows(pattern).hasNext();
    }

    private RowCursor rows(Triple pattern) {
        RowCursor rows = new RowCursor(view);
        rows.start(
                view.number(pattern.getSubject()),
                view.number(pattern.getPredicate()),
                view.number(pattern.getObject()));
        return rows;
    }

    private final class Found extends NiceIterator<Triple> {
        private final RowCursor rows;

        Found(RowCursor rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Triple next() {
            return rows.hasNext() ? view.table().triple(rows.next()) : noElements("");
        }
    }
}
