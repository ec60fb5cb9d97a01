package org.entente.decision;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.execution.Select;
import org.entente.vocab.EntProperty;

/** Two entries are one: all that is said of the one is said of the other. */
final class Merge {
    private Merge() {}

    static Optional<Matter> read(Select select, Node one, Node other) {
        Pair pair = Pair.read(select, one, other);
        return pair.isKnown()
                ? Optional.of(new Choices(
                        DecisionKind.MERGE,
                        new Said("heading", pair.both()),
                        List.of(choice("first", one, other), choice("second", other, one)),
                        pair.decided(),
                        pair.state()))
                : Optional.empty();
    }

    private static Choices.Choice choice(String id, Node left, Node given) {
        return Choices.Choice.relation(
                id, given, EntProperty.MERGED_INTO, left, List.of(List.of(left), List.of(given)));
    }
}
