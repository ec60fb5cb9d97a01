package org.entente.annotate;

/**
 * Somebody who is named in a text.
 *
 * @param span where the name stands, with "Dr." and the like
 * @param iri who it is; "" if nobody of the collection
 * @param name as it is printed; for one who is named by the surname only, that
 * @param key what all mentions of one person in the text share
 * @param title where the title of office stands; {@link TextSpan#NONE} if none is printed with this name
 * @param post the office; "" if unknown
 * @param aside whether the name only says whose adviser, envoy or order somebody else is or has
 */
public record PersonMention(
        TextSpan span, String iri, String name, String key, TextSpan title, String post, boolean aside) {
    PersonMention with(TextSpan printed, String office) {
        return new PersonMention(span, iri, name, key, printed, office, aside);
    }

    PersonMention asAside() {
        return new PersonMention(span, iri, name, key, title, post, true);
    }
}
