package org.entente.derive;

/** Goes through the rows that are seen and have certain nodes, by their numbers. One object serves many look-ups, one after the other. */
final class RowCursor {
    private final RowView view;
    private final TripleTable table;
    private int subject;
    private int predicate;
    private int object;
    /** If any predicate will do: those that were there when this began, and the place of the next of them. */
    private int predicates;

    private int place;
    private int next = TableRows.NONE;

    RowCursor(RowView view) {
        this.view = view;
        this.table = view.table();
    }

    /** Begins again with other nodes. */
    void start(int subject, int predicate, int object) {
        if (subject == RowView.UNKNOWN || predicate == RowView.UNKNOWN || object == RowView.UNKNOWN) {
            next = TableRows.NONE;
            return;
        }
        this.subject = subject;
        this.predicate = predicate;
        this.object = object;
        this.predicates = predicate == RowView.ANY ? table.predicateCount() : 0;
        this.place = 0;
        this.next = seen(predicate == RowView.ANY ? nextPredicate() : table.first(subject, predicate, object));
    }

    boolean hasNext() {
        return next != TableRows.NONE;
    }

    /** The next row; {@link TableRows#NONE} if there is no more. */
    int next() {
        int row = next;
        if (row != TableRows.NONE) {
            next = seen(after(row));
        }
        return row;
    }

    /** The first row with the next of the predicates. */
    private int nextPredicate() {
        while (place < predicates) {
            int first = table.first(subject, table.predicateAt(place++), object);
            if (first != TableRows.NONE) {
                return first;
            }
        }
        return TableRows.NONE;
    }

    /** The row itself, or the first after it that is seen. */
    private int seen(int from) {
        int row = from;
        while (row != TableRows.NONE && !view.sees(row)) {
            row = after(row);
        }
        return row;
    }

    private int after(int row) {
        int following = table.next(row, subject != RowView.ANY, object != RowView.ANY);
        return following == TableRows.NONE ? nextPredicate() : following;
    }
}
