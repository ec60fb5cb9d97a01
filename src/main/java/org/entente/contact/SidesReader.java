package org.entente.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.vocab.Ent;

/** Which two participations an encounter rests on, and which of them stands for which side. */
final class SidesReader {
    private final Map<Node, List<Node>> participations = new HashMap<>();
    private final Map<Node, Set<Node>> standsFor = new HashMap<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> numbered = new ArrayList<>();

    void via(Node encounter, Node participation) {
        participations.computeIfAbsent(encounter, e -> new ArrayList<>(2)).add(participation);
    }

    void standsFor(Node participation, Node who) {
        standsFor.computeIfAbsent(participation, p -> new HashSet<>(2)).add(who);
    }

    /** The numbers of the participations of one side and the other; -1 if the view does not say. */
    int[] of(Node encounter, Node one, Node other) {
        List<Node> all = participations.getOrDefault(encounter, List.of());
        if (all.size() > 1) {
            all.sort(Comparator.comparing(Node::toString));
        }
        for (Node mine : all) {
            for (Node theirs : all) {
                if (!mine.equals(theirs) && stands(mine, one) && stands(theirs, other)) {
                    return new int[] {number(mine), number(theirs)};
                }
            }
        }
        return new int[] {-1, -1};
    }

    private boolean stands(Node participation, Node who) {
        return standsFor.getOrDefault(participation, Set.of()).contains(who);
    }

    private int number(Node participation) {
        return numbers.computeIfAbsent(participation, p -> {
            numbered.add(p);
            return numbered.size() - 1;
        });
    }

    /** The participations by their numbers. */
    HexNames names() {
        HexNames names = new HexNames(Ent.ID + "participation/", numbered.size());
        for (int i = 0; i < numbered.size(); i++) {
            names.set(i, numbered.get(i));
        }
        return names;
    }
}
