package org.entente.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;

/**
 * In which order the parts of a pattern are looked up from a place of it to its key. What tells most comes first: a report has a few
 * participations, "attended" has thousands.
 */
final class Way {
    /** A part that leads to hardly more than one value is always looked up: it says more about the others. */
    private static final double NARROW = 1.5;

    private final Widths widths;
    private final Set<PatternPart> order = new LinkedHashSet<>();
    private final Set<Var> known;
    private final List<PatternPart> parts;

    private Way(Set<Var> begin, List<PatternPart> parts, DatasetGraph dataset) {
        this.widths = new Widths(dataset);
        this.known = new HashSet<>(begin);
        this.parts = parts;
    }

    /**
     * The parts to look up, in their order; the last of them give the key.
     *
     * @param begin variables that have values
     * @param parts those that hold together with the place; some of them lead to the key
     */
    static List<PatternPart> to(Var key, Set<Var> begin, List<PatternPart> parts, DatasetGraph dataset) {
        Way way = new Way(begin, parts, dataset);
        way.addNarrow();
        while (!way.known.contains(key)) {
            way.add(way.nextTowards(key));
            way.addNarrow();
        }
        return List.copyOf(way.order);
    }

    private void add(PatternPart part) {
        order.add(part);
        known.addAll(part.variables());
    }

    /** Parts that say whether what is known holds, and those that lead to one value. */
    private void addNarrow() {
        boolean more = true;
        while (more) {
            more = false;
            for (PatternPart part : parts) {
                if (!order.contains(part)
                        && (known.containsAll(part.variables())
                                || part.variables().stream().anyMatch(known::contains)
                                        && widths.of(part, known) <= NARROW)) {
                    add(part);
                    more = true;
                }
            }
        }
    }

    private record Step(Var to, double cost, PatternPart first) {}

    /** The first part of the chain to the key on which the fewest values are passed. */
    private PatternPart nextTowards(Var key) {
        PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingDouble(Step::cost));
        Map<Var, Double> reached = new HashMap<>();
        for (PatternPart part : parts) {
            if (part.variables().stream().anyMatch(known::contains)) {
                reach(part, known, 0, part, open);
            }
        }
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (step.to().equals(key)) {
                return step.first();
            }
            if (known.contains(step.to()) || reached.putIfAbsent(step.to(), step.cost()) != null) {
                continue;
            }
            for (PatternPart part : parts) {
                if (part.variables().contains(step.to())) {
                    reach(part, Set.of(step.to()), step.cost(), step.first(), open);
                }
            }
        }
        throw new IllegalStateException("no way to " + key);
    }

    private void reach(PatternPart part, Set<Var> given, double cost, PatternPart first, PriorityQueue<Step> open) {
        double width = Math.log(1 + widths.of(part, given));
        new ArrayList<>(part.variables())
                .stream()
                        .filter(variable -> !given.contains(variable))
                        .forEach(variable -> open.add(new Step(variable, cost + width, first)));
    }
}
