package org.entente.derive;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.jspecify.annotations.Nullable;

/** A solution whose values are numbers of nodes of a table. Of use while the table does not shrink. */
final class RowBinding extends BindingBase {
    private final TripleTable table;
    private final Var[] variables;
    private final int[] numbers;

    /**
     * @param parent the solution that this one adds to
     * @param variables those that it adds
     * @param numbers their values
     */
    RowBinding(Binding parent, TripleTable table, Var[] variables, int[] numbers) {
        super(parent);
        this.table = table;
        this.variables = variables;
        this.numbers = numbers;
    }

    /** The number of a variable's value in a solution; {@link RowView#ANY} if it has none, {@link RowView#UNKNOWN} if no triple has it. */
    static int number(Binding solution, Var variable, TripleTable table) {
        Binding at = solution;
        while (at instanceof RowBinding rows && rows.table == table) {
            int place = rows.place(variable);
            if (place >= 0) {
                return rows.numbers[place];
            }
            at = rows.parent;
        }
        Node value = at == null ? null : at.get(variable);
        if (value == null) {
            return RowView.ANY;
        }
        int number = table.number(value);
        return number < 0 ? RowView.UNKNOWN : number;
    }

    private int place(Var variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == variable) {
                return i;
            }
        }
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected @Nullable Node get1(Var variable) {
        int place = place(variable);
        return place < 0 ? null : table.node(numbers[place]);
    }

    @Override
    protected boolean contains1(Var variable) {
        return place(variable) >= 0;
    }

    @Override
    protected Iterator<Var> vars1() {
        return Arrays.asList(variables).iterator();
    }

    @Override
    protected void forEach1(BiConsumer<Var, Node> action) {
        for (int i = 0; i < variables.length; i++) {
            action.accept(variables[i], table.node(numbers[i]));
        }
    }

    @Override
    protected int size1() {
        return variables.length;
    }

    @Override
    protected boolean isEmpty1() {
        return variables.length == 0;
    }

    @Override
    protected Binding detachWithNewParent(Binding other) {
        return new RowBinding(other, table, variables, numbers);
    }
}
