package org.entente.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/** Statements that must hold together, as places of numbers: each different term has one, first the variables, then the nodes. */
final class RowPattern {
    /**
     * The places of the subject, predicate and object of a statement, and whether it gives them a value when it is matched.
     *
     * @param choice places of predicates of which each will do; empty if there is but one
     */
    record Step(
            int subject,
            int predicate,
            int[] choice,
            int object,
            boolean setsSubject,
            boolean setsPredicate,
            boolean setsObject) {}

    /**
     * A way to match the pattern when some of its variables have values.
     *
     * @param steps in the order in which they are matched
     * @param added variables that get values
     * @param places where these are
     */
    record Plan(List<Step> steps, Var[] added, int[] places) {
        static final Plan NONE = new Plan(List.of(), new Var[0], new int[0]);
    }

    /** Beyond that many rows an estimate will do. */
    private static final int COUNTED = 1_000;

    private final RowView view;
    private final List<Var> variables = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Statement> statements;
    private final int[] numbers;
    private final Map<Long, Plan> plans = new HashMap<>();
    /** The plan that was asked for last: most solutions of an input know the same variables. */
    private @Nullable Plan last;

    private long lastKnown;

    private RowPattern(List<Statement> statements, RowView view) {
        this.view = view;
        this.statements = statements;
        for (Statement statement : statements) {
            note(statement.subject());
            statement.predicates().forEach(this::note);
            note(statement.object());
        }
        this.numbers = new int[variables.size() + nodes.size()];
        Arrays.fill(numbers, 0, variables.size(), RowView.ANY);
        for (int i = 0; i < nodes.size(); i++) {
            numbers[variables.size() + i] = view.number(nodes.get(i));
        }
    }

    /**
     * The pattern of an operator, of use while the table does not shrink.
     *
     * @return empty if it is more than statements with their predicates, or choices of these
     */
    static Optional<RowPattern> of(Op op, RowView view) {
        List<Statement> statements = new ArrayList<>();
        if (!Statement.addAll(op, statements) || statements.isEmpty()) {
            return Optional.empty();
        }
        RowPattern pattern = new RowPattern(statements, view);
        return Optional.of(pattern).filter(made -> made.variables.size() <= Long.SIZE);
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

    /** Number of its statements. */
    int size() {
        return statements.size();
    }

    List<Var> variables() {
        return variables;
    }

    RowView view() {
        return view;
    }

    /** The numbers of its terms, with {@link RowView#ANY} for each variable. */
    int[] numbers() {
        return numbers.clone();
    }

    /**
     * How to match it.
     *
     * @param known a bit for each variable that has a value
     */
    Plan plan(long known) {
        if (last == null || lastKnown != known) {
            last = plans.computeIfAbsent(known, this::makePlan);
            lastKnown = known;
        }
        return last;
    }

    private Plan makePlan(long given) {
        BitSet known = BitSet.valueOf(new long[] {given});
        known.set(variables.size(), variables.size() + nodes.size());
        List<Step> steps = new ArrayList<>();
        List<Statement> open = new ArrayList<>(statements);
        while (!open.isEmpty()) {
            Statement best = best(open, known);
            open.remove(best);
            steps.add(step(best, known));
        }
        int[] places = java.util.stream.IntStream.range(0, variables.size())
                .filter(i -> (given >>> i & 1) == 0)
                .toArray();
        Var[] added = Arrays.stream(places).mapToObj(variables::get).toArray(Var[]::new);
        return new Plan(List.copyOf(steps), added, places);
    }

    /** The statement of which the fewest rows are expected. */
    private Statement best(List<Statement> open, BitSet known) {
        Statement best = open.getFirst();
        double fewest = Double.MAX_VALUE;
        // Averages first: rows then are counted no further than need be.
        for (boolean counted : new boolean[] {false, true}) {
            for (Statement statement : open) {
                double rows = isCounted(statement, known) == counted ? expected(statement, known, fewest) : fewest;
                if (rows < fewest) {
                    fewest = rows;
                    best = statement;
                }
            }
        }
        return best;
    }

    /** Whether its nodes are known already: those of the pattern itself are no average nodes. */
    private boolean isCounted(Statement statement, BitSet known) {
        return isNoAverage(place(statement.subject()), known) && isNoAverage(place(statement.object()), known);
    }

    /** Whether a place has a node of the pattern, or nothing yet. */
    private boolean isNoAverage(int place, BitSet known) {
        return !known.get(place) || numbers[place] != RowView.ANY;
    }

    /** The number of rows; any number from {@code enough} on means that there are as many or more. */
    private double expected(Statement statement, BitSet known, double enough) {
        int subject = place(statement.subject());
        int object = place(statement.object());
        boolean isCounted = isCounted(statement, known);
        double expected = 0;
        for (Node term : statement.predicates()) {
            int predicate = numbers[place(term)];
            double some = view.table().fanout().of(known.get(subject), predicate, known.get(object));
            expected += isCounted && predicate >= 0
                    ? counted(numbers[subject], predicate, numbers[object], enough - expected, some)
                    : some;
            if (expected >= enough) {
                break;
            }
        }
        return expected;
    }

    private double counted(int subject, int predicate, int object, double enough, double otherwise) {
        RowCursor rows = new RowCursor(view);
        rows.start(subject, predicate, object);
        int count = 0;
        while (count < enough && rows.next() != TableRows.NONE) {
            if (++count == COUNTED) {
                return Math.max(COUNTED, otherwise);
            }
        }
        return count;
    }

    private Step step(Statement statement, BitSet known) {
        int subject = place(statement.subject());
        int predicate = place(statement.predicates().getFirst());
        int object = place(statement.object());
        int[] choice = statement.predicates().size() == 1
                ? new int[0]
                : statement.predicates().stream().mapToInt(this::place).toArray();
        boolean setsSubject = !known.get(subject);
        known.set(subject);
        boolean setsPredicate = !known.get(predicate);
        known.set(predicate);
        boolean setsObject = !known.get(object);
        known.set(object);
        return new Step(subject, predicate, choice, object, setsSubject, setsPredicate, setsObject);
    }

    private int place(Node term) {
        return term instanceof Var variable ? variables.indexOf(variable) : variables.size() + nodes.indexOf(term);
    }
}
