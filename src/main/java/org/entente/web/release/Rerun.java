package org.entente.web.release;

import java.util.List;
import org.entente.release.RowChange;

/**
 * A question that was cited, asked of the present state.
 *
 * @param same whether the result has the same hash
 * @param now id of the present state
 * @param rows number of rows now; -1 if there is no answer any more
 * @param sha256 of the result now; "" if there is none
 * @param pinnedSame whether the release that was cited still gives what was cited; false as well if it was not kept
 * @param changes what differs; empty if the release that was cited was not kept
 */
record Rerun(boolean same, String now, long rows, String sha256, boolean pinnedSame, List<RowChange> changes) {
    List<RowChange.Cause> causes() {
        return changes.stream()
                .flatMap(change -> change.causes().stream())
                .distinct()
                .toList();
    }
}
