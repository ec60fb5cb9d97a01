package org.entente.reconcile;

import java.util.List;
import java.util.Set;

/**
 * Whom or what somebody looks for.
 *
 * @param names the name as written, or several of which any will do; empty if only constraints are given
 * @param nameRequired whether an entity with none of the names is left out
 * @param types empty if anything will do
 * @param strictness what the types mean
 * @param limit most candidates
 * @param constraints what else is known
 * @param ids identifiers of entities that are wanted
 * @param notIds identifiers of entities that are not wanted
 */
public record ReconciliationQuery(
        List<String> names,
        boolean nameRequired,
        List<EntityType> types,
        Strictness strictness,
        int limit,
        List<PropertyConstraint> constraints,
        Set<String> ids,
        Set<String> notIds) {
    /** Candidates if the client does not say how many. */
    public static final int DEFAULT_LIMIT = 5;
    /** No client gets more; who asks for more gets these. */
    public static final int MOST = 50;

    /** Whether other types are left out, or only ranked lower. */
    public enum Strictness {
        /** At least one of the types. */
        ANY,
        /** Every one of the types. */
        ALL,
        /** Others may be meant, too. */
        SHOULD
    }

    public ReconciliationQuery {
        names = List.copyOf(names);
        types = List.copyOf(types);
        constraints = constraints.stream()
                .filter(constraint -> !constraint.values().isEmpty())
                .toList();
        ids = Set.copyOf(ids);
        notIds = Set.copyOf(notIds);
    }

    /** A name, perhaps of a type, with constraints. */
    public static ReconciliationQuery of(
            String name, List<EntityType> types, int limit, List<PropertyConstraint> constraints) {
        return new ReconciliationQuery(
                List.of(name), false, types, Strictness.ANY, limit, constraints, Set.of(), Set.of());
    }
}
