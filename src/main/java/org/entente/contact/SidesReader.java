package org.entente.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Which two participations an encounter rests on, and which of them stands for which side. */
final class SidesReader {
    private final Map<Node, List<Node>> participations = new HashMap<>();
    private final Map<Node, Set<Node>> standsFor = new HashMap<>();

    void via(Node encounter, Node participation) {
        participations.computeIfAbsent(encounter, e -> new ArrayList<>(2)).add(participation);
    }

    void standsFor(Node participation, Node who) {
        standsFor.computeIfAbsent(participation, p -> new HashSet<>(2)).add(who);
    }

    /** All participations on which an encounter rests. */
    Set<Node> participations() {
        Set<Node> all = new HashSet<>();
        participations.values().forEach(all::addAll);
        return all;
    }

    /** Gives the encounter the participations of both sides, if the view says which they are. */
    void tell(Raw encounter, Node one, Node other) {
        List<Node> all = participations.getOrDefault(encounter.node, List.of());
        if (all.size() > 1) {
            all.sort(Comparator.comparing(Node::toString));
        }
        for (Node mine : all) {
            for (Node theirs : all) {
                if (!mine.equals(theirs) && stands(mine, one) && stands(theirs, other)) {
                    encounter.ofA = mine;
                    encounter.ofB = theirs;
                    return;
                }
            }
        }
    }

    private boolean stands(Node participation, Node who) {
        return standsFor.getOrDefault(participation, Set.of()).contains(who);
    }
}
