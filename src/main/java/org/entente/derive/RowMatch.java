package org.entente.derive;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** The solutions of a pattern, step by step from the numbers of one row to the next. */
final class RowMatch extends QueryIter1 {
    private final RowPattern pattern;
    private final TripleTable table;
    private final RowCursor[] cursors;
    private final int[] numbers;
    private Binding given = BindingFactory.root();
    private RowPattern.Plan plan = RowPattern.Plan.NONE;
    /** The step whose cursor is to give the next row; negative if the next solution of the input is to be taken. */
    private int at = -1;

    private boolean found;

    RowMatch(RowPattern pattern, QueryIterator input, ExecutionContext context) {
        super(input, context);
        this.pattern = pattern;
        this.table = pattern.view().table();
        this.numbers = pattern.numbers();
        this.cursors = new RowCursor[pattern.size()];
        for (int i = 0; i < cursors.length; i++) {
            cursors[i] = new RowCursor(pattern.view());
        }
    }

    @Override
    protected boolean hasNextBinding() {
        if (!found) {
            found = advance();
        }
        return found;
    }

    @Override
    protected Binding moveToNextBinding() {
        if (!hasNextBinding()) {
            throw new java.util.NoSuchElementException();
        }
        found = false;
        int[] places = plan.places();
        int[] values = new int[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[places[i]];
        }
        return new RowBinding(given, table, plan.added(), values);
    }

    private boolean advance() {
        while (at >= 0 || begin()) {
            RowPattern.Step step = plan.steps().get(at);
            int row = cursors[at].next();
            if (row == TableRows.NONE) {
                forget(step);
                at--;
            } else if (take(row, step)) {
                if (at + 1 == cursors.length) {
                    return true;
                }
                at++;
                start(plan.steps().get(at));
            }
        }
        return false;
    }

    /** Begins with the next solution of the input. */
    private boolean begin() {
        if (!getInput().hasNext()) {
            return false;
        }
        given = getInput().nextBinding();
        long known = 0;
        List<Var> variables = pattern.variables();
        for (int i = 0; i < variables.size(); i++) {
            numbers[i] = RowBinding.number(given, variables.get(i), table);
            known |= numbers[i] == RowView.ANY ? 0 : 1L << i;
        }
        plan = pattern.plan(known);
        at = 0;
        start(plan.steps().getFirst());
        return true;
    }

    private void start(RowPattern.Step step) {
        int[] choice = step.choice();
        if (choice.length == 0) {
            cursors[at].start(numbers[step.subject()], numbers[step.predicate()], numbers[step.object()]);
        } else {
            int[] predicates = new int[choice.length];
            java.util.Arrays.setAll(predicates, i -> numbers[choice[i]]);
            cursors[at].start(numbers[step.subject()], predicates, numbers[step.object()]);
        }
    }

    private void forget(RowPattern.Step step) {
        if (step.setsSubject()) {
            numbers[step.subject()] = RowView.ANY;
        }
        if (step.setsPredicate()) {
            numbers[step.predicate()] = RowView.ANY;
        }
        if (step.setsObject()) {
            numbers[step.object()] = RowView.ANY;
        }
    }

    /** Takes over the nodes of a row; false if it has different ones where the pattern has one variable twice. */
    private boolean take(int row, RowPattern.Step step) {
        if (step.setsSubject()) {
            numbers[step.subject()] = table.subject(row);
        }
        if (step.setsPredicate()) {
            numbers[step.predicate()] = table.predicate(row);
        }
        if (step.setsObject()) {
            numbers[step.object()] = table.object(row);
        }
        return numbers[step.subject()] == table.subject(row)
                && (step.choice().length > 0 || numbers[step.predicate()] == table.predicate(row))
                && numbers[step.object()] == table.object(row);
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}
}
