package org.entente.functions;

import org.apache.jena.graph.Node;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndex.Counting;
import org.entente.contact.ContactRun;
import org.entente.encounter.Level;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of two as rows: both, the number of their encounters, the first and the last moment, the closest level. They can be counted
 * first and described later, those that are to be shown.
 */
final class ContactRows extends RowSource {
    private static final Level[] LEVELS = Level.values();

    private final ContactIndex index;
    private final Counting counting;
    private final ContactRun run;
    private final boolean fromIt;
    private final boolean once;
    private final boolean counted;
    private final int to;
    private int at;
    private int[] places = {};
    private int[] xs = {};
    private int[] ys = {};
    private int[] encounters = {};
    private int[] firsts = {};
    private int[] lasts = {};
    private int[] closest = {};

    /**
     * @param range where the contacts are
     * @param once whether two are left out when they are seen from the second
     * @param counted whether only both and the number of their encounters are wanted, until {@link #show}
     */
    ContactRows(PropertyFunctionCall call, ContactRange range, boolean once, boolean counted) {
        index = call.index;
        counting = index.counting(call.options);
        run = new ContactRun(index, counting, range.from(), once, counted);
        fromIt = range.fromIt();
        this.once = once;
        this.counted = counted;
        to = range.to();
        at = range.from();
    }

    @Override
    int next(int most) {
        int wanted = Math.min(most, to - at);
        if (xs.length < wanted) {
            make(wanted);
        }
        int count = 0;
        for (; at < to && count < wanted; at = run.end()) {
            if (run.at(at)) {
                put(run, at, count);
                if (!counted) {
                    describe(run, count);
                }
                count++;
            }
        }
        return count;
    }

    private void put(ContactRun of, int place, int row) {
        places[row] = place;
        xs[row] = fromIt ? of.node() : of.other();
        ys[row] = fromIt ? of.other() : of.node();
        encounters[row] = of.encounters();
    }

    private void describe(ContactRun of, int row) {
        firsts[row] = of.first();
        lasts[row] = of.last();
        closest[row] = of.closest();
    }

    private void make(int rows) {
        places = new int[rows];
        xs = new int[rows];
        ys = new int[rows];
        encounters = new int[rows];
        firsts = new int[rows];
        lasts = new int[rows];
        closest = new int[rows];
    }

    int encounters(int place) {
        return encounters[place];
    }

    int x(int place) {
        return xs[place];
    }

    int y(int place) {
        return ys[place];
    }

    /** Where the encounters of one of the rows begin in the index. */
    int place(int row) {
        return places[row];
    }

    /** Makes the contacts at these places the current rows. */
    void show(int[] chosen) {
        make(chosen.length);
        for (int row = 0; row < chosen.length; row++) {
            ContactRun of = new ContactRun(index, counting, chosen[row], once, false);
            of.at(chosen[row]);
            put(of, chosen[row], row);
            describe(of, row);
        }
    }

    @Override
    void put(int column, @Nullable Node[] into) {
        switch (column) {
            case 0 -> nodes(index, xs, into);
            case 1 -> nodes(index, ys, into);
            case 2 -> numbers(encounters, into);
            case 3 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = IndexNodes.start(firsts[i]);
                }
            }
            case 4 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = IndexNodes.end(lasts[i]);
                }
            }
            case 5 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = LEVELS[closest[i]].node();
                }
            }
            default -> {
                // All others stay unbound.
            }
        }
    }
}
