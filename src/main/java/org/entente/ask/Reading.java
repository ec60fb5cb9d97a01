package org.entente.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.time.DateFinder;

/** A question with everything that was found in it, and what a head and its slots have explained so far. */
final class Reading {
    final Sentence sentence;
    final AskFacts facts;
    final List<FoundName> mentions;
    final List<DateFinder.Found> dates;
    private final Set<Integer> titles;
    private final Set<Integer> explained = new HashSet<>();
    private final Set<FoundName> used = new LinkedHashSet<>();
    private boolean dated;

    private Reading(
            Sentence sentence,
            AskFacts facts,
            List<FoundName> mentions,
            List<DateFinder.Found> dates,
            Set<Integer> titles) {
        this.sentence = sentence;
        this.facts = facts;
        this.mentions = List.copyOf(mentions);
        this.dates = List.copyOf(dates);
        this.titles = titles;
    }

    static Reading of(Sentence sentence, AskFacts facts) {
        List<DateFinder.Found> dates = new ArrayList<>(DateFinder.in(sentence.text()));
        List<FoundName> named = new ArrayList<>(MentionFinder.in(sentence, facts, dates));
        // The year of "EXPO 2017" belongs to the name.
        dates.removeIf(d -> named.stream()
                .anyMatch(m -> m.length() > 1 && start(sentence, m) < d.end() && d.start() < end(sentence, m)));
        OfficeFinder.Found offices = OfficeFinder.in(sentence, facts, named);
        return new Reading(sentence, facts, offices.mentions(), dates, offices.titles());
    }

    private static int start(Sentence sentence, FoundName m) {
        return sentence.words().get(m.from()).start();
    }

    private static int end(Sentence sentence, FoundName m) {
        return sentence.words().get(m.to() - 1).end();
    }

    /** The same with these words explained by a head. */
    Reading with(Set<Integer> byHead) {
        Reading copy = new Reading(sentence, facts, mentions, dates, titles);
        copy.explained.addAll(byHead);
        return copy;
    }

    /** The mentions of which something may be of the kind, and that no slot has taken. */
    List<FoundName> free(Kind... kinds) {
        return mentions.stream()
                .filter(m -> !used.contains(m))
                .filter(m -> {
                    for (Kind kind : kinds) {
                        if (m.may(kind)) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
    }

    void use(FoundName mention) {
        used.add(mention);
    }

    boolean isUsed(FoundName mention) {
        return used.contains(mention);
    }

    void explain(int word) {
        explained.add(word);
    }

    /** The date, if there is exactly one; it counts as taken. */
    Optional<DateFinder.Found> date() {
        if (dates.size() != 1) {
            return Optional.empty();
        }
        dated = true;
        return Optional.of(dates.getFirst());
    }

    boolean isMentioned(int word) {
        return mentions.stream().anyMatch(m -> m.from() <= word && word < m.to());
    }

    /** Whether the word is the title of somebody who is named. */
    boolean isTitle(int word) {
        return titles.contains(word);
    }

    boolean isDate(int word) {
        Word each = sentence.words().get(word);
        return dates.stream().anyMatch(d -> each.start() < d.end() && d.start() < each.end());
    }

    boolean isExplained(int word) {
        return explained.contains(word) || titles.contains(word);
    }

    /** Whether the word holds the sentence together or says nothing that would change the answer. */
    boolean isIdle(int word) {
        Grammar grammar = Grammar.in(sentence.language());
        String folded = sentence.words().get(word).folded();
        return grammar.isSmall(folded) || grammar.isHarmless(folded);
    }

    /** The words that nothing explains. */
    List<String> unexplained() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < sentence.words().size(); i++) {
            int word = i;
            Optional<FoundName> mention = mentions.stream()
                    .filter(m -> m.from() <= word && word < m.to())
                    .findFirst();
            boolean fine = isExplained(i)
                    || mention.map(m -> used.contains(m)
                                    && (m.kind() == Kind.POST || !m.things().isEmpty()))
                            .orElse(false)
                    || mention.isEmpty() && (isDate(i) ? dated : isIdle(i));
            if (!fine) {
                words.add(sentence.words().get(i).text());
            }
        }
        return words;
    }

    /** The words of which the program knows nothing: no name, no date, no word of a question. */
    List<String> unknown() {
        Grammar grammar = Grammar.in(sentence.language());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < sentence.words().size(); i++) {
            int word = i;
            Word each = sentence.words().get(i);
            boolean named = mentions.stream()
                    .anyMatch(m -> m.from() <= word
                            && word < m.to()
                            && (m.kind() == Kind.POST || !m.things().isEmpty()));
            boolean known = named
                    || isTitle(i)
                    || isDate(i)
                    || grammar.knows(each.folded())
                    || Concepts.isOne(each.text())
                    || OfficeNames.isRank(each.text());
            if (!known) {
                words.add(each.text());
            }
        }
        return words;
    }

    Set<FoundName> used() {
        return used;
    }
}
