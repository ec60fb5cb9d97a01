package org.entente.decision;

import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Select;

/** Finds what can be decided. */
public final class Matters {
    private Matters() {}

    /**
     * What an address asks for, as it stands now; empty if there is nothing of the kind.
     *
     * @param select asks one state of the store
     * @param about IRI
     */
    public static Optional<Matter> find(Select select, DecisionKind kind, String about) {
        return switch (kind) {
            case CONTRADICTION -> Contradiction.read(select, NodeFactory.createURI(about));
            case WITHDRAWAL -> Withdrawal.read(select, NodeFactory.createURI(about));
        };
    }
}
