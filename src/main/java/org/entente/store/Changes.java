package org.entente.store;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * Statements that came and went.
 *
 * @param known whether all of them are listed; if not, everything may be different
 * @param added statements that are there now and were not before
 * @param removed statements that were there before and are gone
 * @param committed whether what was derived last has been committed; if not, the store may hold another outcome
 */
public record Changes(boolean known, List<Quad> added, List<Quad> removed, boolean committed) {
    /** Nobody knows what changed. */
    public static final Changes UNKNOWN = new Changes(false, List.of(), List.of(), false);

    public int size() {
        return added.size() + removed.size();
    }
}
