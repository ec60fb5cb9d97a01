package org.entente.web.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.decision.Matter;

/** The matter is not any more what the sender saw. */
final class StaleMatter extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Lines changed;

    /** Lines of the matter that have come or gone. */
    record Lines(List<String> come, List<String> gone) {}

    private StaleMatter(Lines changed) {
        super(null, null, false, false);
        this.changed = changed;
    }

    /** What came and what went. */
    Lines changed() {
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
            throw new StaleMatter(new Lines(new ArrayList<>(come), new ArrayList<>(gone)));
        }
    }
}
