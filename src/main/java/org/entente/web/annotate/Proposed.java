package org.entente.web.annotate;

import java.util.List;
import java.util.Optional;
import org.entente.annotate.CardProposer;
import org.entente.annotate.ProposedCard;
import org.entente.annotate.ProposedJson;
import org.entente.annotate.ProposerException;
import org.entente.execution.Problem;
import org.entente.text.ExceptionText;

/**
 * What somebody outside proposes for a text that was sent. It is asked once, when the text is read and the reader wants it; after that its
 * answer comes and goes with the form, so that the cards stay the same and nothing is kept.
 *
 * @param problem why there is nothing, although it was asked
 */
record Proposed(List<ProposedCard> cards, String json, Optional<Problem> problem) {
    private static final Proposed NOTHING = new Proposed(List.of(), "", Optional.empty());

    static Proposed of(Optional<CardProposer> proposer, AnnotateRequest request, String language) {
        try {
            if (proposer.isEmpty()) {
                return NOTHING;
            }
            if (!request.proposed().isEmpty()) {
                return of(ProposedJson.read(request.proposed()));
            }
            return request.proposes() && request.step().equals("read")
                    ? of(proposer.get().propose(request.text(), language, request.date()))
                    : NOTHING;
        } catch (ProposerException e) {
            return new Proposed(
                    List.of(),
                    "",
                    Optional.of(Problem.of(502, "annotate", "Nothing was proposed from outside", ExceptionText.of(e))));
        }
    }

    private static Proposed of(List<ProposedCard> cards) {
        return new Proposed(cards, ProposedJson.write(cards), Optional.empty());
    }
}
