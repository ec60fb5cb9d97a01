package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.jena.sparql.core.Quad;

/** How the newest few states of a store differ from the ones before them. Thread-safe. */
final class StateChanges {
    private static final int KEPT = 8;

    private final ConcurrentSkipListMap<Long, Step> steps = new ConcurrentSkipListMap<>();

    private record Step(long before, Changes changes) {}

    /** The numbers of states grow; a number whose commit failed is never used again. */
    void add(long before, long now, Changes changes) {
        steps.put(now, new Step(before, changes));
        while (steps.size() > KEPT) {
            steps.pollFirstEntry();
        }
    }

    /** What was touched from one state to another; unknown if that is not kept. A statement may have come and gone again. */
    Changes between(long before, long now) {
        List<Quad> added = new ArrayList<>();
        List<Quad> removed = new ArrayList<>();
        long at = now;
        while (at > before) {
            Step step = steps.get(at);
            if (step == null || !step.changes().known()) {
                return Changes.UNKNOWN;
            }
            added.addAll(step.changes().added());
            removed.addAll(step.changes().removed());
            at = step.before();
        }
        return at == before ? new Changes(true, added, removed, true) : Changes.UNKNOWN;
    }
}
