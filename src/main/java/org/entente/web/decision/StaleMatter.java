package org.entente.web.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.decision.Matter;

/** The matter is not any more what the sender saw. */
final class StaleMatter extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient DecideView.Changed changed;

    private StaleMatter(DecideView.Changed changed) {
        super(null, null, false, false);
        this.changed = changed;
    }

    /** What came and what went. */
    DecideView.Changed changed() {
        return changed;
    }

    /** @throws StaleMatter if the form was made from another state */
    static void requireUnchanged(Matter matter, DecisionRequest form) {
        List<String> seen = form.seen().orElse(List.of());
        List<String> now = matter.state();
        if (!seen.equals(now)) {
            Set<String> come = new LinkedHashSet<>(now);
            seen.forEach(come::remove);
            Set<String> gone = new LinkedHashSet<>(seen);
            now.forEach(gone::remove);
            throw new StaleMatter(new DecideView.Changed(new ArrayList<>(come), new ArrayList<>(gone)));
        }
    }
}
