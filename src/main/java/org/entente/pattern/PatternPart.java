package org.entente.pattern;

import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern.
 *
 * @param op the part, which can be matched on its own
 * @param variables those that it gives a value in every solution
 */
public record PatternPart(Op op, Set<Var> variables) {
    /** Each part is one place of the pattern, even where two read the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
