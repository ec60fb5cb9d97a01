package org.entente.web.decision;

import java.util.List;
import java.util.Optional;
import org.entente.web.page.Cell;
import org.entente.web.page.View;

/**
 * All decisions.
 *
 * @param saved the one that has just been taken; empty if none was
 * @param page number of the page, from 1
 * @param author who has signed in; empty if nobody has
 */
public record DecisionsView(
        List<Entry> entries, Optional<Entry> saved, int page, int pages, int total, Optional<String> author)
        implements View {
    /**
     * A decision.
     *
     * @param about its name in addresses
     * @param decision with its label
     * @param things what it decides on
     * @param why the reason
     * @param withdrawnBy the decision that withdraws it; empty if it counts
     * @param seen what withdrawing it rests on
     */
    public record Entry(
            String about,
            Cell decision,
            Cell aspect,
            List<Cell> things,
            Cell why,
            String by,
            String on,
            Optional<Cell> withdrawnBy,
            String seen) {
        /** Whether it counts. */
        public boolean counts() {
            return withdrawnBy.isEmpty();
        }
    }

    @Override
    public String template() {
        return "decision/decisions.jte";
    }
}
