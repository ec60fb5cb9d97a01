package org.entente.functions;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndex.Counting;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Level;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?x ent:met (?y ?level ?event ?witnesses ?confidence ?encounter ?mine ?theirs ?earliest ?latest "options")}: one row for
 * every encounter, seen from either side. Only {@code ?y} is required; without {@code ?level} only {@code met} counts, with it every
 * level, and the row says which. With {@code ?mine}, only encounters count of which the view says on which participations they rest.
 */
final class MetFunction extends IndexFunction {
    private static final ContactOptions ANY = ContactOptions.HELD.withLevels(Set.of(Level.values()));
    private static final ContactOptions MET = ContactOptions.HELD.withLevels(Set.of(Level.MET));

    /** The column of the participation that stands for {@code ?x}. */
    private static final int MINE = 7;

    MetFunction() {
        super("met", PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    Iterator<Binding> rows(Binding binding, PropFuncArg subject, PropFuncArg object, ExecutionContext context) {
        boolean levelGiven = object.isList()
                && object.getArgListSize() > 1
                && !object.getArg(1).isLiteral();
        PropertyFunctionCall call =
                new PropertyFunctionCall(this, 1, 1, 10, levelGiven ? ANY : MET, binding, subject, object, context);
        Optional<Integer> x = call.side(0);
        Optional<Integer> y = call.column(0);
        Optional<Integer> event = call.column(2);
        if (x.orElse(0) < 0 || y.orElse(0) < 0 || event.orElse(0) < 0) {
            return PropertyFunctionCall.none();
        }
        ContactIndex index = call.index;
        if (x.isPresent() || y.isPresent()) {
            int known = x.orElseGet(y::get);
            int from = x.isPresent() && y.isPresent() ? index.firstContact(known, y.get()) : index.offset[known];
            int to = x.isPresent() && y.isPresent() ? index.firstContact(known, y.get() + 1) : index.offset[known + 1];
            call.shape.knows(x.isPresent() ? 0 : 1);
            return call.rows(new OfOne(call, known, x.isPresent(), from, to));
        }
        int from = event.map(index::firstEncounter).orElse(0);
        int to = event.map(e -> index.firstEncounter(e + 1)).orElse(index.encounterCount());
        return call.rows(new OfAll(call, from, to));
    }

    /** Encounters, each with the side from which it is seen and the other. */
    private abstract static class Encounters extends RowSource {
        final ContactIndex index;
        private final Counting counting;
        private final boolean onParticipations;
        int at;
        int[] encounters = {};
        int[] xs = {};
        int[] ys = {};

        Encounters(PropertyFunctionCall call, int from) {
            index = call.index;
            counting = index.counting(call.options);
            onParticipations = call.hasColumn(MINE - 1);
            at = from;
        }

        final boolean counts(int encounter) {
            return counting.counts(encounter) && (!onParticipations || index.restsOnParticipations(encounter));
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            switch (column) {
                case 0 -> nodes(index, xs, into);
                case 1 -> nodes(index, ys, into);
                case 3 -> {
                    for (int i = 0; i < into.length; i++) {
                        into[i] = index.node(index.event[encounters[i]]);
                    }
                }
                default -> {
                    for (int i = 0; i < into.length; i++) {
                        into[i] = value(column, encounters[i], i);
                    }
                }
            }
        }

        private @Nullable Node value(int column, int encounter, int place) {
            return switch (column) {
                case 2 -> index.level(encounter).node();
                case 4 -> IndexNodes.number(index.witnesses[encounter]);
                case 5 -> index.confidence(encounter).node();
                case 6 -> index.encounter(encounter);
                case MINE -> index.participation(encounter, xs[place]);
                case 8 -> index.participation(encounter, ys[place]);
                case 9 -> IndexNodes.start(index.earliest[index.event[encounter]]);
                case 10 -> IndexNodes.end(index.latest[index.event[encounter]]);
                default -> null;
            };
        }
    }

    /** Those of somebody who is known. */
    private static final class OfOne extends Encounters {
        private final int known;
        private final boolean fromIt;
        private final int to;

        OfOne(PropertyFunctionCall call, int known, boolean fromIt, int from, int to) {
            super(call, from);
            this.known = known;
            this.fromIt = fromIt;
            this.to = to;
        }

        @Override
        int next(int most) {
            int wanted = Math.min(most, to - at);
            if (encounters.length < wanted) {
                encounters = new int[wanted];
                int[] same = new int[wanted];
                java.util.Arrays.fill(same, known);
                int[] others = new int[wanted];
                xs = fromIt ? same : others;
                ys = fromIt ? others : same;
            }
            int[] others = fromIt ? ys : xs;
            int count = 0;
            for (; at < to && count < wanted; at++) {
                int encounter = index.contact[at];
                if (counts(encounter)) {
                    others[count] = index.other[at];
                    encounters[count++] = encounter;
                }
            }
            return count;
        }
    }

    /** Encounters from one on, each seen from both sides. */
    private static final class OfAll extends Encounters {
        private final int to;

        OfAll(PropertyFunctionCall call, int from, int to) {
            super(call, 2 * from);
            this.to = 2 * to;
        }

        @Override
        int next(int most) {
            encounters = room(encounters, most);
            xs = room(xs, most);
            ys = room(ys, most);
            int count = 0;
            for (; at < to && count < most; at++) {
                int encounter = at >> 1;
                if (counts(encounter)) {
                    boolean fromFirst = (at & 1) == 0;
                    xs[count] = fromFirst ? index.first[encounter] : index.second[encounter];
                    ys[count] = fromFirst ? index.second[encounter] : index.first[encounter];
                    encounters[count++] = encounter;
                }
            }
            return count;
        }
    }
}
