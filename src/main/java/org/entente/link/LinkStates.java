package org.entente.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Links as they stand while decisions are taken one after another: as the view has them, and as the decisions before leave them. */
final class LinkStates {
    private final Links links;
    private final Map<String, Map<String, LinkState>> states = new HashMap<>();

    LinkStates(Links links) {
        this.links = links;
    }

    /** The states of the entity's links: Qid to state. */
    Map<String, LinkState> of(String entity) {
        return states.computeIfAbsent(entity, e -> new TreeMap<>(links.of(e)));
    }

    /** The item that the entity is accepted to be. */
    Optional<String> accepted(String entity) {
        return of(entity).entrySet().stream()
                .filter(e -> e.getValue() == LinkState.ACCEPTED)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The entities that are accepted to be this item, sorted. */
    List<String> entities(String qid) {
        TreeSet<String> entities = new TreeSet<>(links.entities(qid));
        entities.addAll(states.keySet());
        entities.removeIf(e -> of(e).get(qid) != LinkState.ACCEPTED);
        return List.copyOf(entities);
    }

    void decided(LinkRequest request) {
        of(request.entity()).put(request.qid(), request.state());
    }
}
