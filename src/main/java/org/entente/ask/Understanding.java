package org.entente.ask;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a question was understood to ask, or why not.
 *
 * @param asked empty if the question was not understood
 * @param unexplained words of which nothing is known; if there are none, those that the head that came nearest does not explain
 * @param unclear names that may mean several things
 */
record Understanding(
        AskLanguage language,
        Optional<Asked> asked,
        List<String> unexplained,
        List<FoundName> unclear,
        Reading reading) {
    static Understanding of(String question, AskFacts facts, String readersLanguage) {
        AskLanguage language = LanguageGuess.of(question, readersLanguage);
        Reading reading = Reading.of(Sentence.of(question, language), facts);
        List<String> nearest = reading.unexplained();
        List<FoundName> unclear = List.of();
        HeadMatcher matcher = new HeadMatcher(reading);
        boolean any = false;
        for (Head head : Grammar.in(language).heads()) {
            Optional<Set<Integer>> explained = matcher.match(head);
            if (explained.isEmpty()) {
                continue;
            }
            Set<Integer> words = new java.util.HashSet<>(explained.get());
            words.addAll(matcher.asking());
            Reading trial = reading.with(words);
            Optional<Asked> asked = SlotFilling.fill(trial, head);
            List<String> left = trial.unexplained();
            if (asked.isPresent() && left.isEmpty()) {
                return new Understanding(language, asked, List.of(), List.of(), trial);
            }
            if (!any || left.size() < nearest.size()) {
                nearest = left;
                any = true;
            }
        }
        return onlyNames(reading)
                .map(asked -> new Understanding(language, Optional.of(asked), List.of(), List.of(), reading))
                .orElse(new Understanding(language, Optional.empty(), worst(reading, nearest), unclear, reading));
    }

    /** What to name when a question is refused: the words that are known are not the reason. */
    private static List<String> worst(Reading reading, List<String> nearest) {
        List<String> unknown = reading.unknown();
        return unknown.isEmpty() ? nearest : unknown;
    }

    /** Two names are a question for what is between them, one person for the offices. */
    private static Optional<Asked> onlyNames(Reading reading) {
        boolean bare = reading.sentence.words().size()
                <= reading.mentions.stream().mapToInt(FoundName::length).sum() + 1;
        for (String family : bare ? List.of("did-meet", "offices") : List.<String>of()) {
            Reading trial = reading.with(Set.of());
            Optional<Asked> asked = SlotFilling.fill(trial, new Head(family, List.of(), List.of()));
            if (asked.isPresent() && trial.unexplained().isEmpty()) {
                return asked;
            }
        }
        return Optional.empty();
    }
}
