package org.entente.web.decision;

import java.util.List;
import java.util.Optional;
import org.entente.decision.ProposedDecision;
import org.entente.web.page.View;

/**
 * The queue of proposals; whoever has not signed in sees only whether one has just been sent.
 *
 * @param author who has signed in; empty if nobody has
 * @param sent whether the reader has just sent one
 */
public record QueueView(List<ProposedDecision> proposals, Optional<String> author, boolean sent) implements View {
    @Override
    public String template() {
        return "decision/queue.jte";
    }

    /** The reason as it goes on, with who proposes it. */
    public static String why(ProposedDecision proposal, String language) {
        String why = proposal.why().getOrDefault(language, "");
        return why.isEmpty() ? "" : why + " (" + proposal.by() + ")";
    }
}
