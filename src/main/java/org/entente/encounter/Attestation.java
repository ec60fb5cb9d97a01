package org.entente.encounter;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One source's account, as evidence.
 *
 * @param about what the account is about
 * @param document where it stands, with its title
 * @param language of the document; "" if not stated
 * @param published EDTF; "" if not stated
 * @param locator paragraphs, such as P3; "" if not stated
 * @param status what the account gives as status of the event
 * @param date what the account gives as date, EDTF; "" if it gives none
 * @param modality whether it tells a fact, a plan, background or a claim
 * @param note what it says, in words of ours; "" if there is no note
 * @param tellsOfA whether it names the first side as taking part
 * @param tellsOfB whether it names the second side as taking part
 */
public record Attestation(
        Node report,
        Named about,
        Named document,
        Optional<Named> publisher,
        String language,
        String published,
        Optional<String> url,
        Optional<Named> reliability,
        String locator,
        Optional<Named> status,
        String date,
        Optional<Named> modality,
        String note,
        boolean tellsOfA,
        boolean tellsOfB) {}
