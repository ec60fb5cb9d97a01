package org.entente.functions;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactOptions;
import org.jspecify.annotations.Nullable;

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
            return call.rows(new OfTwo(call, a.get(), b.get()));
        }
        return call.rows(new OfOne(call, a.orElseGet(b::get), a.isPresent(), c.orElse(ANYBODY)));
    }

    /** Those of two who are known. */
    private static final class OfTwo extends RowSource {
        private final ContactIndex index;
        private final int a;
        private final int b;
        private final int[] all;
        private int from;
        private int to;

        OfTwo(PropertyFunctionCall call, int a, int b) {
            index = call.index;
            this.a = a;
            this.b = b;
            all = index.common(a, b, call.options, call.stop);
            call.shape.knows(0);
            call.shape.knows(1);
        }

        @Override
        int next(int most) {
            from = to;
            to = Math.min(all.length, from + most);
            return to - from;
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            for (int i = 0; i < into.length; i++) {
                into[i] = index.node(column == 0 ? a : column == 1 ? b : all[from + i]);
            }
        }
    }

    /** Those of one with anybody: the contacts of each of its contacts, one after the other. */
    private static final class OfOne extends RowSource {
        private final PropertyFunctionCall call;
        private final int known;
        private final boolean knownFirst;
        private final int[] mine;
        private int next;
        private int[] theirs = {};
        private int at;
        private int[] far = {};
        private int[] common = {};

        OfOne(PropertyFunctionCall call, int known, boolean knownFirst, int only) {
            this.call = call;
            this.known = known;
            this.knownFirst = knownFirst;
            int[] all = call.index.contacts(known, call.options, call.stop);
            mine = only == ANYBODY
                    ? all
                    : Arrays.stream(all).filter(each -> each == only).toArray();
            call.shape.knows(knownFirst ? 0 : 1);
        }

        @Override
        int next(int most) {
            far = room(far, most);
            common = room(common, most);
            int count = 0;
            while (count < most) {
                if (at < theirs.length) {
                    if (theirs[at] != known) {
                        common[count] = mine[next - 1];
                        far[count++] = theirs[at];
                    }
                    at++;
                } else if (next < mine.length) {
                    theirs = call.index.contacts(mine[next++], call.options, call.stop);
                    at = 0;
                } else {
                    break;
                }
            }
            return count;
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            if (column == 2) {
                nodes(call.index, common, into);
            } else if (column == 0 == knownFirst) {
                Arrays.fill(into, call.index.node(known));
            } else {
                nodes(call.index, far, into);
            }
        }
    }

    private static final int ANYBODY = -1;
}
