package org.entente.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.pattern.ViewAndUnion;
import org.entente.store.BulkWriter;
import org.entente.store.Graphs;

/**
 * What the rules read and write, in memory: the consolidated view, and all named graphs as one in which every triple stands once. (A
 * union that is put together for each look-up costs as much as there are sources that say the same.) A rule sees what the collection
 * states and what earlier rules made, never what it made itself or what later rules made.
 *
 * <p>While changes are worked in, triples that are gone are still in the graphs, but rules do not see them; {@link #settle} removes
 * them.
 */
final class Workspace {
    private final Graph view = new GraphMemFast();
    private final Graph union = new GraphMemFast();
    private final DatasetGraph everything = new ViewAndUnion(view, union);
    /** Of every triple that a rule made, that is left out of the view, or that changes now. All others are stated. */
    private final Map<Triple, Origin> origins = new HashMap<>();
    /** How many more graphs than one state a triple. */
    private final Map<Triple, Integer> againInView = new HashMap<>();

    private final Map<Triple, Integer> againInUnion = new HashMap<>();
    /** The last rule that made a triple with this predicate. */
    private final Map<Node, Integer> lastRule = new HashMap<>();
    /** Predicates of triples that are left out of the view. */
    private final Set<Node> leftOut = new HashSet<>();

    private final Pending pending = new Pending();

    /** Whether changes are noted; not so while everything is derived for the first time. */
    private boolean noting;

    private long derived;

    /** From now on it is noted what changes. */
    void note() {
        noting = true;
    }

    Pending pending() {
        return pending;
    }

    private Origin origin(Triple triple) {
        Origin origin = origins.computeIfAbsent(triple, t -> {
            Origin stated = new Origin();
            stated.inView = view.contains(t);
            stated.inUnion = union.contains(t);
            return stated;
        });
        if (noting) {
            pending.before(triple, origin);
        }
        return origin;
    }

    /** A graph states a triple. */
    void state(Triple triple, boolean inView) {
        if (!noting) {
            stateFirst(triple, inView);
            return;
        }
        Origin origin = origin(triple);
        if (origin.inUnion) {
            againInUnion.merge(triple, 1, Integer::sum);
        }
        origin.inUnion = true;
        union.add(triple);
        if (inView) {
            if (origin.inView) {
                againInView.merge(triple, 1, Integer::sum);
            }
            origin.inView = true;
            view.add(triple);
        }
    }

    private void stateFirst(Triple triple, boolean inView) {
        if (union.contains(triple)) {
            againInUnion.merge(triple, 1, Integer::sum);
        } else {
            union.add(triple);
        }
        if (inView) {
            if (view.contains(triple)) {
                againInView.merge(triple, 1, Integer::sum);
            } else {
                view.add(triple);
            }
        }
    }

    /** A graph that stated a triple does so no longer. */
    void retract(Triple triple, boolean inView) {
        Origin origin = origin(triple);
        if (isLast(triple, againInUnion)) {
            origin.inUnion = false;
        }
        if (inView && isLast(triple, againInView)) {
            origin.inView = false;
        }
    }

    private static boolean isLast(Triple triple, Map<Triple, Integer> again) {
        Integer more = again.get(triple);
        if (more == null) {
            return true;
        }
        again.put(triple, more - 1);
        again.remove(triple, 0);
        return false;
    }

    /** Decides which stated triples the view does not show. */
    void leaveOut(Set<Triple> triples) {
        Set<Triple> before = new HashSet<>();
        if (!leftOut.isEmpty()) {
            origins.forEach((triple, origin) -> {
                if (origin.leftOut) {
                    before.add(triple);
                }
            });
        }
        before.stream().filter(t -> !triples.contains(t)).forEach(t -> origin(t).leftOut = false);
        for (Triple triple : triples) {
            if (!before.contains(triple)) {
                origin(triple).leftOut = true;
            }
            leftOut.add(triple.getPredicate());
        }
    }

    /** A rule made a triple. */
    void derive(Triple triple, int rule) {
        Origin origin = origin(triple);
        if (!origin.isDerived()) {
            derived++;
        }
        origin.add(rule);
        lastRule.merge(triple.getPredicate(), rule, Math::max);
        view.add(triple);
        union.add(triple);
    }

    /** A rule does not make a triple any more. */
    void withdraw(Triple triple, int rule) {
        Origin origin = origin(triple);
        origin.remove(rule);
        if (!origin.isDerived()) {
            derived--;
        }
    }

    /** Number of triples that rules make. */
    long derived() {
        return derived;
    }

    /** What the collection states itself. */
    Graph statedView() {
        return new StagedGraph(view, p -> true, t -> !origins.containsKey(t) || origins.get(t).inView);
    }

