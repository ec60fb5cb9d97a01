package org.entente.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.entente.execution.Lookup.Condition;
import org.jspecify.annotations.Nullable;

/** Takes solutions one by one and adds what is looked up for them. */
final class LookedUpRows extends QueryIter1 {
    /** A value that is looked up: the place of its variable, and of its property. */
    private record Value(int place, int property) {}

    /**
     * A step.
     *
     * @param thing the place of the thing; -1 if it is always the same
     * @param same that thing; null if it is a variable, or there is none
     * @param several how many properties are wanted of the thing, over all steps
     * @param languages for each condition the place of the value that must have a language; -1 for any other condition
     * @param conditions the conditions as the store evaluates them
     */
    private record Step(
            Lookup lookup,
            int thing,
            @Nullable Node same,
            int several,
            Value[] values,
            int[] languages,
            Expr[] conditions) {}

    private final List<Lookup> lookups;
    private final IntFunction<Op> whole;
    private final Var[] variables;
    private final List<Node> properties;
    private final Step[] steps;
    private final ValuesOfThings values;
    private final Deque<Binding> made = new ArrayDeque<>();

    /**
     * @param whole the step of a lookup as it stands in the query
     * @param variables those of all steps
     * @param properties those that are looked up
     */
    LookedUpRows(
            List<Lookup> lookups,
            IntFunction<Op> whole,
            Var[] variables,
            List<Node> properties,
            QueryIterator input,
            ExecutionContext context) {
        super(input, context);
        this.lookups = lookups;
        this.whole = whole;
        this.variables = variables;
        this.properties = properties;
        values = ValuesOfThings.of(
                context.getActiveGraph(), properties, CancellationCheck.on(context.getCancelSignal()));
        steps = lookups.stream().map(this::step).toArray(Step[]::new);
    }

    private Step step(Lookup lookup) {
        List<Condition> conditions = lookup.conditions();
        int[] languages = new int[conditions.size()];
        Expr[] expressions = new Expr[languages.length];
        for (int i = 0; i < languages.length; i++) {
            Var of = conditions.get(i).of();
            languages[i] = of == null ? -1 : place(of);
            Expr expression = conditions.get(i).expression();
            expressions[i] = of == null ? PlannedOp.inStore(expression, getExecContext()) : expression;
        }
        List<Triple> triples = lookup.triples();
        if (triples.isEmpty()) {
            return new Step(lookup, -1, null, 0, new Value[0], languages, expressions);
        }
        Node thing = lookup.thing();
        Value[] values = triples.stream()
                .map(triple -> new Value(place(triple.getObject()), properties.indexOf(triple.getPredicate())))
                .toArray(Value[]::new);
        int several = (int) lookups.stream()
                .flatMap(other -> other.triples().stream())
                .filter(triple -> triple.getSubject().equals(thing))
                .map(Triple::getPredicate)
                .distinct()
                .count();
        return Var.isVar(thing)
                ? new Step(lookup, place(thing), null, several, values, languages, expressions)
                : new Step(lookup, -1, thing, several, values, languages, expressions);
    }

    private int place(Node variable) {
        return Arrays.asList(variables).indexOf(variable);
    }

    @Override
    protected boolean hasNextBinding() {
        while (made.isEmpty() && getInput().hasNext()) {
            make(getInput().next());
        }
        return !made.isEmpty();
    }

    @Override
    protected Binding moveToNextBinding() {
        if (!hasNextBinding()) {
            throw new NoSuchElementException();
        }
        return made.removeFirst();
    }

    private void make(Binding row) {
        @Nullable Node[] given = new Node[variables.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = row.get(variables[i]);
        }
        List<@Nullable Node[]> rows = List.<@Nullable Node[]>of(given);
        for (int i = 0; i < steps.length && !rows.isEmpty(); i++) {
            List<@Nullable Node[]> next = new ArrayList<>(rows.size());
            for (@Nullable Node[] values : rows) {
                take(i, row, given, values, next);
            }
            rows = next;
        }
        for (@Nullable Node[] values : rows) {
            made.add(added(row, given, values));
        }
    }

    /** The row with those of the values that it does not have. */
    private Binding added(Binding row, @Nullable Node[] given, @Nullable Node[] values) {
        if (values == given) {
            return row;
        }
        @Nullable Node[] own = values.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] = given[i] == null ? own[i] : null;
        }
        return new LookedUpRow(row, variables, own);
    }

    /** Adds to the rows what becomes of one with these values. */
    private void take(
            int at, Binding row, @Nullable Node[] given, @Nullable Node[] values, List<@Nullable Node[]> next) {
        Step step = steps[at];
        int before = next.size();
        if (step.values.length == 0) {
            if (fulfils(step, row, given, values)) {
                next.add(values);
            }
            return;
        }
        Node thing = step.same != null ? step.same : values[step.thing];
        if (thing == null) {
            // Nothing is known of which to look up something: the step is as wide as it stands in the query.
            everything(at, added(row, given, values), next);
            return;
        }
        look(step, thing, 0, row, given, values, next);
        if (step.lookup.optional() && next.size() == before) {
            next.add(values);
        }
    }

    private void everything(int at, Binding row, List<@Nullable Node[]> next) {
        QueryIterator found =
                QC.execute(whole.apply(at), QueryIterSingleton.create(row, getExecContext()), getExecContext());
        try {
            while (found.hasNext()) {
                Binding with = found.next();
                next.add(Arrays.stream(variables).map(with::get).toArray(Node[]::new));
            }
        } finally {
            found.close();
        }
    }

    private void look(
            Step step,
            Node thing,
            int at,
            Binding row,
            @Nullable Node[] given,
            @Nullable Node[] values,
            List<@Nullable Node[]> next) {
        if (at == step.values.length) {
            if (fulfils(step, row, given, values)) {
                next.add(values);
            }
            return;
        }
        Value value = step.values[at];
        Node known = values[value.place];
        if (known != null) {
            if (this.values.has(thing, value.property, known)) {
                look(step, thing, at + 1, row, given, values, next);
            }
            return;
        }
        for (Node found : this.values.values(thing, value.property, step.several)) {
            if (mayBe(step, value.place, found)) {
                @Nullable Node[] more = values.clone();
                more[value.place] = found;
                look(step, thing, at + 1, row, given, more, next);
            }
        }
    }

    /** Whether a value has the language that it must have, if there is one. */
    private static boolean mayBe(Step step, int place, Node value) {
        for (int i = 0; i < step.languages.length; i++) {
            if (step.languages[i] == place && !hasLanguage(value, step, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLanguage(Node value, Step step, int condition) {
        return value.isLiteral()
                && value.getLiteralLanguage()
                        .equals(step.lookup.conditions().get(condition).language());
    }

    private boolean fulfils(Step step, Binding row, @Nullable Node[] given, @Nullable Node[] values) {
        Binding whole = null;
        for (int i = 0; i < step.languages.length; i++) {
            if (step.languages[i] >= 0) {
                Node value = values[step.languages[i]];
                if (value == null || !hasLanguage(value, step, i)) {
                    return false;
                }
            } else {
                whole = whole == null ? added(row, given, values) : whole;
                if (!step.conditions[i].isSatisfied(whole, getExecContext())) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    protected void requestSubCancel() {
        // What is looked up asks for the signal itself.
    }

    @Override
    protected void closeSubIterator() {
        made.clear();
    }
}
