package org.entente.encounter;

import java.util.List;

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
        List<Asked> a,
        List<Asked> b,
        Judgement judgement,
        List<DossierRow> rows,
        List<Mention> mentions,
        Searched searched,
        String language,
        List<ShownQuery> queries) {

    /** A query as a reader may run it again. */
    public record ShownQuery(String name, String sparql) {}

    /** The rows of one tier. */
    public List<DossierRow> rows(Tier tier) {
        return rows.stream().filter(row -> row.tier() == tier).toList();
    }

    /** The rows on which sources contradict each other, in whatever tier. */
    public List<DossierRow> contradicted() {
        return rows.stream()
                .filter(row ->
                        row.tier() == Tier.CONTRADICTED || !row.disputes().isEmpty())
                .toList();
    }
}
