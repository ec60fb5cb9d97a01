package org.entente.annotate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.fulltext.TextIndex;
import org.entente.store.NameIndex;

/**
 * How much of the label of an event stands in a passage. Rare words count more than those of many labels: that both countries are named says
 * little, "hydrogen" says much. Immutable.
 */
final class EventLabels {
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
                Set<String> words = TextIndex.stems(index.label(event, language).orElse(""), language);
                words.removeIf(w -> w.length() < 3 && !Character.isDigit(w.charAt(0)));
                own.put(language, words);
                Map<String, Integer> counts = frequencies.computeIfAbsent(language, l -> new HashMap<>());
                words.forEach(w -> counts.merge(w, 1, Integer::sum));
            }
            stems.put(event, own);
        }
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
