package org.entente.functions;

import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ContactIndex;
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
        ContactIndex index = call.index;
        boolean fromIt = x.isPresent() || y.isEmpty();
        int known = x.orElseGet(() -> y.orElse(-1));
        int from = 0;
        int to = index.other.length;
        if (x.isPresent() && y.isPresent()) {
            from = index.firstContact(known, y.get());
            to = index.firstContact(known, y.get() + 1);
        } else if (known >= 0) {
            from = index.offset[known];
            to = index.offset[known + 1];
        }
        if (known >= 0) {
            call.shape.knows(fromIt ? 0 : 1);
        }
        ContactRows rows = new ContactRows(call, fromIt, top && known < 0, from, to);
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
            PriorityQueue<int[]> best = new PriorityQueue<>(Most::order);
            for (int count = rows.next(TOGETHER); count > 0; count = rows.next(TOGETHER)) {
                call.stop.check();
                int[] agreeing = call.shape.agreeing(rows, count);
                int agree = agreeing == null ? count : agreeing.length;
                for (int i = 0; i < agree; i++) {
                    int place = agreeing == null ? i : agreeing[i];
                    if (best.size() < k || rows.encounters(place) >= best.element()[ENCOUNTERS]) {
                        best.add(rows.row(place));
                        if (best.size() > k) {
                            best.remove();
                        }
                    }
                }
            }
            LinkedList<int[]> mostFirst = new LinkedList<>();
            while (!best.isEmpty()) {
                mostFirst.addFirst(best.remove());
            }
            rows.show(List.copyOf(mostFirst));
            return mostFirst.size();
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            rows.put(column, into);
        }

        private static final int ENCOUNTERS = 2;

        /** Worst first. */
        private static int order(int[] a, int[] b) {
            int order = Integer.compare(a[ENCOUNTERS], b[ENCOUNTERS]);
            order = order != 0 ? order : Integer.compare(b[0], a[0]);
            return order != 0 ? order : Integer.compare(b[1], a[1]);
        }
    }
}
