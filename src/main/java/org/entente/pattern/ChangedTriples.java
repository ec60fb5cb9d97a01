package org.entente.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;

/** Statements that came or went, by their predicates. */
public final class ChangedTriples {
    public static final ChangedTriples NONE = of(List.of());

    private final Map<Node, List<Triple>> byPredicate = new HashMap<>();

    private ChangedTriples() {}

    public static ChangedTriples of(Collection<Triple> triples) {
        ChangedTriples changed = new ChangedTriples();
        triples.forEach(triple -> changed.byPredicate
                .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
                .add(triple));
        return changed;
    }

    /** The values that those which a place reads give to its variables. */
    public Set<Binding> matching(StatementPattern place) {
        Stream<Triple> read = place.predicate() == null
                ? place.predicates().stream().flatMap(p -> byPredicate.getOrDefault(p, List.of()).stream())
                : byPredicate.values().stream().flatMap(List::stream);
        Set<Binding> values = new HashSet<>();
        read.map(place::match).filter(Objects::nonNull).forEach(values::add);
        return values;
    }
}
