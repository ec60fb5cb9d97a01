package org.entente.functions;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndex.Counting;
import org.entente.contact.ContactOptions;
import org.entente.contact.ContactRun;
import org.entente.contact.PairTotals;
import org.jspecify.annotations.Nullable;

/**
 * {@code (?x ?y) ent:contactPair (?events ?met ?coAttended ?witnesses ?first ?last ?levels ?from ?to "options")}: everyone who encountered
 * each other, each pair once, in the order of its IRIs; where one is given, all pairs with that one. How many events there were, how
 * many encounters in which they met or attended the same event, how many witnesses, and the first and the last date as it is shown.
 *
 * <p>The last three columns say what counts, and have to be given if they are to: the words of levels with commas between them (met and
 * coAttended unless said otherwise), the first and the last day as a date or a moment.
 */
final class ContactPairFunction extends IndexFunction {
    private static final int LEVELS = 6;
    private static final int FROM = 7;
    private static final int TO = 8;
    /** Letters of a day in a moment. */
    private static final int DAY = 10;

    ContactPairFunction() {
        super("contactPair", PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    Iterator<Binding> rows(Binding binding, PropFuncArg subject, PropFuncArg object, ExecutionContext context) {
        PropertyFunctionCall call =
                new PropertyFunctionCall(this, 2, 1, 9, ContactOptions.HELD, binding, subject, object, context);
        ContactOptions options = option(call, LEVELS, "levels", call.options);
        options = option(call, FROM, "from", options);
        options = option(call, TO, "to", options);
        Optional<Integer> x = call.side(0);
        Optional<Integer> y = call.side(1);
        if (x.orElse(0) < 0 || y.orElse(0) < 0) {
            return PropertyFunctionCall.none();
        }
        return call.rows(new PairRows(call, options, ContactRange.of(call, x, y)));
    }

    /** The options with what a column says of one of them; it need not be compared with the rows. */
    private static ContactOptions option(PropertyFunctionCall call, int column, String key, ContactOptions options) {
        Optional<Node> given = call.value(column);
        if (given.isEmpty()) {
            return options;
        }
        call.shape.knows(2 + column);
        if (!given.get().isLiteral()) {
            throw call.wrong(key + ": a text");
        }
        String text = given.get().getLiteralLexicalForm();
        boolean isMoment = XSDDatatype.XSDdateTime.equals(given.get().getLiteralDatatype());
        try {
            return options.with(key, isMoment && text.length() > DAY ? text.substring(0, DAY) : text);
        } catch (IllegalArgumentException e) {
            throw call.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Pairs and what there was between them. */
    private static final class PairRows extends RowSource {
        private final ContactIndex index;
        private final ContactRun run;
        private final PairTotals totals;
        private final boolean fromIt;
        private final int to;
        private int at;
        private int[] xs = {};
        private int[] ys = {};
        private int[] events = {};
        private int[] mets = {};
        private int[] coAttendeds = {};
        private int[] witnesses = {};
        private int[] begins = {};
        private int[] ends = {};

        PairRows(PropertyFunctionCall call, ContactOptions options, ContactRange range) {
            index = call.index;
            fromIt = range.fromIt();
            Counting counting = index.counting(options);
            run = new ContactRun(index, counting, range.from(), range.isOfAll(), true);
            totals = new PairTotals(index, counting);
            at = range.from();
            to = range.to();
        }

        @Override
        int next(int most) {
            make(Math.min(most, to - at));
            int count = 0;
            for (; at < to && count < most; at = run.end()) {
                if (run.at(at)) {
                    xs[count] = fromIt ? run.node() : run.other();
                    ys[count] = fromIt ? run.other() : run.node();
                    begins[count] = at;
                    ends[count] = run.end();
                    totals.count(at, run.end());
                    events[count] = totals.events();
                    mets[count] = totals.met();
                    coAttendeds[count] = totals.coAttended();
                    witnesses[count++] = totals.witnesses();
                }
            }
            return count;
        }

        private void make(int rows) {
            if (xs.length < rows) {
                xs = new int[rows];
                ys = new int[rows];
                events = new int[rows];
                mets = new int[rows];
                coAttendeds = new int[rows];
                witnesses = new int[rows];
                begins = new int[rows];
                ends = new int[rows];
            }
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            switch (column) {
                case 0 -> nodes(index, xs, into);
                case 1 -> nodes(index, ys, into);
                case 2 -> numbers(events, into);
                case 3 -> numbers(mets, into);
                case 4 -> numbers(coAttendeds, into);
                case 5 -> numbers(witnesses, into);
                case 6 -> {
                    for (int i = 0; i < into.length; i++) {
                        into[i] = totals.first(begins[i], ends[i]);
                    }
                }
                case 7 -> {
                    for (int i = 0; i < into.length; i++) {
                        into[i] = totals.last(begins[i], ends[i]);
                    }
                }
                default -> {
                    // What counts has no value of its own.
                }
            }
        }
    }
}
