package org.entente.derive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.pattern.StatementPattern;
import org.entente.pattern.ViewAndUnion;
import org.entente.store.BulkWriter;
import org.entente.store.Graphs;
import org.jspecify.annotations.Nullable;

/**
 * What the rules read and write, in memory: the consolidated view, and all named graphs as one in which every triple stands once. (A
 * union that is put together for each look-up costs as much as there are sources that say the same.) Both are in one table. A rule sees
 * what the collection states and what earlier rules made, never what it made itself or what later rules made.
 *
 * <p>While changes are worked in, triples that are gone are still held, but rules do not see them; {@link #settle} lets them go.
 */
final class Workspace {
    private final TripleTable table = new TripleTable();
    private final DatasetGraph everything = RuleExecutor.executing(
            new ViewAndUnion(holding(TripleState.HELD_IN_VIEW), holding(TripleState.HELD_IN_UNION)));
    /** How many more graphs than one state a triple. */
    private Map<Integer, Integer> againInView = new HashMap<>();

    private Map<Integer, Integer> againInUnion = new HashMap<>();
    /** Triples that are left out of the view. */
    private Set<Integer> leftOut = new HashSet<>();

    private final Pending pending = new Pending();

    /** Whether changes are noted; not so while everything is derived for the first time. */
    private boolean noting;

    private long derived;

    /** Everything is derived for the first time; from now on it is noted what changes. */
    void note() {
        table.shrinkOrigins();
        noting = true;
    }

    Pending pending() {
        return pending;
    }

    TripleTable table() {
        return table;
    }

    private void change(int row, int state) {
        int before = table.state(row);
        int now = state;
        if (noting && !TripleState.is(before, TripleState.PENDING)) {
            pending.before(row, table.predicate(row), before);
            now |= TripleState.PENDING;
        }
        table.setState(row, now);
    }

    /** A graph states a triple. */
    void state(Triple triple, boolean inView) {
        int row = table.rowOf(triple);
        int before = table.state(row);
        int now = before | TripleState.IN_UNION | TripleState.HELD_IN_UNION;
        if (TripleState.is(before, TripleState.IN_UNION)) {
            againInUnion.merge(row, 1, Integer::sum);
        }
        if (inView) {
            now |= TripleState.IN_VIEW | TripleState.HELD_IN_VIEW;
            if (TripleState.is(before, TripleState.IN_VIEW)) {
                againInView.merge(row, 1, Integer::sum);
            }
        }
        change(row, now);
    }

    /** A graph that stated a triple does so no longer. */
    void retract(Triple triple, boolean inView) {
        int row = table.row(triple);
        if (row == TableRows.NONE) {
            return;
        }
        int now = table.state(row);
        if (isLast(row, againInUnion)) {
            now = TripleState.with(now, TripleState.IN_UNION, false);
        }
        if (inView && isLast(row, againInView)) {
            now = TripleState.with(now, TripleState.IN_VIEW, false);
        }
        change(row, now);
    }

    private static boolean isLast(int row, Map<Integer, Integer> again) {
        Integer more = again.get(row);
        if (more == null) {
            return true;
        }
        again.put(row, more - 1);
        again.remove(row, 0);
        return false;
    }

    /** Decides which stated triples the view does not show. */
    void leaveOut(Set<Triple> triples) {
        Set<Integer> rows = new HashSet<>();
        triples.forEach(triple -> rows.add(table.rowOf(triple)));
        for (int row : leftOut) {
            if (!rows.contains(row)) {
                change(row, TripleState.with(table.state(row), TripleState.LEFT_OUT, false));
            }
        }
        for (int row : rows) {
            if (!leftOut.contains(row)) {
                change(row, TripleState.with(table.state(row), TripleState.LEFT_OUT, true));
            }
        }
        leftOut = rows;
    }

    /** A rule made a triple. */
    void derive(Triple triple, int rule) {
        derive(table.rowOf(triple), rule);
    }

    void derive(int row, int rule) {
        int state = table.state(row);
        if (!TripleState.isDerived(state)) {
            derived++;
        }
        int made = TripleState.withOrigin(state, table.origins().plus(TripleState.origin(state), rule));
        change(row, made | TripleState.HELD_IN_VIEW | TripleState.HELD_IN_UNION);
    }

    /** A rule does not make a triple any more. */
    void withdraw(Triple triple, int rule) {
        withdraw(table.rowOf(triple), rule);
    }

    void withdraw(int row, int rule) {
        int state = table.state(row);
        int left = TripleState.withOrigin(state, table.origins().minus(TripleState.origin(state), rule));
        change(row, left);
        if (!TripleState.isDerived(left)) {
            derived--;
        }
    }

    /** Number of triples that rules make. */
    long derived() {
        return derived;
    }

    /** What the collection states itself. */
    Graph statedView() {
        return holding(TripleState.IN_VIEW);
    }

    Graph statedUnion() {
        return holding(TripleState.IN_UNION);
    }

    /** What a rule sees. */
    DatasetGraph seenBy(int rule) {
        return RuleExecutor.executing(new ViewAndUnion(
                new RowGraph(view(rule)),
                new RowGraph(new RowView(table, TripleState.IN_UNION, TripleState.IN_UNION, rule))));
    }

    private RowView view(int rule) {
        return new RowView(table, TripleState.IN_VIEW | TripleState.LEFT_OUT, TripleState.IN_VIEW, rule);
    }

    private RowGraph holding(int flag) {
        return new RowGraph(new RowView(table, flag, flag, TripleState.STATED));
    }

