package org.entente.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.text.NearWords;
import org.entente.vocab.Prefixes;

/** The known IRI that somebody probably meant. */
final class TermSuggestions {
    private TermSuggestions() {}

    /** One of the same name space with a like name, or one of another name space with the same name. */
    static Optional<String> to(String iri, Collection<String> known) {
        String space = iri.substring(0, iri.length() - localName(iri).length());
        List<String> besides = known.stream()
                .filter(other ->
                        other.startsWith(space) && localName(other).length() == other.length() - space.length())
                .map(TermSuggestions::localName)
                .toList();
        return NearWords.of(localName(iri), besides, 1).stream()
                .findFirst()
                .map(name -> space + name)
                .or(() -> known.stream()
                        .filter(other -> localName(other).equals(localName(iri)))
                        .sorted()
                        .findFirst());
    }

    /** The IRI as an author writes it, with our prefix. */
    static String compact(String iri) {
        String written = Prefixes.compact(iri);
        return written.equals(iri) ? "<" + iri + ">" : written;
    }

    private static String localName(String iri) {
        return iri.substring(1 + Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')));
    }
}
