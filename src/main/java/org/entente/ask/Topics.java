package org.entente.ask;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.vocab.Ent;

/** Finds the topics of events in a question, by the words of {@code ask/topics.txt}. */
final class Topics {
    private record Entry(String topic, List<Lexicon.Phrase> names, List<Lexicon.Phrase> beside) {}

    private static final List<Entry> ALL = Lexicon.sections("topics.txt").getOrDefault("", List.of()).stream()
            .map(Topics::entry)
            .toList();

    private Topics() {}

    /**
     * A topic that a question names.
     *
     * @param iri the topic
     * @param words the words that name it
     */
    record Named(String iri, Set<Integer> words) {}

    private static Entry entry(String line) {
        int equals = line.indexOf('=');
        String[] parts = line.substring(equals + 1).split(" \\+ ");
        return new Entry(
                line.substring(0, equals).strip(), phrases(parts[0]), parts.length > 1 ? phrases(parts[1]) : List.of());
    }

    private static List<Lexicon.Phrase> phrases(String words) {
        return List.of(words.strip().split("\\s+")).stream()
                .map(Lexicon.Phrase::of)
                .toList();
    }

    /** The topics that the question names outside of names and dates. */
    static List<Named> in(Reading reading) {
        return ALL.stream()
                .map(entry -> named(entry, reading))
                .filter(named -> !named.words().isEmpty())
                .toList();
    }

    private static Named named(Entry entry, Reading reading) {
        Set<Integer> words = new HashSet<>();
        entry.names.forEach(phrase -> words.addAll(words(phrase, reading)));
        if (!words.isEmpty()) {
            entry.beside.forEach(phrase -> words.addAll(words(phrase, reading)));
        }
        return new Named(Ent.term(entry.topic), words);
    }

    private static Set<Integer> words(Lexicon.Phrase phrase, Reading reading) {
        Set<Integer> found = new HashSet<>();
        for (String pattern : phrase.words()) {
            boolean any = false;
            for (int i = 0; i < reading.sentence.words().size(); i++) {
                if (!reading.isMentioned(i)
                        && !reading.isDate(i)
                        && Lexicon.Phrase.matches(
                                pattern, reading.sentence.words().get(i).folded())) {
                    found.add(i);
                    any = true;
                }
            }
            if (!any) {
                return Set.of();
            }
        }
        return found;
    }
}
