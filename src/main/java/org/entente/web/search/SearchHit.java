package org.entente.web.search;

import java.util.List;
import org.entente.web.http.Urls;
import org.entente.web.page.EvidenceKind;

/**
 * A thing found by a name, as it is sent and shown.
 *
 * @param id its IRI in short
 * @param iri its IRI
 * @param name its label in the reader's language
 * @param description what it is: the latest known office of a person, the class of anything else
 * @param type word of its {@link EvidenceKind}; empty for other things
 * @param matched the name of it that came closest
 * @param matchedLang language of that name, empty if not known
 * @param score from 0 to 1
 * @param why the reasons in the reader's language
 * @param reasons the same as fixed words
 */
public record SearchHit(
        String id,
        String iri,
        String name,
        String description,
        String type,
        String matched,
        String matchedLang,
        double score,
        String why,
        List<String> reasons) {
    public String href() {
        return Urls.page(iri);
    }
}
