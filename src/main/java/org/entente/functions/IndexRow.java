package org.entente.functions;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.jspecify.annotations.Nullable;

/** A solution: one place in columns that it shares with the rows that were made with it. */
final class IndexRow extends BindingBase {
    private final RowShape shape;
    /** For each variable of the shape. */
    private final @Nullable Node[][] columns;

    private final int at;

    IndexRow(RowShape shape, @Nullable Node[][] columns, int at) {
        super(shape.given());
        this.shape = shape;
        this.columns = columns;
        this.at = at;
    }

    @Override
    protected @Nullable Node get1(Var variable) {
        int place = shape.place(variable);
        return place < 0 ? null : columns[place][at];
    }

    @Override
    protected boolean contains1(Var variable) {
        return get1(variable) != null;
    }

    @Override
    protected Iterator<Var> vars1() {
        return Arrays.stream(shape.variables()).filter(this::contains1).iterator();
    }

    @Override
    protected int size1() {
        int size = 0;
        for (@Nullable Node[] column : columns) {
            size += column[at] == null ? 0 : 1;
        }
        return size;
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    /** Rows that are kept do not keep the others. */
    @Override
    protected Binding detachWithOriginalParent() {
        return detachWithNewParent(shape.given());
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
        BindingBuilder builder = BindingFactory.builder(parent);
        for (Var variable : shape.variables()) {
            Node value = get1(variable);
            if (value != null) {
                builder.add(variable, value);
            }
        }
        return builder.build();
    }
}
