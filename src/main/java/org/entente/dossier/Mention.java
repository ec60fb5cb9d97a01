package org.entente.dossier;

import java.util.List;
import org.entente.encounter.Attestation;
import org.entente.encounter.Named;

/**
 * A source speaks of both without telling of an encounter.
 *
 * @param sameReport whether one account names both; otherwise they stand in the same paragraph
 * @param byOffice whether one of them is meant by the office only
 */
public record Mention(
        Named document, String locators, boolean sameReport, boolean byOffice, List<Attestation> reports) {}
