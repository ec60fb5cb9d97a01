package org.entente.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The triples that change in one write, with what was true of them before. */
final class Pending {
    private record Before(int stageInView, int stageInUnion, boolean derived) {}

    private final Map<Triple, Before> before = new HashMap<>();
    private final Map<Node, List<Triple>> byPredicate = new HashMap<>();

    /** Notes what is true of a triple that is about to change; only the first call for a triple counts. */
    void before(Triple triple, Origin origin) {
        if (!before.containsKey(triple)) {
            before.put(triple, new Before(origin.stageInView(), origin.stageInUnion(), origin.isDerived()));
            byPredicate
                    .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
                    .add(triple);
        }
    }

    boolean isChanged(Node predicate) {
        return byPredicate.containsKey(predicate);
    }

    Set<Triple> triples() {
        return before.keySet();
    }

    /** Predicates of triples that change. */
    Set<Node> predicates() {
        return byPredicate.keySet();
    }

    Collection<Triple> with(Node predicate) {
        return byPredicate.getOrDefault(predicate, List.of());
    }

    int stageInView(Triple triple) {
        return of(triple).stageInView();
    }

    int stageInUnion(Triple triple) {
        return of(triple).stageInUnion();
    }

    boolean wasShown(Triple triple) {
        return of(triple).stageInView() != Origin.NEVER;
    }

    boolean wasDerived(Triple triple) {
        return of(triple).derived();
    }

    void clear() {
        before.clear();
        byPredicate.clear();
    }

    private Before of(Triple triple) {
        return Objects.requireNonNull(before.get(triple), "a triple that does not change");
    }
}
