package org.entente.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses among texts in several languages: the requested language, else English, German, no language, else the
 * language whose tag comes first. Tags are those of RDF literals, "" for none.
 */
public final class LanguageOrder {
    private static final List<String> OTHERWISE = List.of("en", "de", "");

    private LanguageOrder() {}

    /** Best language first. */
    public static Comparator<String> of(String asked) {
        return Comparator.comparing((String language) -> !language.equals(asked))
                .thenComparing(language -> {
                    int rank = OTHERWISE.indexOf(language);
                    return rank < 0 ? OTHERWISE.size() : rank;
                })
                .thenComparing(Comparator.naturalOrder());
    }

    /** The best of some texts; the first of several in one language. */
    public static <T> Optional<T> best(Collection<T> texts, Function<T, String> language, String asked) {
        return texts.stream().min(Comparator.comparing(language, of(asked)));
    }

    /** The best of some texts by language. */
    public static Optional<String> best(Map<String, String> byLanguage, String asked) {
        return best(byLanguage.entrySet(), Map.Entry::getKey, asked).map(Map.Entry::getValue);
    }
}
