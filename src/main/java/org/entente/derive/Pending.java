package org.entente.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The triples that change in one write, by their rows in a table, with the state that each had before. */
final class Pending {
    private final Map<Integer, Integer> before = new HashMap<>();
    private final Map<Integer, List<Integer>> byPredicate = new HashMap<>();

    /** Notes the state of a triple that is about to change for the first time. */
    void before(int row, int predicate, int state) {
        before.put(row, state);
        byPredicate.computeIfAbsent(predicate, p -> new ArrayList<>()).add(row);
    }

    Set<Integer> rows() {
        return before.keySet();
    }

    /** Numbers of the predicates of triples that change. */
    Set<Integer> predicates() {
        return byPredicate.keySet();
    }

    Collection<Integer> with(int predicate) {
        return byPredicate.getOrDefault(predicate, List.of());
    }

    /** The state that a triple had before. */
    int state(int row) {
        return Objects.requireNonNull(before.get(row), "a triple that does not change");
    }

    void clear() {
        before.clear();
        byPredicate.clear();
    }
}
