package org.entente.annotate;

import java.util.List;

/**
 * Somebody outside who proposes cards for a text, such as a language model. Nothing of it is believed: each field is looked up at the place
 * in the text on which it rests, and refused, visibly, if it is not there.
 */
public interface CardProposer {
    /** What readers are told about who proposes, such as a host. */
    String name();

    /**
     * What it proposes.
     *
     * @param language tag
     * @param date EDTF of the day on which the text appeared; "" if unknown
     * @throws ProposerException if it cannot be asked, or its answer cannot be read
     */
    List<ProposedCard> propose(String text, String language, String date);
}
