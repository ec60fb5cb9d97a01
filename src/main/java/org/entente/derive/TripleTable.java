package org.entente.derive;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Triples, each once, as rows of numbers with what is known of each ({@link TripleState}). A triple that is nowhere any more keeps its row,
 * found again if it comes back, until a quarter of the rows is so and {@link #shrink} takes them out; numbers of rows and nodes
 * change only then. No step for one triple depends on how many others share its values.
 */
final class TripleTable {
    /** A smaller table is not worth shrinking. */
    private static final int SMALL = 1024;

    /** The numbers that rows and nodes have after a table has shrunk; negative for those that are gone. */
    record Renumbering(int[] rows, int[] nodes) {}

    private final TableRows rows = new TableRows();
    private final RuleCounts origins = new RuleCounts();
    private final RowIndex exact = new RowIndex(rows, true, true);
    private final RowIndex bySubject = new RowIndex(rows, true, false);
    private final RowIndex byObject = new RowIndex(rows, false, true);
    private final RowIndex byPredicate = new RowIndex(rows, false, false);
    private final Fanout fanout = new Fanout();
    private NodeNumbers nodes = new NodeNumbers();
    private int[] predicates = new int[16];
    private int predicateCount;
    private int alive;

    RuleCounts origins() {
        return origins;
    }

    /** The number of a node; negative if no triple has it. */
    int number(Node node) {
        return nodes.indexOf(node);
    }

    /** The number of a node, which gets one if it has none. */
    int numberOf(Node node) {
        int number = nodes.addAndGetIndex(node);
        return number < 0 ? ~number : number;
    }

    Node node(int number) {
        return nodes.getKeyAt(number);
    }

    /** The row of a triple; {@link TableRows#NONE} if it has none. */
    int row(Triple triple) {
        int subject = number(triple.getSubject());
        int predicate = number(triple.getPredicate());
        int object = number(triple.getObject());
        return subject < 0 || predicate < 0 || object < 0 ? TableRows.NONE : exact.find(subject, predicate, object);
    }

    /** The row of a triple, which gets one if it has none. */
    int rowOf(Triple triple) {
        return rowOf(numberOf(triple.getSubject()), numberOf(triple.getPredicate()), numberOf(triple.getObject()));
    }

    /** The same by the numbers of its nodes. */
    int rowOf(int subject, int predicate, int object) {
        int known = exact.find(subject, predicate, object);
        if (known != TableRows.NONE) {
            return known;
        }
        int row = rows.add(subject, predicate, object);
        index(row);
        return row;
    }

    private void index(int row) {
        exact.put(row);
        int ofSubject = bySubject.put(row);
        int ofObject = byObject.put(row);
        rows.set(row, TableRows.NEXT_OF_SUBJECT, ofSubject);
        rows.set(row, TableRows.NEXT_OF_OBJECT, ofObject);
        fanout.add(predicate(row), ofSubject == TableRows.NONE, ofObject == TableRows.NONE);
        int before = byPredicate.put(row);
        rows.set(row, TableRows.NEXT_OF_PREDICATE, before);
        if (before == TableRows.NONE) {
            if (predicateCount == predicates.length) {
                predicates = java.util.Arrays.copyOf(predicates, 2 * predicateCount);
            }
            predicates[predicateCount++] = predicate(row);
        }
    }

    Triple triple(int row) {
        return Triple.create(node(subject(row)), node(predicate(row)), node(object(row)));
    }

    int subject(int row) {
        return rows.get(row, TableRows.SUBJECT);
    }

    int predicate(int row) {
        return rows.get(row, TableRows.PREDICATE);
    }

    int object(int row) {
        return rows.get(row, TableRows.OBJECT);
    }

    int state(int row) {
        return rows.get(row, TableRows.STATE);
    }

    void setState(int row, int state) {
        int before = state(row);
        if (before == 0 && state != 0) {
            alive++;
        } else if (before != 0 && state == 0) {
            alive--;
        }
        rows.set(row, TableRows.STATE, state);
    }

    /** Number of rows, those of triples that are nowhere included. */
    int size() {
        return rows.size();
    }

    /** Number of the predicates of all rows. */
    int predicateCount() {
        return predicateCount;
    }

    /** One of them, by its place among them. */
    int predicateAt(int place) {
        return predicates[place];
    }

    /** The first row with these numbers of nodes, of which one besides the predicate may be negative and then does not count. */
    int first(int subject, int predicate, int object) {
        if (subject >= 0) {
            return (object >= 0 ? exact : bySubject).find(subject, predicate, object);
        }
        return (object >= 0 ? byObject : byPredicate).find(subject, predicate, object);
    }

    /** The row after one that {@link #first} found. */
    int next(int row, boolean subjectGiven, boolean objectGiven) {
        if (subjectGiven) {
            return objectGiven ? TableRows.NONE : rows.get(row, TableRows.NEXT_OF_SUBJECT);
        }
        return rows.get(row, objectGiven ? TableRows.NEXT_OF_OBJECT : TableRows.NEXT_OF_PREDICATE);
    }

    /** How many rows a look-up is expected to find. */
    Fanout fanout() {
        return fanout;
    }

    /** Whether so many triples are nowhere that it is worth taking them out. */
    boolean isSparse() {
        return rows.size() > SMALL && alive < rows.size() - rows.size() / 4;
    }

    /** Forgets origins that no triple has. */
    void shrinkOrigins() {
        IntUnaryOperator numbers = origins.renumber();
        for (int row = 0; row < rows.size(); row++) {
            int state = state(row);
            rows.set(
                    row, TableRows.STATE, TripleState.withOrigin(state, numbers.applyAsInt(TripleState.origin(state))));
        }
    }

    /**
     * Takes out the rows of triples that are nowhere, and nodes without triples.
     *
     * @param inUse tells nodes that are used elsewhere
     */
    Renumbering shrink(Consumer<BitSet> inUse) {
        shrinkOrigins();
        BitSet used = new BitSet();
        inUse.accept(used);
        for (int row = 0; row < rows.size(); row++) {
            if (state(row) != 0) {
                used.set(subject(row));
                used.set(predicate(row));
                used.set(object(row));
            }
        }
        Renumbering now = new Renumbering(new int[rows.size()], keepNodes(used));
        exact.clear();
        bySubject.clear();
        byObject.clear();
        byPredicate.clear();
        fanout.clear();
        predicateCount = 0;
        int kept = 0;
        for (int row = 0; row < rows.size(); row++) {
            now.rows[row] = state(row) == 0 ? TableRows.NONE : kept++;
        }
        int size = rows.size();
        for (int row = 0; row < size; row++) {
            int to = now.rows[row];
            if (to != TableRows.NONE) {
                rows.set(to, TableRows.SUBJECT, now.nodes[subject(row)]);
                rows.set(to, TableRows.PREDICATE, now.nodes[predicate(row)]);
                rows.set(to, TableRows.OBJECT, now.nodes[object(row)]);
                rows.set(to, TableRows.STATE, state(row));
                index(to);
            }
        }
        rows.cut(kept);
        return now;
    }

    private int[] keepNodes(BitSet used) {
        NodeNumbers kept = new NodeNumbers();
        int[] numbers = new int[nodes.size()];
        for (int number = 0; number < numbers.length; number++) {
            numbers[number] = used.get(number) ? kept.addAndGetIndex(node(number)) : -1;
        }
        nodes = kept;
        return numbers;
    }
}
