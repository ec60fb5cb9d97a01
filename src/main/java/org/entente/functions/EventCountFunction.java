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
import org.jspecify.annotations.Nullable;

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
        return new IndexRows(shape, CancellationCheck.NEVER, new Counts(counts));
    }

    private static final class Counts extends RowSource {
        private final List<EventYears.Count> all;
        private int from;
        private int to;

        Counts(List<EventYears.Count> all) {
            this.all = all;
        }

        @Override
        int next(int most) {
            from = to;
            to = Math.min(all.size(), from + most);
            return to - from;
        }

        @Override
        void put(int column, @Nullable Node[] into) {
            for (int i = 0; i < into.length; i++) {
                EventYears.Count count = all.get(from + i);
                into[i] = switch (column) {
                    case 0 -> IndexNodes.number(count.year());
                    case 1 -> count.status();
                    default -> IndexNodes.number(count.events());
                };
            }
        }
    }
}
