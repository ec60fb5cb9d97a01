package org.entente.pattern;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;

/**
 * Chooses keys by the statements that are there: a person of whom a thousand reports tell is a worse key than an event of which three
 * do, since all solutions with the key are matched again if one of them may have changed. What is known of a predicate is kept.
 */
public final class Crowds {
    /** Groups of fewer statements are matched quickly enough. */
    private static final double FEW = 50;
    /** By so much smaller must groups by another key be. */
    private static final double CLEARLY = 4;

    private static final int PLACE_SHIFT = 20;
    private static final int PLACES = 1 << Integer.SIZE - PLACE_SHIFT;

    private record Side(boolean ofUnion, Node predicate, boolean subject) {}

    private final DatasetGraph dataset;
    private final Map<Side, Double> known = new HashMap<>();

    /** @param dataset the statements */
    public Crowds(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** The branch, by another of its keys if that leads to much smaller groups. */
    public KeyedBranch choose(KeyedBranch branch) {
        Var key = branch.key();
        if (key == null || branch.others().isEmpty()) {
            return branch;
        }
        double size = size(branch, key);
        Var best = null;
        for (Var other : branch.others()) {
            double smaller = size(branch, other);
            if (size > FEW && smaller * CLEARLY < size) {
                best = other;
                size = smaller;
            }
        }
        return best == null ? branch : branch.by(best);
    }

    /** How many statements at one place have the same value of a variable as some statement, on average, where they are most. */
    private double size(KeyedBranch branch, Var variable) {
        return branch.occurrences().stream()
                .map(Occurrence::reads)
                .filter(place -> place.isPlain() && place.predicates().size() == 1)
                .mapToDouble(place -> variable.equals(place.subject()) || variable.equals(place.object())
                        ? known.computeIfAbsent(
                                new Side(
                                        place.ofUnion(),
                                        place.predicates().iterator().next(),
                                        variable.equals(place.subject())),
                                this::size)
                        : 0)
                .max()
                .orElse(0);
    }

    private double size(Side side) {
        Graph graph = side.ofUnion() ? dataset.getUnionGraph() : dataset.getDefaultGraph();
        // The sum of the squares of all counts, estimated: values that share a place cancel each other out as often as
        // not.
        int[] places = new int[PLACES];
        long all = 0;
        for (Iterator<Triple> found = graph.find(Node.ANY, side.predicate(), Node.ANY); found.hasNext(); all++) {
            Triple triple = found.next();
            int hash = (side.subject() ? triple.getSubject() : triple.getObject()).hashCode() * 0x9E3779B9;
            places[hash >>> PLACE_SHIFT] += (hash & 1 << PLACE_SHIFT - 1) == 0 ? 1 : -1;
        }
        double squares = 0;
        for (int count : places) {
            squares += (double) count * count;
        }
        return all == 0 ? 0 : squares / all;
    }
}
