package org.entente.functions;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
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
        Counting counting = index.counting(call.options);
        boolean onParticipations = call.hasColumn(MINE - 1);
        IntPredicate counts = encounter ->
                counting.counts(encounter) && (!onParticipations || index.restsOnParticipations(encounter));
        if (x.isPresent() || y.isPresent()) {
            int known = x.orElseGet(y::get);
            int from = x.isPresent() && y.isPresent() ? index.firstContact(known, y.get()) : index.offset[known];
            int to = x.isPresent() && y.isPresent() ? index.firstContact(known, y.get() + 1) : index.offset[known + 1];
            boolean fromIt = x.isPresent();
            return new IndexRows(call.stop, from, to, i -> {
                int encounter = index.contact[i];
                return counts.test(encounter)
                        ? new Row(call, encounter, fromIt ? known : index.other[i], fromIt ? index.other[i] : known)
                                .ifAsked()
                        : null;
            });
        }
        int from = event.map(index::firstEncounter).orElse(0);
        int to = event.map(e -> index.firstEncounter(e + 1)).orElse(index.encounterCount());
        // Each is seen from both sides.
        return new IndexRows(call.stop, 2 * from, 2 * to, i -> {
            int encounter = i >> 1;
            int one = index.first[encounter];
            int two = index.second[encounter];
            return counts.test(encounter)
                    ? ((i & 1) == 0 ? new Row(call, encounter, one, two) : new Row(call, encounter, two, one)).ifAsked()
                    : null;
        });
    }

    private static final class Row extends IndexRow {
        private final ContactIndex index;
        private final int encounter;
        private final int x;
        private final int y;

        Row(PropertyFunctionCall call, int encounter, int x, int y) {
            super(call.shape);
            this.index = call.index;
            this.encounter = encounter;
            this.x = x;
            this.y = y;
        }

        @Override
        @Nullable
        Node value(int column) {
            return switch (column) {
                case 0 -> index.node(x);
                case 1 -> index.node(y);
                case 2 -> index.level(encounter).node();
                case 3 -> index.node(index.event[encounter]);
                case 4 -> IndexNodes.number(index.witnesses[encounter]);
                case 5 -> index.confidence(encounter).node();
                case 6 -> index.encounter(encounter);
                case MINE -> index.participation(encounter, x);
                case 8 -> index.participation(encounter, y);
                case 9 -> IndexNodes.start(index.earliest[index.event[encounter]]);
                case 10 -> IndexNodes.end(index.latest[index.event[encounter]]);
                default -> null;
            };
        }
    }
}
