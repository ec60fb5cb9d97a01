package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Words for the same thing in three languages, from {@code /ask/concepts.txt}: {@code trip = reise* trip* поездк* | DelegationTrip Visit}.
 * With them "Поездка" finds an event that is only called a trip, and "VII" the seventh session.
 */
final class Concepts {
    private static final String ROMAN = "[IVX]{1,5}";

    /**
     * One concept.
     *
     * @param classes local names of classes whose instances it names
     */
    record Concept(String name, List<String> words, List<String> classes) {
        boolean has(String folded) {
            return words.stream().anyMatch(pattern -> Lexicon.Phrase.matches(pattern, folded));
        }
    }

    private static final List<Concept> ALL = read("concepts.txt", "");
    private static final List<Concept> ORDINALS = read("concepts.txt", "ordinals");

    private Concepts() {}

    private static List<Concept> read(String file, String section) {
        List<Concept> concepts = new ArrayList<>();
        for (String line : Lexicon.sections(file).getOrDefault(section, List.of())) {
            int equals = line.indexOf('=');
            int bar = line.indexOf('|');
            String words = line.substring(equals + 1, bar < 0 ? line.length() : bar);
            concepts.add(new Concept(
                    line.substring(0, equals).strip(),
                    Lexicon.split(List.of(words.strip())).stream()
                            .map(Word::fold)
                            .toList(),
                    bar < 0
                            ? List.of()
                            : Lexicon.split(List.of(line.substring(bar + 1).strip()))));
        }
        return concepts;
    }

    /** The concepts that a word names. */
    static List<Concept> of(String word) {
        String folded = Word.fold(word);
        List<Concept> found = new ArrayList<>(
                ALL.stream().filter(concept -> concept.has(folded)).toList());
        String beginning = beginning(word);
        if (!beginning.isEmpty()) {
            String end = folded.substring(beginning.length());
            String plain = end.startsWith("s") ? end.substring(1) : end;
            ALL.stream()
                    .filter(concept -> concept.has(end) || concept.has(plain))
                    .filter(c -> !found.contains(c))
                    .forEach(found::add);
        }
        return found;
    }

    static boolean isOne(String word) {
        return !of(word).isEmpty();
    }

    /** The names of the concepts of all words of some labels. */
    static Set<String> in(List<String> labels) {
        Set<String> names = new LinkedHashSet<>();
        for (String label : labels) {
            for (String word : NameList.words(label)) {
                of(word).forEach(concept -> names.add(concept.name()));
            }
        }
        return names;
    }

    /**
     * The number that a word counts with: "VII", "siebte".
     *
     * @param roman whether the word may be a Roman number
     */
    static OptionalLong ordinal(String word, boolean roman) {
        if (roman && word.matches(ROMAN)) {
            return OptionalLong.of(roman(word));
        }
        String folded = Word.fold(word);
        return ORDINALS.stream()
                .filter(concept -> concept.has(folded))
                .mapToLong(concept -> Long.parseLong(concept.name()))
                .findFirst();
    }

    private static long roman(String word) {
        long sum = 0;
        for (int i = 0; i < word.length(); i++) {
            long value = value(word.charAt(i));
            sum += i + 1 < word.length() && value < value(word.charAt(i + 1)) ? -value : value;
        }
        return sum;
    }

    private static long value(char letter) {
        return letter == 'I' ? 1 : letter == 'V' ? 5 : 10;
    }

    /** The beginning of a German compound that ends in a concept: "Bundestag" of "Bundestagsdelegation"; "" if it is none. */
    static String beginning(String word) {
        String folded = Word.fold(word);
        for (Concept concept : ALL) {
            for (String pattern : concept.words()) {
                String plain = pattern.replace("*", "");
                int at = folded.lastIndexOf(plain);
                if (plain.length() > 4 && at > 3 && folded.length() - at - plain.length() <= 3) {
                    String start = word.substring(0, at);
                    return start.endsWith("s") ? start.substring(0, start.length() - 1) : start;
                }
            }
        }
        return "";
    }
}
