package org.entente.contact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.entente.execution.CancellationCheck;
import org.entente.store.CommittedState;
import org.entente.vocab.EntProperty;

/**
 * How many events there were in each year, by status. An event counts in the first of the years in which it may have begun ({@code
 * ent:inYear}). Kept with a committed state, as the contact index is.
 */
public record EventYears(List<Count> counts) {
    private static final Set<Node> READ = Set.of(EntProperty.IN_YEAR, EntProperty.STATUS);

    /** Events of one year with one status. */
    public record Count(int year, Node status, int events) {}

    /** What the thread's transaction on the dataset sees. */
    public static EventYears in(DatasetGraph dataset, CancellationCheck stop) {
        return CommittedState.of(dataset)
                .map(state -> state.following(
                        EventYears.class,
                        stop::check,
                        () -> of(dataset.getDefaultGraph(), stop),
                        (earlier, changes) -> Stream.of(changes.added(), changes.removed())
                                        .flatMap(List::stream)
                                        .map(Quad::getPredicate)
                                        .anyMatch(READ::contains)
                                ? of(dataset.getDefaultGraph(), stop)
                                : earlier))
                .orElseGet(() -> of(dataset.getDefaultGraph(), stop));
    }

    private static EventYears of(Graph view, CancellationCheck stop) {
        Map<Node, Integer> years = new HashMap<>();
        each(
                view,
                EntProperty.IN_YEAR,
                stop,
                (event, year) -> years.merge(event, ((Number) year.getLiteralValue()).intValue(), Math::min));
        Map<Integer, Map<Node, AtomicInteger>> counted = new HashMap<>();
        each(view, EntProperty.STATUS, stop, (event, status) -> {
            Integer year = years.get(event);
            if (year != null) {
                counted.computeIfAbsent(year, y -> new HashMap<>())
                        .computeIfAbsent(status, s -> new AtomicInteger())
                        .incrementAndGet();
            }
        });
        return new EventYears(counted.entrySet().stream()
                .flatMap(ofYear -> ofYear.getValue().entrySet().stream()
                        .map(e -> new Count(
                                ofYear.getKey(), e.getKey(), e.getValue().get())))
                .sorted(Comparator.comparingInt(Count::year)
                        .thenComparing(count -> count.status().toString()))
                .collect(Collectors.toUnmodifiableList()));
    }

    @FunctionalInterface
    private interface Taking {
        void take(Node event, Node value);
    }

    private static void each(Graph view, Node property, CancellationCheck stop, Taking taking) {
        ExtendedIterator<org.apache.jena.graph.Triple> found = view.find(Node.ANY, property, Node.ANY);
        try {
            for (int i = 0; found.hasNext(); i++) {
                if ((i & 0xFFF) == 0) {
                    stop.check();
                }
                var triple = found.next();
                taking.take(triple.getSubject(), triple.getObject());
            }
        } finally {
            found.close();
        }
    }
}
