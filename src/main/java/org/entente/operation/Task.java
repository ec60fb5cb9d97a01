package org.entente.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * Longer work, as it stands now.
 *
 * @param id its number
 * @param kind "backup" or "compaction"
 * @param began when
 * @param ended when; empty while it runs
 * @param step what it is doing
 * @param done number of items done in this step
 * @param total number of items of this step; 0 if it is not known
 * @param outcome what came of it, in a sentence; "" while it runs
 * @param failed whether it did not succeed
 */
public record Task(
        long id,
        String kind,
        Instant began,
        Optional<Instant> ended,
        String step,
        long done,
        long total,
        String outcome,
        boolean failed) {

    /** "running", "done" or "failed". */
    public String state() {
        return ended.isEmpty() ? "running" : failed ? "failed" : "done";
    }

    Task at(String newStep, long newDone, long newTotal) {
        return new Task(id, kind, began, ended, newStep, newDone, newTotal, outcome, failed);
    }

    Task ended(Instant when, String newOutcome, boolean hasFailed) {
        return new Task(id, kind, began, Optional.of(when), step, done, total, newOutcome, hasFailed);
    }
}
