package org.entente.network;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.contact.ChainSearch;
import org.entente.contact.ChainSearch.Found;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndexes;
import org.entente.contact.ContactOptions;
import org.entente.contact.EventDays;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.entente.network.Chain.Order;

/** Explained chains person – event – person. Call inside a read transaction. */
public final class Connections {
    private final DatasetGraph dataset;
    private final ContactIndex index;
    private final CancellationCheck stop;

    private Connections(DatasetGraph dataset, CancellationCheck stop) {
        this.dataset = dataset;
        this.stop = stop;
        this.index = ContactIndexes.in(dataset, stop);
    }

    /** Connections in the state that the thread's transaction on the dataset sees. */
    public static Connections in(DatasetGraph dataset) {
        return new Connections(dataset, CancellationCheck.NEVER);
    }

    /** As {@link #in(DatasetGraph)}, for work that must end. */
    public static Connections in(DatasetGraph dataset, CancellationCheck stop) {
        return new Connections(dataset, stop);
    }

    /**
     * The shortest chains between two persons.
     *
     * @param options which encounters count, and how many chains are wanted; {@link ContactOptions#HELD} for one of held encounters
     * @param language of the labels
     */
    public Connection between(Node from, Node to, ContactOptions options, String language) {
        PathStepReader reader = new PathStepReader(dataset, index, language);
        int start = index.number(from);
        int end = index.number(to);
        List<Chain> chains = chains(start, end, options, reader);
        Set<Level> more = EnumSet.copyOf(options.levels());
        more.add(Level.ANNOUNCED);
        Optional<Chain> announced = chains.isEmpty() && !more.equals(options.levels())
                ? chains(start, end, options.withLevels(more).withK(1), reader).stream()
                        .findFirst()
                : Optional.empty();
        return new Connection(
                reader.named(from),
                reader.named(to),
                start >= 0,
                end >= 0,
                options,
                chains,
                announced,
                index.count(options));
    }

    /** An encounter by itself, seen from the side that comes first; empty where the index has no such encounter. */
    public Optional<PathStep> encounter(Node encounter, String language) {
        return IntStream.range(0, index.encounterCount())
                .filter(i -> index.encounter(i).equals(encounter))
                .mapToObj(i -> new PathStepReader(dataset, index, language).read(i, index.first(i)))
                .findFirst();
    }

    private List<Chain> chains(int from, int to, ContactOptions options, PathStepReader reader) {
        return new ChainSearch(index, options, stop)
                .chains(from, to).stream().map(found -> chain(found, reader)).toList();
    }

    private Chain chain(Found found, PathStepReader reader) {
        List<PathStep> hops = IntStream.range(0, found.length())
                .mapToObj(i -> reader.read(found.encounters()[i], found.agents()[i]))
                .toList();
        return new Chain(hops, hops.stream().allMatch(hop -> hop.level().happened()), order(found));
    }

    private Order order(Found found) {
        boolean certain = true;
        int day = Integer.MIN_VALUE;
        int before = -1;
        for (int encounter : found.encounters()) {
            int event = index.event[encounter];
            day = Math.max(day, index.earliest[event]);
            if (index.earliest[event] == EventDays.NO_START || day > index.latest[event]) {
                return Order.NONE;
            }
            certain &= before < 0 || before == event || index.latest[before] <= index.earliest[event];
            before = event;
        }
        return certain ? Order.CERTAIN : Order.POSSIBLE;
    }
}
