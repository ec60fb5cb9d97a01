package org.entente.functions;

import java.util.Optional;
import org.entente.contact.ContactIndex;

/**
 * Where in the index the contacts are that a call asks for: of one side that is given, of both, or of all.
 *
 * @param fromIt whether the contacts are seen from the first side
 * @param isOfAll whether no side is given
 * @param from the first place
 * @param to the first place after the last
 */
record ContactRange(boolean fromIt, boolean isOfAll, int from, int to) {
    /** That of two sides, each empty if it is a variable. Rows need not be compared with the side from which they are seen. */
    static ContactRange of(PropertyFunctionCall call, Optional<Integer> x, Optional<Integer> y) {
        ContactIndex index = call.index;
        boolean fromIt = x.isPresent() || y.isEmpty();
        if (x.isEmpty() && y.isEmpty()) {
            return new ContactRange(fromIt, true, 0, index.other.length);
        }
        int known = x.orElseGet(y::get);
        call.shape.knows(fromIt ? 0 : 1);
        return x.isPresent() && y.isPresent()
                ? new ContactRange(
                        fromIt, false, index.firstContact(known, y.get()), index.firstContact(known, y.get() + 1))
                : new ContactRange(fromIt, false, index.offset[known], index.offset[known + 1]);
    }
}
