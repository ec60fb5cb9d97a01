package org.entente.functions;

import java.util.Iterator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndex.Counting;
import org.entente.contact.ContactOptions;
import org.entente.contact.ContactRun;
import org.entente.encounter.Level;
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
        Counting counting = index.counting(call.options);
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
        ContactRun run = new ContactRun(index, counting, from);
        if (top) {
            return most(call, run, from, to, known, fromIt).iterator();
        }
        return new IndexRows(call.stop, from, to, i -> run.at(i) ? new Row(call, run, fromIt).ifAsked() : null);
    }

    /** The pairs with most encounters, most first, among equals in the order of their IRIs. */
    private static Iterable<Binding> most(
            PropertyFunctionCall call, ContactRun run, int from, int to, int known, boolean fromIt) {
        int k = call.options.k();
        PriorityQueue<Row> best = new PriorityQueue<>(ContactFunction::order);
        for (int i = from; i < to; i++) {
            if ((i & 0xFFF) == 0) {
                call.stop.check();
            }
            boolean wanted = run.at(i)
                    && (known >= 0 || run.node() < run.other())
                    && (best.size() < k || run.encounters() >= best.peek().encounters);
            if (wanted) {
                Row row = new Row(call, run, fromIt);
                if (row.ifAsked() != null) {
                    best.add(row);
                    if (best.size() > k) {
                        best.remove();
                    }
                }
            }
        }
        java.util.ArrayDeque<Binding> rows = new java.util.ArrayDeque<>();
        while (!best.isEmpty()) {
            rows.addFirst(best.remove());
        }
        return rows;
    }

    /** Worst first. */
    private static int order(Row a, Row b) {
        int order = Integer.compare(a.encounters, b.encounters);
        order = order != 0 ? order : Integer.compare(b.x, a.x);
        return order != 0 ? order : Integer.compare(b.y, a.y);
    }

    private static final class Row extends IndexRow {
        private final ContactIndex index;
        private final int x;
        private final int y;
        private final int encounters;
        private final int first;
        private final int last;
        private final byte closest;

        Row(PropertyFunctionCall call, ContactRun run, boolean fromIt) {
            super(call.shape);
            index = call.index;
            x = fromIt ? run.node() : run.other();
            y = fromIt ? run.other() : run.node();
            encounters = run.encounters();
            first = run.first();
            last = run.last();
            closest = run.closest();
        }

        @Override
        @Nullable
        Node value(int column) {
            return switch (column) {
                case 0 -> index.node(x);
                case 1 -> index.node(y);
                case 2 -> IndexNodes.number(encounters);
                case 3 -> IndexNodes.start(first);
                case 4 -> IndexNodes.end(last);
                case 5 -> LEVELS[closest].node();
                default -> null;
            };
        }
    }

    private static final Level[] LEVELS = Level.values();
}
