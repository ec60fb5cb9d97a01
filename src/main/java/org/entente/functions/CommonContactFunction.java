package org.entente.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.entente.contact.ContactIndexes;
import org.entente.contact.ContactOptions;
import org.jspecify.annotations.Nullable;

/**
 * {@code (?a ?b) ent:commonContact (?c "options")}: everyone whom both encountered, held encounters by default. At least one of the
 * two must be given.
 */
final class CommonContactFunction extends PropertyFunctionEval {
    private final ContactIndexes.OfQuery indexes = new ContactIndexes.OfQuery();

    CommonContactFunction() {
        super(PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        PropertyFunctionCall call = new PropertyFunctionCall(
                "commonContact", 2, 1, 1, ContactOptions.HELD, binding, subject, object, context, indexes);
        Optional<Integer> a = call.side(0);
        Optional<Integer> b = call.side(1);
        Optional<Integer> c = call.column(0);
        if (a.isEmpty() && b.isEmpty()) {
            throw call.wrong("one of (?a ?b) to be given");
        }
        if (a.orElse(0) < 0 || b.orElse(0) < 0 || c.orElse(0) < 0 || a.isPresent() && a.equals(b)) {
            return call.none();
        }
        List<Binding> rows = new ArrayList<>();
        if (a.isPresent() && b.isPresent()) {
            for (int common : call.index.common(a.get(), b.get(), call.options, call.stop)) {
                add(call, rows, a.get(), b.get(), common);
            }
            return call.rows(rows.iterator());
        }
        int known = a.orElseGet(b::get);
        int[] mine = call.index.contacts(known, call.options, call.stop);
        return call.rows(Arrays.stream(mine)
                .filter(common -> c.isEmpty() || c.get() == common)
                .boxed()
                .flatMap(common -> Arrays.stream(call.index.contacts(common, call.options, call.stop))
                        .filter(far -> far != known)
                        .mapToObj(far -> a.isPresent() ? row(call, known, far, common) : row(call, far, known, common)))
                .filter(Objects::nonNull)
                .iterator());
    }

    private static void add(PropertyFunctionCall call, List<Binding> rows, int a, int b, int common) {
        Binding row = row(call, a, b, common);
        if (row != null) {
            rows.add(row);
        }
    }

    private static @Nullable Binding row(PropertyFunctionCall call, int a, int b, int common) {
        return call.row(call.index.node(a), call.index.node(b), call.index.node(common));
    }
}
