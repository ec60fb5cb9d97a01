package org.entente.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.entente.vocab.Prefixes;

/** The known IRI that somebody probably meant. */
final class TermSuggestions {
    private static final int TOLERANCE = 4;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(TOLERANCE);

    private TermSuggestions() {}

    static Optional<String> to(String iri, Collection<String> known) {
        record Distant(String iri, int distance) {}
        return known.stream()
                .map(k -> new Distant(k, DISTANCE.apply(k, iri)))
                .filter(d -> d.distance() >= 0)
                .min(Comparator.comparingInt(Distant::distance).thenComparing(Distant::iri))
                .map(Distant::iri);
    }

    /** The IRI as an author writes it, with our prefix. */
    static String compact(String iri) {
        return Prefixes.curie(iri).orElse("<" + iri + ">");
    }
}
