package org.entente.functions;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.entente.contact.EventYears;
import org.entente.execution.CancellationCheck;

/** {@code (?year ?status) ent:eventCount ?events}: how many events of a status there were in each year; each counts once. */
final class EventCountFunction extends PropertyFunctionEval {
    EventCountFunction() {
        super(PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_SINGLE);
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> arguments = new ArrayList<>(subject.getArgList());
        if (arguments.size() != 2) {
            throw new QueryParseException(
                    "ent:eventCount expects (?year ?status) on the left and ?events on the right", -1, -1);
        }
        arguments.add(object.getArg());
        RowShape shape = new RowShape(binding, arguments);
        List<EventYears.Count> counts = EventYears.in(
                        context.getDataset(), CancellationCheck.on(context.getCancelSignal()))
                .counts();
        return QueryIterPlainWrapper.create(
                new IndexRows(CancellationCheck.NEVER, 0, counts.size(), i -> row(shape, counts.get(i))
                        .ifAsked()),
                context);
    }

    private static ValueRow row(RowShape shape, EventYears.Count count) {
        return new ValueRow(shape, IndexNodes.number(count.year()), count.status(), IndexNodes.number(count.events()));
    }
}
