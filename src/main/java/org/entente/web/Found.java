package org.entente.web;

import java.util.List;

/**
 * A thing found by a name, as it is sent and shown.
 *
 * @param id its IRI in short
 * @param iri its IRI
 * @param name its label in the reader's language
 * @param description what it is: the latest known office of a person, the class of anything else
 * @param type word of its {@link Kind}; empty for other things
 * @param matched the name of it that came closest
 * @param matchedLang language of that name, empty if not known
 * @param score from 0 to 1
 * @param why the reasons in the reader's language
 * @param reasons the same as fixed words
 */
public record Found(
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
