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

/** A solution whose values stay numbers of the index until somebody asks for them. */
abstract class IndexRow extends BindingBase {
    private final RowShape shape;

    IndexRow(RowShape shape) {
        super(shape.given());
        this.shape = shape;
    }

    /** The value of a column, arguments on the left first; null where there is none: its variable stays unbound. */
    abstract @Nullable Node value(int column);

    /** The row; null if it contradicts what is given. */
    final @Nullable Binding ifAsked() {
        return shape.accepts(this::value) ? this : null;
    }

    @Override
    protected @Nullable Node get1(Var variable) {
        int column = shape.column(variable);
        return column < 0 ? null : value(column);
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
        return (int) Arrays.stream(shape.variables()).filter(this::contains1).count();
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    /** Rows that are kept do not keep the index. */
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
