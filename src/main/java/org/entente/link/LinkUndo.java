package org.entente.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decisions that were saved together, and what stood before them. To undo them is to decide again. */
public final class LinkUndo {
    private LinkUndo() {}

    /**
     * One decision.
     *
     * @param now what was decided
     * @param before what is decided to take it back: the state before, withdrawn if there was none
     */
    public record Step(String entity, String qid, LinkState now, LinkState before) {}

    /** The decisions of these moments, both included, that nobody has decided about again; call inside a transaction. */
    public static List<Step> between(Links links, Instant from, Instant to) {
        List<Step> steps = new ArrayList<>();
        for (LinkEntry entry : links.log()) {
            Instant at = entry.at().orElse(Instant.MIN);
            if (at.isBefore(from) || at.isAfter(to)) {
                continue;
            }
            List<LinkEntry> history = links.history(entry.entity()).stream()
                    .filter(e -> e.qid().equals(entry.qid()))
                    .toList();
            LinkState before =
                    history.size() > 1 ? history.get(history.size() - 2).state() : LinkState.WITHDRAWN;
            if (history.getLast().iri().equals(entry.iri()) && before != entry.state()) {
                steps.add(new Step(entry.entity(), entry.qid(), entry.state(), before));
            }
        }
        return List.copyOf(steps);
    }
}
