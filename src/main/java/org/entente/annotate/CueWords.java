package org.entente.annotate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.AskLanguage;
import org.entente.ask.Lexicon;

/** The lists of words of one language, from {@code /annotate/de.txt} and so on. */
final class CueWords {
    private static final Map<AskLanguage, CueWords> ALL = new EnumMap<>(AskLanguage.class);

    static {
        for (AskLanguage language : AskLanguage.values()) {
            ALL.put(language, new CueWords(Lexicon.read("/annotate/" + language.tag() + ".txt")));
        }
    }

    private final Map<String, List<Lexicon.Phrase>> sections = new LinkedHashMap<>();

    private CueWords(Map<String, List<String>> lines) {
        lines.forEach((name, of) -> sections.put(
                name, Lexicon.split(of).stream().map(Lexicon.Phrase::of).toList()));
    }

    static CueWords in(AskLanguage language) {
        return java.util.Objects.requireNonNull(ALL.get(language), "one for each language");
    }

    /** Whether one word stands in a list. */
    boolean has(String section, String folded) {
        return sections.getOrDefault(section, List.of()).stream()
                .anyMatch(p -> p.words().size() == 1
                        && Lexicon.Phrase.matches(p.words().getFirst(), folded));
    }

    /** The first word of the sentence that is a cue of the list, on its own or with others of the sentence; -1 if there is none. */
    int first(String section, List<TextWord> words) {
        Set<String> folded = words.stream().map(TextWord::folded).collect(java.util.stream.Collectors.toSet());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).folded();
            for (Lexicon.Phrase phrase : sections.getOrDefault(section, List.of())) {
                if (Lexicon.Phrase.matches(phrase.words().getFirst(), word)
                        && phrase.words().stream()
                                .allMatch(p -> folded.stream().anyMatch(f -> Lexicon.Phrase.matches(p, f)))) {
                    return i;
                }
            }
        }
        return -1;
    }
}
