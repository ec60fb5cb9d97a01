package org.entente.wikidata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An item of Wikidata, as far as it is kept here.
 *
 * @param id its Qid
 * @param revision number of the revision; 0 if the file does not say
 * @param modified when it was last changed, as Wikidata writes it; empty if the file does not say
 * @param labels language code to label
 * @param aliases language code to other names
 * @param descriptions language code to description
 * @param statements statements of the properties that are kept, without deprecated ones
 */
public record WikidataEntity(
        String id,
        long revision,
        String modified,
        Map<String, String> labels,
        Map<String, List<String>> aliases,
        Map<String, String> descriptions,
        List<WikidataStatement> statements) {

    public WikidataEntity {
        labels = Map.copyOf(labels);
        aliases = Map.copyOf(aliases);
        descriptions = Map.copyOf(descriptions);
        statements = List.copyOf(statements);
    }

    /** Every name in every language, labels first. */
    public Stream<String> names() {
        return Stream.concat(labels.values().stream(), aliases.values().stream().flatMap(List::stream));
    }

    /** The label in the language, else in English, German or any other; the Qid if there is none. */
    public String label(String language) {
        return in(labels, language).orElse(id);
    }

    /** The description in the language, else in English or German; empty if there is none. */
    public String description(String language) {
        return Stream.of(language, "en", "de")
                .filter(descriptions::containsKey)
                .findFirst()
                .map(descriptions::get)
                .orElse("");
    }

    /** The statements of one property. */
    public List<WikidataStatement> of(String property) {
        return statements.stream().filter(s -> s.property().equals(property)).toList();
    }

    /** Texts of the best values of one property: Qids, identifiers, dates. */
    public List<String> values(String property) {
        return statements.stream()
                .filter(s -> s.property().equals(property) && s.best())
                .map(s -> s.value().text())
                .toList();
    }

    private static Optional<String> in(Map<String, String> texts, String language) {
        return Stream.of(language, "mul", "en", "de")
                .filter(texts::containsKey)
                .findFirst()
                .map(texts::get)
                .or(() -> texts.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue));
    }
}
