package org.entente.web.search;

import java.util.List;
import org.entente.web.http.Urls;
import org.entente.web.page.EvidenceKind;

/**
 * An entity that was found by a name, as pages and JSON show it.
 *
 * @param id the CURIE
 * @param name the label in the reader's language
 * @param description see {@link HitDescriptions}
 * @param type word of the {@link EvidenceKind}; "" if it has none
 * @param matched the name that matched best
 * @param matchedLang language of that name; "" if it is not known
 * @param score from 0 to 1
 * @param why the reasons in the reader's language
 * @param reasons the reasons as fixed words
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
