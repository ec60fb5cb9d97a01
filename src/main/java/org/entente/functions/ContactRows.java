package org.entente.functions;

import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactRun;
import org.entente.encounter.Level;
import org.jspecify.annotations.Nullable;

/** Contacts of two as rows: both, the number of their encounters, the first and the last moment, the closest level. */
final class ContactRows extends RowSource {
    private static final Level[] LEVELS = Level.values();

    private final ContactIndex index;
    private final ContactRun run;
    private final boolean fromIt;
    private final boolean once;
    private final int to;
    private int at;
    private int[] xs = {};
    private int[] ys = {};
    private int[] encounters = {};
    private int[] firsts = {};
    private int[] lasts = {};
    private int[] closest = {};

    /**
     * @param fromIt whether the node of the run is the first of the two
     * @param once whether two are left out when they are seen from the second
     * @param to the first place of the run that is left out
     */
    ContactRows(PropertyFunctionCall call, boolean fromIt, boolean once, int from, int to) {
        index = call.index;
        run = new ContactRun(index, index.counting(call.options), from);
        this.fromIt = fromIt;
        this.once = once;
        this.to = to;
        at = from;
    }

    @Override
    int next(int most) {
        int wanted = Math.min(most, to - at);
        if (xs.length < wanted) {
            make(wanted);
        }
        int count = 0;
        for (; at < to && count < wanted; at = run.end()) {
            if (run.at(at) && !(once && run.node() > run.other())) {
                xs[count] = fromIt ? run.node() : run.other();
                ys[count] = fromIt ? run.other() : run.node();
                encounters[count] = run.encounters();
                firsts[count] = run.first();
                lasts[count] = run.last();
                closest[count++] = run.closest();
            }
        }
        return count;
    }

    private void make(int rows) {
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

    /** One of the rows, to be shown again by {@link #show}. */
    int[] row(int place) {
        return new int[] {xs[place], ys[place], encounters[place], firsts[place], lasts[place], closest[place]};
    }

    /** Makes these the current rows. */
    void show(List<int[]> rows) {
        make(rows.size());
        int[][] columns = {xs, ys, encounters, firsts, lasts, closest};
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][i] = rows.get(i)[column];
            }
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