    Graph statedUnion() {
        return new StagedGraph(union, p -> true, t -> !origins.containsKey(t) || origins.get(t).inUnion);
    }

    /** What a rule sees. */
    DatasetGraph seenBy(int rule) {
        return new ViewAndUnion(
                new StagedGraph(
                        view,
                        p -> isMixed(p, rule) || leftOut.contains(p),
                        t -> !origins.containsKey(t) || origins.get(t).stageInView() < rule),
                new StagedGraph(
                        union,
                        p -> isMixed(p, rule),
                        t -> !origins.containsKey(t) || origins.get(t).stageInUnion() < rule));
    }

    private boolean isMixed(Node predicate, int rule) {
        return lastRule.getOrDefault(predicate, -1) >= rule || pending.isChanged(predicate);
    }

    /** Whether a rule sees the triple now and did not before, or the other way round. */
    boolean isChanged(Triple triple, boolean inUnion, int rule) {
        Origin now = origins.get(triple);
        int before = inUnion ? pending.stageInUnion(triple) : pending.stageInView(triple);
        int after = now == null ? Origin.NEVER : inUnion ? now.stageInUnion() : now.stageInView();
        return (before < rule) != (after < rule);
    }

    /** What is there now and what was there before, whichever rule made it. */
    DatasetGraph everything() {
        return everything;
    }

    /** Removes what is gone; after that nothing is pending. */
    void settle() {
        for (Triple triple : pending.triples()) {
            Origin origin = origins.get(triple);
            if (origin == null) {
                continue;
            }
            if (!origin.inView && !origin.isDerived()) {
                view.delete(triple);
            }
            if (!origin.inUnion && !origin.isDerived()) {
                union.delete(triple);
            }
            if (!origin.isDerived() && !origin.leftOut) {
                origins.remove(triple);
            }
        }
        pending.clear();
    }

    /** Brings default graph and derived graph of a store to this state, both empty in a {@link BulkWriter}; nothing is pending. */
    void writeAll(DatasetGraph store) {
        DatasetGraph seen = seenBy(Origin.NEVER);
        if (store instanceof BulkWriter empty) {
            empty.addAll(Quad.defaultGraphNodeGenerated, seen.getDefaultGraph().find());
            empty.addAll(
                    Graphs.DERIVED,
                    origins.entrySet().stream()
                            .filter(e -> e.getValue().isDerived())
                            .map(Map.Entry::getKey)
                            .iterator());
            return;
        }
        replace(
                store,
                Quad.defaultGraphNodeGenerated,
                seen.getDefaultGraph()::contains,
                seen.getDefaultGraph().find().toList());
        replace(
                store,
                Graphs.DERIVED,
                t -> origins.containsKey(t) && origins.get(t).isDerived(),
                origins.entrySet().stream()
                        .filter(e -> e.getValue().isDerived())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static void replace(DatasetGraph store, Node name, Predicate<Triple> wanted, Collection<Triple> all) {
        Set<Triple> there = new HashSet<>();
        List<Triple> outdated = new ArrayList<>();
        store.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> {
            if (wanted.test(q.asTriple())) {
                there.add(q.asTriple());
            } else {
                outdated.add(q.asTriple());
            }
        });
        outdated.forEach(t -> store.delete(Quad.create(name, t)));
        all.stream().filter(t -> !there.contains(t)).forEach(t -> store.add(Quad.create(name, t)));
    }

    /** Writes to the store what changed. */
    void writeChanges(DatasetGraph store) {
        for (Triple triple : pending.triples()) {
            Origin now = origins.get(triple);
            boolean shown = now != null && now.stageInView() != Origin.NEVER;
            boolean derived = now != null && now.isDerived();
            write(store, Quad.defaultGraphNodeGenerated, triple, pending.wasShown(triple), shown);
            write(store, Graphs.DERIVED, triple, pending.wasDerived(triple), derived);
        }
    }

    /** Puts a statement right that somebody else wrote or deleted where only rules write. */
    void correct(DatasetGraph store, Quad quad) {
        Origin origin = origins.get(quad.asTriple());
        if (quad.isDefaultGraph()) {
            boolean shown = origin == null ? view.contains(quad.asTriple()) : origin.stageInView() != Origin.NEVER;
            write(store, Quad.defaultGraphNodeGenerated, quad.asTriple(), !shown, shown);
        } else if (quad.getGraph().equals(Graphs.DERIVED)) {
            boolean derived = origin != null && origin.isDerived();
            write(store, Graphs.DERIVED, quad.asTriple(), !derived, derived);
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
