package org.entente.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** For which values of a variable the solutions of patterns can be others after some statements have changed. */
public final class AffectedKeys {
    /** Of so many values it is quicker to look at everything. */
    private static final int MANY = 500;

    private final Var key;
    private final List<Occurrence> places;

    private AffectedKeys(Var key, List<Occurrence> places) {
        this.key = key;
        this.places = places;
    }

    /**
     * Of patterns over one graph.
     *
     * @throws PatternException if it cannot be told what a pattern reads
     */
    public static AffectedKeys of(Var key, Collection<Op> patterns) {
        return new AffectedKeys(
                key,
                patterns.stream()
                        .map(pattern -> PatternReader.of(SubQueryVariables.apart(pattern), false))
                        .flatMap(read -> read.places().stream().map(place -> place.towards(read.isCut() ? null : key)))
                        .toList());
    }

    /**
     * @param changed statements that came or went
     * @param all what was there before and what is there now, together
     * @return empty if it can be any
     */
    public Optional<Set<Node>> by(ChangedTriples changed, DatasetGraph all) {
        Set<Node> keys = new HashSet<>();
        List<Occurrence> further = new ArrayList<>();
        for (Occurrence place : places) {
            // A statement that names the key leads to nothing else.
            if (place.reads().isPlain() && place.reads().variables().contains(key)) {
                changed.matching(place.reads()).forEach(values -> keys.add(values.get(key)));
            } else {
                further.add(place);
            }
        }
        return by(key, further, changed, ChangedTriples.NONE, all).map(more -> {
            more.addAll(keys);
            return more;
        });
    }

    /**
     * Of one branch.
     *
     * @param inView statements that came or went in the consolidated view
     * @param inGraphs the same in any other graph
     * @param all what was there before and what is there now, together
     * @return empty if it can be any, or so many that it is quicker to look at all
     */
    public static Optional<Set<Node>> of(
            KeyedBranch branch, ChangedTriples inView, ChangedTriples inGraphs, DatasetGraph all) {
        // Without a key nothing leads to it.
        Var key = branch.key() == null ? Var.ANON : branch.key();
        return by(key, branch.occurrences(), inView, inGraphs, all);
    }

    private static Optional<Set<Node>> by(
            Var key, List<Occurrence> places, ChangedTriples inView, ChangedTriples inGraphs, DatasetGraph all) {
        Set<Node> keys = new HashSet<>();
        for (Occurrence place : places) {
            Set<Binding> values = (place.reads().ofUnion() ? inGraphs : inView).matching(place.reads());
            if (!values.isEmpty()) {
                Set<Node> found = values.size() > MANY ? null : place.keys(key, values, all);
                if (found == null) {
                    return Optional.empty();
                }
                keys.addAll(found);
            }
        }
        return Optional.of(keys);
    }
}
