package org.entente.functions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.entente.contact.EventYears;
import org.entente.execution.CancellationCheck;

/** {@code (?year ?status) ent:eventCount ?events}: how many events of a status there were in each year; each counts once. */
final class EventCountFunction extends IndexFunction {
    EventCountFunction() {
        super("eventCount", PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_SINGLE);
    }

    @Override
    Iterator<Binding> rows(Binding binding, PropFuncArg subject, PropFuncArg object, ExecutionContext context) {
        List<Node> arguments = new ArrayList<>(subject.getArgList());
        if (arguments.size() != 2) {
            throw new QueryParseException(
                    "ent:eventCount expects (?year ?status) on the left and ?events on the right", -1, -1);
        }
        arguments.add(object.getArg());
        RowShape shape = new RowShape(binding, arguments, wanted());
        List<EventYears.Count> counts = EventYears.in(
                        context.getDataset(), CancellationCheck.on(context.getCancelSignal()))
                .counts();
        return new IndexRows(CancellationCheck.NEVER, 0, counts.size(), i -> row(shape, counts.get(i))
                .ifAsked());
    }

    private static ValueRow row(RowShape shape, EventYears.Count count) {
        return new ValueRow(shape, IndexNodes.number(count.year()), count.status(), IndexNodes.number(count.events()));
    }
}
