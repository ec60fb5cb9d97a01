package org.entente.annotate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.ask.Lexicon;
import org.entente.fulltext.TextIndex;
import org.entente.store.NameIndex;

/**
 * How much of the label of an event stands in a passage. Rare words count more than those of many labels: that both countries are named says
 * little, "hydrogen" says much. Immutable.
 */
final class EventLabels {
    private static final Map<String, List<String>> CONCEPTS = concepts();
    private static final List<String> LANGUAGES = List.of("de", "en", "ru");
    /** A label of one word is found everywhere. */
    private static final int FEWEST = 2;

    private final Map<String, Map<String, Set<String>>> stems = new HashMap<>();
    private final Map<String, Map<String, Integer>> frequencies = new HashMap<>();
    private final int events;

    EventLabels(NameIndex index, Set<String> events) {
        this.events = events.size();
        for (String event : events) {
            Map<String, Set<String>> own = new LinkedHashMap<>();
            for (String language : LANGUAGES) {
                Set<String> words = keys(index.label(event, language).orElse(""), language);
                words.removeIf(w -> w.length() < 3 && !Character.isDigit(w.charAt(0)));
                own.put(language, words);
                Map<String, Integer> counts = frequencies.computeIfAbsent(language, l -> new HashMap<>());
                words.forEach(w -> counts.merge(w, 1, Integer::sum));
            }
            stems.put(event, own);
        }
    }

    /** What the words of a text are compared by: the concept that they have in all languages ("concepts.txt"), else the stem. */
    static Set<String> keys(String text, String language) {
        Set<String> keys = new LinkedHashSet<>();
        StringBuilder rest = new StringBuilder();
        for (String word : text.split("[^\\p{L}\\d]+")) {
            String folded = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
            List<String> concepts = CONCEPTS.entrySet().stream()
                    .filter(c -> c.getValue().stream().anyMatch(p -> Lexicon.Phrase.matches(p, folded)))
                    .map(Map.Entry::getKey)
                    .toList();
            keys.addAll(concepts);
            rest.append(concepts.isEmpty() ? word + " " : "");
        }
        keys.addAll(TextIndex.stems(rest.toString(), language));
        return keys;
    }

    private static Map<String, List<String>> concepts() {
        Map<String, List<String>> concepts = new LinkedHashMap<>();
        for (String line : Lexicon.read("/ask/concepts.txt").getOrDefault("", List.of())) {
            String[] sides = line.split("=", 2);
            concepts.put("=" + sides[0].strip(), Lexicon.split(List.of(sides[1].split("\\|")[0].strip())));
        }
        return concepts;
    }

    /** From 0, nothing, to 1, all of it. */
    double share(String event, Set<String> passage, String language) {
        Set<String> words = stems.getOrDefault(event, Map.of()).getOrDefault(language, Set.of());
        if (words.size() < FEWEST) {
            return 0;
        }
        double all = 0;
        double said = 0;
        for (String word : words) {
            double weight = weight(word, language);
            all += weight;
            said += passage.contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : said / all;
    }

    private double weight(String word, String language) {
        int with = frequencies.getOrDefault(language, Map.of()).getOrDefault(word, 0);
        return Math.log((events + 1.0) / (with + 0.5));
    }
}
