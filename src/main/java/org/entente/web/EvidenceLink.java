package org.entente.web;

/**
 * A sign that leads to the evidence of what it stands beside.
 *
 * @param href the evidence page
 * @param sign stated, doubt, derived, dispute, announced or unnamed: what {@code sign.jte} draws
 * @param witnesses number of independent witnesses; 0 where it is not said
 */
public record EvidenceLink(String href, String sign, long witnesses) {
    /** The evidence of a thing, shown as a page in the reader's language. */
    static EvidenceLink of(String iri, String sign, long witnesses, String language) {
        return new EvidenceLink(
                "/evidence?of=" + Urls.encode(Urls.shorten(iri)) + "&lang=" + language, sign, witnesses);
    }
}