    /** What is there now and what was there before, whichever rule made it. */
    DatasetGraph everything() {
        return everything;
    }

    /** The rows that a place of a pattern may read, of those that a rule sees now and did not before, or the other way round. */
    List<Integer> changed(StatementPattern place, int rule) {
        Collection<Integer> predicates = place.predicate() == null
                ? place.predicates().stream().map(table::number).toList()
                : pending.predicates();
        List<Integer> changed = new ArrayList<>();
        for (int predicate : predicates) {
            for (int row : pending.with(predicate)) {
                if (sees(pending.state(row), place.ofUnion(), rule) != sees(table.state(row), place.ofUnion(), rule)) {
                    changed.add(row);
                }
            }
        }
        return changed;
    }

    private boolean sees(int state, boolean inUnion, int rule) {
        boolean stated = inUnion ? TripleState.is(state, TripleState.IN_UNION) : isStatedInView(state);
        return stated || table.origins().first(TripleState.origin(state)) < rule;
    }

    private static boolean isStatedInView(int state) {
        return (state & (TripleState.IN_VIEW | TripleState.LEFT_OUT)) == TripleState.IN_VIEW;
    }

    private static boolean isShown(int state) {
        return isStatedInView(state) || TripleState.isDerived(state);
    }

    /** Lets go what is gone; after that nothing is pending. */
    void settle() {
        for (int row : pending.rows()) {
            int state = TripleState.with(table.state(row), TripleState.PENDING, false);
            boolean derived = TripleState.isDerived(state);
            state = TripleState.with(
                    state, TripleState.HELD_IN_VIEW, derived || TripleState.is(state, TripleState.IN_VIEW));
            state = TripleState.with(
                    state, TripleState.HELD_IN_UNION, derived || TripleState.is(state, TripleState.IN_UNION));
            table.setState(row, state);
        }
        pending.clear();
    }

    /**
     * Makes the table smaller if much of it is gone; nothing is pending.
     *
     * @param inUse tells nodes whose numbers are kept elsewhere
     * @return the numbers from now on; null if none has changed
     */
    TripleTable.@Nullable Renumbering shrink(Consumer<BitSet> inUse) {
        if (!table.isSparse()) {
            return null;
        }
        TripleTable.Renumbering now = table.shrink(inUse);
        againInView = renumbered(againInView, now.rows());
        againInUnion = renumbered(againInUnion, now.rows());
        leftOut = new HashSet<>(leftOut.stream().map(row -> now.rows()[row]).toList());
        return now;
    }

    private static Map<Integer, Integer> renumbered(Map<Integer, Integer> counts, int[] rows) {
        Map<Integer, Integer> renumbered = new HashMap<>();
        counts.forEach((row, count) -> renumbered.put(rows[row], count));
        return renumbered;
    }

    /** Brings default graph and derived graph of a store to this state, both empty in a {@link BulkWriter}; nothing is pending. */
    void writeAll(DatasetGraph store) {
        write(store, Quad.defaultGraphNodeGenerated, view(TripleState.NEVER));
        write(store, Graphs.DERIVED, made());
    }

    private void write(DatasetGraph store, Node name, RowView wanted) {
        if (store instanceof BulkWriter empty) {
            empty.addAll(name, new RowGraph(wanted).find());
        } else {
            replace(store, name, wanted);
        }
    }

    /** What rules make. */
    private RowView made() {
        return new RowView(table, 0, TripleState.STATED, TripleState.NEVER);
    }

    private void replace(DatasetGraph store, Node name, RowView wanted) {
        List<Triple> outdated = new ArrayList<>();
        store.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> {
            int row = table.row(q.asTriple());
            if (row != TableRows.NONE && wanted.sees(row)) {
                table.setState(row, table.state(row) | TripleState.WRITTEN);
            } else {
                outdated.add(q.asTriple());
            }
        });
        outdated.forEach(t -> store.delete(Quad.create(name, t)));
        for (int row = 0; row < table.size(); row++) {
            int state = table.state(row);
            if (TripleState.is(state, TripleState.WRITTEN)) {
                table.setState(row, TripleState.with(state, TripleState.WRITTEN, false));
            } else if (wanted.sees(row)) {
                store.add(Quad.create(name, table.triple(row)));
            }
        }
    }

    /** Writes to the store what changed. */
    void writeChanges(DatasetGraph store) {
        for (int row : pending.rows()) {
            int before = pending.state(row);
            int now = table.state(row);
            Triple triple = table.triple(row);
            write(store, Quad.defaultGraphNodeGenerated, triple, isShown(before), isShown(now));
            write(store, Graphs.DERIVED, triple, TripleState.isDerived(before), TripleState.isDerived(now));
        }
    }

    /** Puts a statement right that somebody else wrote or deleted where only rules write. */
    void correct(DatasetGraph store, Quad quad) {
        int row = table.row(quad.asTriple());
        int state = row == TableRows.NONE ? 0 : table.state(row);
        if (quad.isDefaultGraph()) {
            write(store, Quad.defaultGraphNodeGenerated, quad.asTriple(), !isShown(state), isShown(state));
        } else if (quad.getGraph().equals(Graphs.DERIVED)) {
            boolean isDerived = TripleState.isDerived(state);
            write(store, Graphs.DERIVED, quad.asTriple(), !isDerived, isDerived);
        }
    }

    private static void write(DatasetGraph store, Node graph, Triple triple, boolean before, boolean now) {
        if (now && !before) {
            store.add(Quad.create(graph, triple));
        } else if (before && !now) {
            store.delete(Quad.create(graph, triple));
        }
    }
}
