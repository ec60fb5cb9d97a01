package org.entente.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/**
 * A query, or one alternative of its pattern. Its solutions fall into groups by the value of one variable, its key: if it is known for which
 * values of the key solutions can have come or gone, only these groups need to be matched again.
 *
 * @param pattern the query or alternative
 * @param key the variable; null if there is none for which groups can be matched alone
 * @param occurrences every place of the pattern that reads statements, also inside of EXISTS and sub-queries
 * @param others further variables that are hardly farther from what the pattern reads than the key
 */
public record KeyedBranch(Op pattern, @Nullable Var key, List<Occurrence> occurrences, List<Var> others) {

    /** Cost of a variable to which nothing leads from a place. */
    private static final int NOWHERE = 1_000;

    private static final int FOR_PREDICATES = 1_000_000;
    /** How much farther another key may be. */
    private static final double HARDLY = 1.25;

    /**
     * The alternatives of the pattern of a query, each of which can be matched on its own.
     *
     * @throws PatternException if it cannot be told what it reads
     */
    public static List<KeyedBranch> alternatives(Query query) {
        List<KeyedBranch> branches = new ArrayList<>();
        split(Algebra.compile(query), branches);
        return branches;
    }

    private static void split(Op pattern, List<KeyedBranch> branches) {
        if (pattern instanceof OpUnion union) {
            split(union.getLeft(), branches);
            split(union.getRight(), branches);
        } else {
            branches.add(of(pattern, false));
        }
    }

    /**
     * A query as a whole; its key is one of the variables that it gives.
     *
     * @throws PatternException if it cannot be told what it reads
     */
    public static KeyedBranch whole(Query query) {
        return of(Algebra.compile(query), true);
    }

    private static KeyedBranch of(Op pattern, boolean anyGraph) {
        // Variables that only look alike, one in the query and one in a sub-query, get different names.
        PatternReader read = PatternReader.of(SubQueryVariables.apart(pattern), anyGraph);
        List<Var> keys =
                read.isCut() ? List.of() : nearest(candidates(pattern, read), read.places(), subQueries(pattern));
        Var key = keys.isEmpty() ? null : keys.getFirst();
        return new KeyedBranch(
                pattern, key, places(read, key), keys.stream().skip(1).toList());
    }

    private static List<Occurrence> places(PatternReader read, @Nullable Var key) {
        return read.places().stream().map(place -> place.towards(key)).toList();
    }

    /** The same with another key, one of the others. It reads no single graphs. */
    public KeyedBranch by(Var other) {
        PatternReader read = PatternReader.of(SubQueryVariables.apart(pattern), false);
        return new KeyedBranch(pattern, other, places(read, other), List.of());
    }

    /** Variables that have a value in every solution, given by statements. */
    private static Set<Var> candidates(Op pattern, PatternReader read) {
        Set<Var> candidates = OpVars.fixedVars(pattern);
        candidates.removeIf(v -> v.isAllocVar() || read.assigned().contains(v));
        candidates.retainAll(read.outer());
        return candidates;
    }

    /** The variables that go through each sub-query. */
    private static List<Set<Var>> subQueries(Op pattern) {
        List<Set<Var>> given = new ArrayList<>();
        OpWalker.walk(pattern, new OpVisitorBase() {
            @Override
            public void visit(OpProject project) {
                given.add(Set.copyOf(project.getVars()));
            }

            @Override
            public void visit(OpGroup group) {
                given.add(Set.copyOf(group.getGroupVars().getVars()));
            }
        });
        return given;
    }

    /**
     * The variables that are nearest to all places, the nearest first. A sub-query through which one does not go is asked of everything. One for predicates has too few values to tell solutions apart, one for objects often
     * fewer than one for subjects.
     */
    private static List<Var> nearest(Set<Var> candidates, List<PatternPlace> places, List<Set<Var>> subQueries) {
        Map<Var, Integer> costs = new TreeMap<>(Comparator.comparing(Var::getVarName));
        candidates.forEach(candidate -> costs.put(
                candidate,
                NOWHERE
                        * (int) subQueries.stream()
                                .filter(given -> !given.contains(candidate))
                                .count()));
        for (PatternPlace place : places) {
            Map<Var, Integer> distances = place.distances();
            costs.replaceAll((variable, cost) -> cost
                    + distances.getOrDefault(variable, NOWHERE)
                    + (variable.equals(place.reads().object()) ? 1 : 0)
                    + (variable.equals(place.reads().predicate()) ? FOR_PREDICATES : 0));
        }
        int least = costs.values().stream().min(Comparator.naturalOrder()).orElse(0);
        return costs.entrySet().stream()
                .filter(entry -> entry.getValue() / NOWHERE == least / NOWHERE && entry.getValue() <= HARDLY * least)
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
