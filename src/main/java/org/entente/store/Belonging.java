package org.entente.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.vocab.EntProperty;

/** To what countries, regions and places the entities of one state belong. */
final class Belonging {
    private static final List<Node> UPWARDS = List.of(
            EntProperty.WITHIN_PLACE,
            EntProperty.WITHIN_POLITY,
            EntProperty.TERRITORY_OF,
            EntProperty.BELONGS_TO,
            EntProperty.REPRESENTS,
            EntProperty.POST_IN,
            EntProperty.PART_OF_ORGANIZATION,
            EntProperty.SEAT,
            EntProperty.ON_BEHALF_OF);

    /** A territory and the polity it belongs to are one for this. */
    private static final Set<Node> DOWNWARDS = Set.of(EntProperty.TERRITORY_OF, EntProperty.PARTICIPANT);

    private final Layered<Set<String>> above;

    private Belonging(Layered<Set<String>> above) {
        this.above = above;
    }

    static Belonging of(Graph facts) {
        Map<String, Set<String>> above = new HashMap<>();
        for (Node property : UPWARDS) {
            facts.find(Node.ANY, property, Node.ANY).forEachRemaining(t -> add(above, t.getSubject(), t.getObject()));
        }
        for (Node property : DOWNWARDS) {
            facts.find(Node.ANY, property, Node.ANY).forEachRemaining(t -> add(above, t.getObject(), t.getSubject()));
        }
        return new Belonging(Layered.of(above));
    }

    private static void add(Map<String, Set<String>> above, Node below, Node upper) {
        if (below.isURI() && upper.isURI()) {
            above.computeIfAbsent(below.getURI(), k -> new HashSet<>()).add(upper.getURI());
        }
    }

    /** The same in a later state; this one if nothing that it knows has changed. */
    Belonging after(Changes changes, Graph facts) {
        Map<String, Set<String>> changed = new HashMap<>();
        Stream.of(changes.added(), changes.removed()).flatMap(List::stream).forEach(quad -> {
            if (quad.isDefaultGraph() && UPWARDS.contains(quad.getPredicate())) {
                follow(changed, quad.getSubject(), quad.getObject(), facts);
            }
            if (quad.isDefaultGraph() && DOWNWARDS.contains(quad.getPredicate())) {
                follow(changed, quad.getObject(), quad.getSubject(), facts);
            }
        });
        Map<String, Optional<Set<String>>> otherwise = new HashMap<>();
        changed.forEach((below, now) -> {
            if (!now.equals(above.getOrDefault(below, Set.of()))) {
                otherwise.put(below, Optional.of(now).filter(some -> !some.isEmpty()));
            }
        });
        return otherwise.isEmpty() ? this : new Belonging(above.with(otherwise));
    }

    private void follow(Map<String, Set<String>> changed, Node below, Node upper, Graph facts) {
        if (below.isURI() && upper.isURI()) {
            Set<String> now =
                    changed.computeIfAbsent(below.getURI(), iri -> new HashSet<>(above.getOrDefault(iri, Set.of())));
            boolean there = UPWARDS.stream().anyMatch(p -> facts.contains(below, p, upper))
                    || DOWNWARDS.stream().anyMatch(p -> facts.contains(upper, p, below));
            if (there) {
                now.add(upper.getURI());
            } else {
                now.remove(upper.getURI());
            }
        }
    }

    /** Whether the entity may belong to one of these: what is known of it does not say that it belongs elsewhere. */
    boolean mayBelong(String entity, Set<String> to) {
        if (!above.containsKey(entity)) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(entity));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (to.contains(next)) {
                return true;
            }
            above.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }
}
