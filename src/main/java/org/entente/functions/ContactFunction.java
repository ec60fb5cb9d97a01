package org.entente.functions;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
import org.entente.contact.EventDays;
import org.entente.encounter.Level;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?x ent:contact (?y ?encounters ?first ?last ?closest "options")}: one row for every two who encountered each other, held
 * encounters by default: how many there were, the first possible and the last possible moment of the dated ones, the closest
 * level. An end that is open stays unbound.
 */
final class ContactFunction extends PropertyFunctionEval {
    private final ContactIndexes.OfQuery indexes = new ContactIndexes.OfQuery();

    ContactFunction() {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        PropertyFunctionCall call = new PropertyFunctionCall(
                "contact", 1, 1, 5, ContactOptions.HELD, binding, subject, object, context, indexes);
        Optional<Integer> x = call.side(0);
        Optional<Integer> y = call.column(0);
        if (x.orElse(0) < 0 || y.orElse(0) < 0) {
            return call.none();
        }
        Counting counting = call.index.counting(call.options);
        Stream<Binding> rows = x.isPresent()
                ? of(call, counting, x.get(), y, true)
                : y.isPresent()
                        ? of(call, counting, y.get(), x, false)
                        : IntStream.range(0, call.index.nodeCount())
                                .boxed()
                                .flatMap(each -> of(call, counting, each, y, true));
        return call.rows(rows.iterator());
    }

    /** The contacts of a node, seen from it or from the others. */
    private static Stream<Binding> of(
            PropertyFunctionCall call, Counting counting, int node, Optional<Integer> only, boolean fromIt) {
        ContactIndex index = call.index;
        int from = only.map(o -> index.firstContact(node, o)).orElse(index.offset[node]);
        int to = only.map(o -> index.firstContact(node, o + 1)).orElse(index.offset[node + 1]);
        return IntStream.range(from, to)
                .filter(i -> i == from || index.other[i] != index.other[i - 1])
                .mapToObj(i -> row(call, counting, node, i, to, fromIt))
                .filter(Objects::nonNull);
    }

    private static @Nullable Binding row(
            PropertyFunctionCall call, Counting counting, int node, int begin, int end, boolean fromIt) {
        call.stop.check();
        ContactIndex index = call.index;
        int other = index.other[begin];
        int encounters = 0;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        int closest = Integer.MAX_VALUE;
        for (int i = begin; i < end && index.other[i] == other; i++) {
            int encounter = index.contact[i];
            if (counting.counts(encounter)) {
                encounters++;
                first = Math.min(first, index.earliest[index.event[encounter]]);
                last = Math.max(last, index.latest[index.event[encounter]]);
                closest = Math.min(closest, index.level[encounter]);
            }
        }
        if (encounters == 0) {
            return null;
        }
        return call.row(
                index.node(fromIt ? node : other),
                index.node(fromIt ? other : node),
                PropertyFunctionCall.number(encounters),
                moment(first, "T00:00:00Z"),
                moment(last, "T23:59:59Z"),
                Level.values()[closest].node());
    }

    private static @Nullable Node moment(int day, String time) {
        return EventDays.isDay(day)
                ? NodeFactory.createLiteralDT(LocalDate.ofEpochDay(day) + time, XSDDatatype.XSDdateTime)
                : null;
    }
}
