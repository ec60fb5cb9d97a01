package org.entente.functions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndex.Counting;
import org.entente.contact.ContactIndexes;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Level;

/**
 * {@code ?x ent:met (?y ?level ?event ?witnesses ?confidence ?encounter "options")}: one row for every encounter, seen from either
 * side. Only {@code ?y} is required; without {@code ?level} only {@code met} counts, with it every level, and the row says which.
 */
final class MetFunction extends PropertyFunctionEval {
    private static final ContactOptions ANY = ContactOptions.HELD.withLevels(Set.of(Level.values()));
    private static final ContactOptions MET = ContactOptions.HELD.withLevels(Set.of(Level.MET));

    private final ContactIndexes.OfQuery indexes = new ContactIndexes.OfQuery();

    MetFunction() {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        boolean levelGiven = object.isList()
                && object.getArgListSize() > 1
                && !object.getArg(1).isLiteral();
        PropertyFunctionCall call = new PropertyFunctionCall(
                "met", 1, 1, 6, levelGiven ? ANY : MET, binding, subject, object, context, indexes);
        Optional<Integer> x = call.side(0);
        Optional<Integer> y = call.column(0);
        Optional<Integer> event = call.column(2);
        if (x.orElse(0) < 0 || y.orElse(0) < 0 || event.orElse(0) < 0) {
            return call.none();
        }
        ContactIndex index = call.index;
        Counting counting = index.counting(call.options);
        if (x.isPresent() || y.isPresent()) {
            int known = x.orElseGet(y::get);
            int from = x.isPresent() && y.isPresent() ? index.firstContact(known, y.get()) : index.offset[known];
            int to = x.isPresent() && y.isPresent() ? index.firstContact(known, y.get() + 1) : index.offset[known + 1];
            return call.rows(new Rows(call, from, to, i -> {
                int encounter = index.contact[i];
                return counting.counts(encounter)
                        ? x.isPresent()
                                ? rows(call, encounter, known, index.other[i])
                                : rows(call, encounter, index.other[i], known)
                        : List.of();
            }));
        }
        int from = event.map(index::firstEncounter).orElse(0);
        int to = event.map(e -> index.firstEncounter(e + 1)).orElse(index.encounterCount());
        return call.rows(new Rows(call, from, to, encounter -> {
            if (!counting.counts(encounter)) {
                return List.of();
            }
            List<Binding> both = new ArrayList<>(2);
            both.addAll(rows(call, encounter, index.first[encounter], index.second[encounter]));
            both.addAll(rows(call, encounter, index.second[encounter], index.first[encounter]));
            return both;
        }));
    }

    private static List<Binding> rows(PropertyFunctionCall call, int encounter, int x, int y) {
        ContactIndex index = call.index;
        Binding row = call.hasColumn(3)
                ? call.row(
                        index.node(x),
                        index.node(y),
                        index.level(encounter).node(),
                        index.node(index.event[encounter]),
                        PropertyFunctionCall.number(index.witnesses[encounter]),
                        index.confidence(encounter).node(),
                        index.encounter(encounter))
                : call.row(
                        index.node(x),
                        index.node(y),
                        index.level(encounter).node(),
                        index.node(index.event[encounter]));
        return row == null ? List.of() : List.of(row);
    }

    /** Rows made one by one, for a hub has many. */
    private static final class Rows implements Iterator<Binding> {
        private final PropertyFunctionCall call;
        private final int to;
        private final IntFunction<List<Binding>> rowsAt;
        private int at;
        private List<Binding> rows = List.of();
        private int row;

        Rows(PropertyFunctionCall call, int from, int to, IntFunction<List<Binding>> rowsAt) {
            this.call = call;
            this.at = from;
            this.to = to;
            this.rowsAt = rowsAt;
        }

        @Override
        public boolean hasNext() {
            while (row == rows.size() && at < to) {
                if ((at & 0x3FF) == 0) {
                    call.stop.check();
                }
                rows = rowsAt.apply(at++);
                row = 0;
            }
            return row < rows.size();
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.get(row++);
        }
    }
}
