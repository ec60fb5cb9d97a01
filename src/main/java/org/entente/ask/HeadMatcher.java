package org.entente.ask;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares a question with a head. */
final class HeadMatcher {
    private final Reading reading;
    private final Grammar grammar;

    HeadMatcher(Reading reading) {
        this.reading = reading;
        this.grammar = Grammar.in(reading.sentence.language());
    }

    /** The words that the head explains; empty if it does not fit. */
    Optional<Set<Integer>> match(Head head) {
        Set<Integer> explained = new HashSet<>();
        for (String item : head.items()) {
            if (item.startsWith("!")) {
                if (!words(item.substring(1), false).isEmpty()) {
                    return Optional.empty();
                }
            } else if (item.startsWith("<")) {
                if (!has(item.substring(1, item.length() - 1))) {
                    return Optional.empty();
                }
            } else {
                boolean first = item.startsWith("^");
                boolean seen = item.startsWith("~");
                Set<Integer> words = words(first || seen ? item.substring(1) : item, first);
                if (words.isEmpty()) {
                    return Optional.empty();
                }
                if (!seen) {
                    explained.addAll(words);
                }
            }
        }
        return Optional.of(explained);
    }

    /** The question words that say nothing but that this is a question about somebody or something. */
    Set<Integer> asking() {
        return words("ASKING", false);
    }

    private Set<Integer> words(String item, boolean first) {
        Set<Integer> found = new HashSet<>();
        for (String choice : item.split("\\|")) {
            List<Lexicon.Phrase> phrases =
                    choice.equals(choice.toUpperCase(java.util.Locale.ROOT)) && Character.isLetter(choice.charAt(0))
                            ? grammar.wordsOf(choice)
                            : List.of(Lexicon.Phrase.of(choice));
            for (Lexicon.Phrase phrase : phrases) {
                found.addAll(words(phrase, first));
            }
        }
        return found;
    }

    private Set<Integer> words(Lexicon.Phrase phrase, boolean first) {
        Set<Integer> found = new HashSet<>();
        for (int k = 0; k < phrase.words().size(); k++) {
            boolean any = false;
            for (int i = 0; i < reading.sentence.words().size(); i++) {
                if (Lexicon.Phrase.matches(
                                phrase.words().get(k),
                                reading.sentence.words().get(i).folded())
                        && !reading.isMentioned(i)
                        && !reading.isTitle(i)
                        && (!first || k > 0 || isBeginning(i))) {
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

    /** Whether only small words stand before. */
    private boolean isBeginning(int word) {
        for (int i = 0; i < word; i++) {
            if (!grammar.isSmall(reading.sentence.words().get(i).folded()) || reading.isMentioned(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(String kind) {
        return switch (kind) {
            case "side" ->
                !reading.free(Kind.PERSON, Kind.POST, Kind.BODY, Kind.POLITY, Kind.DELEGATION)
                        .isEmpty();
            case "two" ->
                reading.free(Kind.PERSON, Kind.POST, Kind.BODY, Kind.POLITY, Kind.DELEGATION)
                                .size()
                        > 1;
            case "area" -> !reading.free(Kind.POLITY, Kind.PLACE).isEmpty();
            case "date" -> !reading.dates.isEmpty();
            // An office that the collection does not have can be asked for, too.
            case "post" -> reading.mentions.stream().anyMatch(m -> m.kind() == Kind.POST && !reading.isUsed(m));
            case "topic" -> !Topics.in(reading).isEmpty();
            default ->
                !reading.free(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)))
                        .isEmpty();
        };
    }
}
