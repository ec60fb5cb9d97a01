package org.entente.query;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.entente.vocab.Ent;

/** The prefixes of the collection: the ones that every canned query, page and answer uses. */
public final class Prefixes {
    /** Name space under which all things live. */
    public static final String ID = Ent.ID;

    private static final Map<String, String> ALL = Ent.prefixes();

    private Prefixes() {}

    /** Prefix to name space, in the order in which they are best shown. */
    public static Map<String, String> all() {
        return Collections.unmodifiableMap(ALL);
    }

    /** The IRI of a CURIE such as {@code person:albert-rau}; empty if it has an unknown prefix. */
    public static Optional<String> expand(String curie) {
        int colon = curie.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALL.get(curie.substring(0, colon))).map(space -> space + curie.substring(colon + 1));
    }

    /** The CURIE of an IRI, or the IRI itself if no name space fits. The longest name space wins. */
    public static String compact(String iri) {
        return prefixOf(iri)
                .map(prefix -> prefix + ":" + iri.substring(ALL.get(prefix).length()))
                .orElse(iri);
    }

    /** The prefix whose name space begins the IRI and leaves something over. */
    public static Optional<String> prefixOf(String iri) {
        String best = null;
        for (Map.Entry<String, String> entry : ALL.entrySet()) {
            boolean fits = iri.length() > entry.getValue().length() && iri.startsWith(entry.getValue());
            if (fits
                    && (best == null
                            || entry.getValue().length() > ALL.get(best).length())) {
                best = entry.getKey();
            }
        }
        return Optional.ofNullable(best);
    }
}
