package org.entente.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Map<String, Set<String>> above = new HashMap<>();

    static Belonging of(Graph facts) {
        Belonging belonging = new Belonging();
        for (Node property : UPWARDS) {
            facts.find(Node.ANY, property, Node.ANY)
                    .forEachRemaining(t -> belonging.add(t.getSubject(), t.getObject()));
        }
        // A territory and the polity it belongs to are one for this.
        facts.find(Node.ANY, EntProperty.TERRITORY_OF, Node.ANY)
                .forEachRemaining(t -> belonging.add(t.getObject(), t.getSubject()));
        facts.find(Node.ANY, EntProperty.PARTICIPANT, Node.ANY)
                .forEachRemaining(t -> belonging.add(t.getObject(), t.getSubject()));
        return belonging;
    }

    private void add(Node below, Node upper) {
        if (below.isURI() && upper.isURI()) {
            above.computeIfAbsent(below.getURI(), k -> new HashSet<>()).add(upper.getURI());
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
