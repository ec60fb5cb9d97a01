package org.entente.derive;

/** Goes through the rows that are seen and have certain nodes, by their numbers. One object serves many look-ups, one after the other. */
final class RowCursor {
    private static final int[] ALL = {};

    private final RowView view;
    private final TripleTable table;
    private int subject;
    private int object;
    /** Some predicates of which each will do; empty if each of the table will. */
    private int[] choice = ALL;
    /** How many there are of them; 0 if there is one that counts. */
    private int predicates;
    /** The place of the next of them. */
    private int place;

    private int next = TableRows.NONE;

    RowCursor(RowView view) {
        this.view = view;
        this.table = view.table();
    }

    /** Begins again with other nodes. */
    void start(int subject, int predicate, int object) {
        if (begin(subject, object) && predicate != RowView.UNKNOWN) {
            this.choice = ALL;
            // Not those that come while this goes on.
            this.predicates = predicate == RowView.ANY ? table.predicateCount() : 0;
            this.next = seen(predicate == RowView.ANY ? nextPredicate() : table.first(subject, predicate, object));
        }
    }

    /** The same with some predicates, each as often as it is there. */
    void start(int subject, int[] choice, int object) {
        if (begin(subject, object)) {
            this.choice = choice;
            this.predicates = choice.length;
            this.next = seen(nextPredicate());
        }
    }

    private boolean begin(int subject, int object) {
        this.subject = subject;
        this.object = object;
        this.place = 0;
        this.next = TableRows.NONE;
        return subject != RowView.UNKNOWN && object != RowView.UNKNOWN;
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
            int predicate = choice == ALL ? table.predicateAt(place) : choice[place];
            place++;
            int first = predicate < 0 ? TableRows.NONE : table.first(subject, predicate, object);
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
