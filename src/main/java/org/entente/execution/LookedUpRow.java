package org.entente.execution;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.jspecify.annotations.Nullable;

/** A solution with what was looked up for it: values in the places of variables that all rows have in common. */
final class LookedUpRow extends BindingBase {
    private final Var[] variables;
    private final @Nullable Node[] values;

    /** @param values null where a variable has none, or has its value in the row before */
    LookedUpRow(Binding before, Var[] variables, @Nullable Node[] values) {
        super(before);
        this.variables = variables;
        this.values = values;
    }

    @Override
    protected @Nullable Node get1(Var variable) {
        for (int i = 0; i < variables.length; i++) {
            // Most often the very same.
            if (variables[i] == variable) {
                return values[i];
            }
        }
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    protected boolean contains1(Var variable) {
        return get1(variable) != null;
    }

    @Override
    protected Iterator<Var> vars1() {
        return IntStream.range(0, values.length)
                .filter(i -> values[i] != null)
                .mapToObj(i -> variables[i])
                .iterator();
    }

    @Override
    protected int size1() {
        return (int) Arrays.stream(values).filter(value -> value != null).count();
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
        return new LookedUpRow(parent, variables, values);
    }
}
