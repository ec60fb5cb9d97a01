package org.entente.decision;

import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Select;

/** Finds what can be decided. */
public final class Matters {
    private Matters() {}

    /**
     * What is asked for, as it stands now; empty if there is nothing of the kind.
     *
     * @param select asks one state of the store
     * @throws DecisionException if the two things or the value cannot be taken
     */
    public static Optional<Matter> find(Select select, DecisionKind kind, Sought asked) {
        var about = NodeFactory.createURI(asked.about());
        var other = NodeFactory.createURI(asked.other());
        return switch (kind) {
            case CONTRADICTION -> Contradiction.read(select, about);
            case HOLDER -> Holder.read(select, about);
            case DEPENDENCE -> Dependence.read(select, about, other);
            case MERGE -> Merge.read(select, about, other);
            case SPLIT ->
                asked.entry().asked() ? Split.read(select, about, asked.entry()) : Split.read(select, about, other);
            case CORRECTION -> Correction.read(select, about, asked.value(), asked.thing());
            case WITHDRAWAL -> Withdrawal.read(select, about);
        };
    }
}
