package org.entente.dossier;

import java.util.List;
import org.entente.encounter.ShownQuery;

/**
 * Everything between two sides.
 *
 * @param a the first side: one, or a set of which any counts
 * @param b the second side
 * @param rows by tier, then by time
 * @param mentions where a source speaks of both without telling of an encounter
 * @param language of the labels
 * @param queries the main questions that were asked of the collection
 */
public record Dossier(
        List<DossierSide> a,
        List<DossierSide> b,
        DossierConclusion judgement,
        List<DossierRow> rows,
        List<Mention> mentions,
        SearchScope searched,
        String language,
        List<ShownQuery> queries) {

    /** The rows of one tier. */
    public List<DossierRow> rows(ContactCategory tier) {
        return rows.stream().filter(row -> row.tier() == tier).toList();
    }

    /** The rows on which sources contradict each other, in whatever tier. */
    public List<DossierRow> contradicted() {
        return rows.stream()
                .filter(row -> row.tier() == ContactCategory.CONTRADICTED
                        || !row.disputes().isEmpty())
                .toList();
    }
}
