package org.entente.functions;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ContactOptions;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?x ent:contact (?y ?encounters ?first ?last ?closest "options")}: one row for every two who encountered each other, held
 * encounters by default: how many there were, the first possible and the last possible moment of the dated ones, the closest
 * level. An end that is open stays unbound.
 *
 * <p>{@code (?x ?y) ent:topContact (?encounters ?first ?last ?closest "k=20; options")}: the same for the {@code k} pairs with most
 * encounters, twenty unless said otherwise, most first; each pair once, in the order of its IRIs. Where one side is given, its
 * contacts only.
 */
final class ContactFunction extends IndexFunction {
    private static final ContactOptions TWENTY = ContactOptions.HELD.withK(20);

    private final boolean top;

    ContactFunction(boolean top) {
        super(
                top ? "topContact" : "contact",
                top ? PropFuncArgType.PF_ARG_LIST : PropFuncArgType.PF_ARG_EITHER,
                PropFuncArgType.PF_ARG_EITHER);
        this.top = top;
    }

    @Override
    Iterator<Binding> rows(Binding binding, PropFuncArg subject, PropFuncArg object, ExecutionContext context) {
        PropertyFunctionCall call = top
                ? new PropertyFunctionCall(this, 2, 1, 4, TWENTY, binding, subject, object, context)
                : new PropertyFunctionCall(this, 1, 1, 5, ContactOptions.HELD, binding, subject, object, context);
        Optional<Integer> x = call.side(0);
        Optional<Integer> y = top ? call.side(1) : call.column(0);
        if (x.orElse(0) < 0 || y.orElse(0) < 0) {
            return PropertyFunctionCall.none();
        }
        ContactRange range = ContactRange.of(call, x, y);
        ContactRows rows = new ContactRows(call, range, top && range.isOfAll(), top && !call.shape.compares());
        return call.rows(top ? new Most(call, rows) : rows);
    }

    /** The pairs with most encounters, most first, among equals in the order of their IRIs. */
    private static final class Most extends RowSource {
        private static final int TOGETHER = 512;

        private final PropertyFunctionCall call;
        private final ContactRows rows;
        private boolean over;

        Most(PropertyFunctionCall call, ContactRows rows) {
            this.call = call;
            this.rows = rows;
        }

        /** All at once. */
        @Override
        int next(int most) {
            if (over) {
                return 0;
            }
            over = true;
            int k = call.options.k();
            PriorityQueue<Pair> best = new PriorityQueue<>(Pair.WORST_FIRST);
            for (int count = rows.next(TOGETHER); count > 0; count = rows.next(TOGETHER)) {
                call.stop.check();
                int[] agreeing = call.shape.agreeing(rows, count);
                int agree = agreeing == null ? count : agreeing.length;
                for (int i = 0; i < agree; i++) {
                    int row = agreeing == null ? i : agreeing[i];
                    if (best.size() < k
                            || rows.encounters(row) >= best.element().encounters()) {
                        best.add(new Pair(rows.x(row), rows.y(row), rows.encounters(row), rows.place(row)));
                        if (best.size() > k) {
                            best.remove();
                        }
                    }
                }
            }
            int[] places = new int[best.size()];
            for (int i = places.length - 1; i >= 0; i--) {
                places[i] = best.remove().place();
            }
            rows.show(places);
            return places.length;
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            rows.put(column, into);
        }
    }

    /** @param place where their encounters begin in the index */
    private record Pair(int x, int y, int encounters, int place) {
        static final Comparator<Pair> WORST_FIRST = Comparator.comparingInt(Pair::encounters)
                .thenComparing(Comparator.comparingInt(Pair::x).reversed())
                .thenComparing(Comparator.comparingInt(Pair::y).reversed());
    }
}
