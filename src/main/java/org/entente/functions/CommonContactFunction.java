package org.entente.functions;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactOptions;

/**
 * {@code (?a ?b) ent:commonContact (?c "options")}: everyone whom both encountered, held encounters by default. At least one of the
 * two must be given.
 */
final class CommonContactFunction extends IndexFunction {
    CommonContactFunction() {
        super("commonContact", PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    Iterator<Binding> rows(Binding binding, PropFuncArg subject, PropFuncArg object, ExecutionContext context) {
        PropertyFunctionCall call =
                new PropertyFunctionCall(this, 2, 1, 1, ContactOptions.HELD, binding, subject, object, context);
        Optional<Integer> a = call.side(0);
        Optional<Integer> b = call.side(1);
        Optional<Integer> c = call.column(0);
        if (a.isEmpty() && b.isEmpty()) {
            throw call.wrong("one of (?a ?b) to be given");
        }
        if (a.orElse(0) < 0 || b.orElse(0) < 0 || c.orElse(0) < 0 || a.isPresent() && a.equals(b)) {
            return PropertyFunctionCall.none();
        }
        if (a.isPresent() && b.isPresent()) {
            int one = a.get();
            int two = b.get();
            int[] common = call.index.common(one, two, call.options, call.stop);
            return new IndexRows(call.stop, 0, common.length, i -> new Row(call, one, two, common[i]).ifAsked());
        }
        int known = a.orElseGet(b::get);
        int[] mine = call.index.contacts(known, call.options, call.stop);
        return Arrays.stream(mine)
                .filter(common -> c.isEmpty() || c.get() == common)
                .boxed()
                .flatMap(common -> Arrays.stream(call.index.contacts(common, call.options, call.stop))
                        .filter(far -> far != known)
                        .mapToObj(far -> (a.isPresent()
                                        ? new Row(call, known, far, common)
                                        : new Row(call, far, known, common))
                                .ifAsked()))
                .filter(Objects::nonNull)
                .iterator();
    }

    private static final class Row extends IndexRow {
        private final ContactIndex index;
        private final int a;
        private final int b;
        private final int common;

        Row(PropertyFunctionCall call, int a, int b, int common) {
            super(call.shape);
            this.index = call.index;
            this.a = a;
            this.b = b;
            this.common = common;
        }

        @Override
        Node value(int column) {
            return index.node(column == 0 ? a : column == 1 ? b : common);
        }
    }
}
