package org.entente.derive;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.NullIterator;

/**
 * Those triples of a table that have some state. Rows may be added to the table while it is read; they are not found by what was asked
 * before.
 */
final class RowGraph extends GraphBase {
    private final TripleTable table;
    private final int flags;
    private final int wanted;
    private final int before;

    /**
     * @param flags bits of {@link TripleState} that are looked at
     * @param wanted what they are for a triple to be seen
     * @param before a triple is also seen if a rule with a lower number makes it
     */
    RowGraph(TripleTable table, int flags, int wanted, int before) {
        this.table = table;
        this.flags = flags;
        this.wanted = wanted;
        this.before = before;
    }

    /** Whether a row is seen. */
    boolean sees(int row) {
        int state = table.state(row);
        return (state & flags) == wanted || table.origins().first(TripleState.origin(state)) < before;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Found found = found(pattern);
        return found == null ? NullIterator.instance() : found;
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        Found found = found(pattern);
        return found != null && found.hasNext();
    }

    private @org.jspecify.annotations.Nullable Found found(Triple pattern) {
        int subject = number(pattern.getSubject());
        int predicate = number(pattern.getPredicate());
        int object = number(pattern.getObject());
        return subject == UNKNOWN || predicate == UNKNOWN || object == UNKNOWN
                ? null
                : new Found(subject, predicate, object);
    }

    private static final int ANY = -1;
    private static final int UNKNOWN = -2;

    private int number(Node node) {
        if (!node.isConcrete()) {
            return ANY;
        }
        int number = table.number(node);
        return number < 0 ? UNKNOWN : number;
    }

    private final class Found extends NiceIterator<Triple> {
        private final int subject;
        private final int predicate;
        private final int object;
        /** Of all predicates, those that were there when this began. */
        private final int predicates;

        private int place;
        private int next;

        Found(int subject, int predicate, int object) {
            this.subject = subject;
            this.predicate = predicate;
            this.object = object;
            this.predicates = predicate == ANY ? table.predicateCount() : 0;
            this.next = seen(predicate == ANY ? nextPredicate() : table.first(subject, predicate, object));
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
            while (row != TableRows.NONE && !sees(row)) {
                row = after(row);
            }
            return row;
        }

        private int after(int row) {
            int following = table.next(row, subject != ANY, object != ANY);
            return following == TableRows.NONE ? nextPredicate() : following;
        }

        @Override
        public boolean hasNext() {
            return next != TableRows.NONE;
        }

        @Override
        public Triple next() {
            if (next == TableRows.NONE) {
                return noElements("");
            }
            Triple triple = table.triple(next);
            next = seen(after(next));
            return triple;
        }
    }
}
