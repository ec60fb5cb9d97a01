package org.entente.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;

/** A basic graph pattern as places of numbers: each different term has one, first the variables, then the nodes. */
final class RowPattern {
    /** The places of the subject, predicate and object of a triple, and whether it gives them a value when it is matched. */
    record Step(
            int subject, int predicate, int object, boolean setsSubject, boolean setsPredicate, boolean setsObject) {}

    /**
     * A way to match the pattern when some of its variables have values.
     *
     * @param steps in the order in which they are matched
     * @param added variables that get values
     * @param places where these are
     */
    record Plan(List<Step> steps, Var[] added, int[] places) {}

    /** Beyond that many rows an estimate will do. */
    private static final int COUNTED = 1_000;

    private final RowView view;
    private final List<Var> variables = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Triple> triples;
    private final Map<BitSet, Plan> plans = new HashMap<>();

    /** @param pattern without triple terms that have variables */
    RowPattern(BasicPattern pattern, RowView view) {
        this.view = view;
        this.triples = pattern.getList();
        for (Triple triple : triples) {
            for (Node term : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                note(term);
            }
        }
    }

    /** Whether a pattern can be matched so. */
    static boolean isPlain(BasicPattern pattern) {
        return pattern.getList().stream()
                .allMatch(triple ->
                        isPlain(triple.getSubject()) && isPlain(triple.getPredicate()) && isPlain(triple.getObject()));
    }

    private static boolean isPlain(Node term) {
        return Var.isVar(term) || term.isConcrete();
    }

    private void note(Node term) {
        if (term instanceof Var variable) {
            if (!variables.contains(variable)) {
                variables.add(variable);
            }
        } else if (!nodes.contains(term)) {
            nodes.add(term);
        }
    }

    /** Number of its triples. */
    int size() {
        return triples.size();
    }

    List<Var> variables() {
        return variables;
    }

    /** The numbers of its terms, with {@link RowView#ANY} for each variable. */
    int[] numbers() {
        int[] numbers = new int[variables.size() + nodes.size()];
        Arrays.fill(numbers, 0, variables.size(), RowView.ANY);
        for (int i = 0; i < nodes.size(); i++) {
            numbers[variables.size() + i] = view.number(nodes.get(i));
        }
        return numbers;
    }

    /** How to match it. */
    Plan plan(BitSet known) {
        Plan plan = plans.get(known);
        if (plan == null) {
            BitSet key = (BitSet) known.clone();
            plan = makePlan(key);
            plans.put(key, plan);
        }
        return plan;
    }

    private Plan makePlan(BitSet given) {
        BitSet known = (BitSet) given.clone();
        known.set(variables.size(), variables.size() + nodes.size());
        int[] numbers = numbers();
        List<Step> steps = new ArrayList<>();
        List<Triple> open = new ArrayList<>(triples);
        while (!open.isEmpty()) {
            Triple best = open.getFirst();
            double fewest = Double.MAX_VALUE;
            for (Triple triple : open) {
                double rows = expected(triple, known, numbers);
                if (rows < fewest) {
                    fewest = rows;
                    best = triple;
                }
            }
            open.remove(best);
            steps.add(step(best, known));
        }
        int[] places = java.util.stream.IntStream.range(0, variables.size())
                .filter(i -> !given.get(i))
                .toArray();
        Var[] added = Arrays.stream(places).mapToObj(variables::get).toArray(Var[]::new);
        return new Plan(List.copyOf(steps), added, places);
    }

    private double expected(Triple triple, BitSet known, int[] numbers) {
        int subject = place(triple.getSubject());
        int predicate = place(triple.getPredicate());
        int object = place(triple.getObject());
        double expected = view.table().fanout().of(known.get(subject), numbers[predicate], known.get(object));
        // Nodes of the pattern itself are no average nodes.
        boolean isSure = isKnown(subject, known, numbers) && isKnown(object, known, numbers) && numbers[predicate] >= 0;
        return isSure ? counted(numbers[subject], numbers[predicate], numbers[object], expected) : expected;
    }

    private boolean isKnown(int place, BitSet known, int[] numbers) {
        return !known.get(place) || numbers[place] != RowView.ANY;
    }

    private double counted(int subject, int predicate, int object, double otherwise) {
        RowCursor rows = new RowCursor(view);
        rows.start(subject, predicate, object);
        int count = 0;
        while (rows.next() != TableRows.NONE) {
            if (++count == COUNTED) {
                return Math.max(COUNTED, otherwise);
            }
        }
        return count;
    }

    private Step step(Triple triple, BitSet known) {
        int subject = place(triple.getSubject());
        int predicate = place(triple.getPredicate());
        int object = place(triple.getObject());
        boolean setsSubject = !known.get(subject);
        known.set(subject);
        boolean setsPredicate = !known.get(predicate);
        known.set(predicate);
        boolean setsObject = !known.get(object);
        known.set(object);
        return new Step(subject, predicate, object, setsSubject, setsPredicate, setsObject);
    }

    private int place(Node term) {
        return term instanceof Var variable ? variables.indexOf(variable) : variables.size() + nodes.indexOf(term);
    }
}
