package org.entente.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.entente.ask.FoundName.How;
import org.entente.query.DateRange;
import org.entente.query.EdtfDates;
import org.entente.time.DateFinder;

/**
 * Finds what a question describes instead of naming it: "the session in Karaganda on 9 June 2015". Everything that the description says must
 * fit: kind, day, number, places, participants. What fits only in part is not what is meant.
 */
final class Describer {
    private static final Set<String> WHOLE = Set.of("trip", "delegation", "visit");
    private static final Set<String> HAPPENINGS = Set.of(
            "summit",
            "consultations",
            "forum",
            "conference",
            "opening",
            "foundation",
            "reception",
            "pavilion",
            "congress",
            "exhibition");
    private static final Set<String> COUNTED =
            Set.of("session", "summit", "conference", "congress", "forum", "meeting", "consultations");
    private static final int MOST = 8;

    private record Candidate(
            String iri, Set<String> classes, Set<String> parts, long number, List<AskFacts.Span> spans) {}

    private record Told(int word, List<Concepts.Concept> concepts, WordKeys keys, String beginning) {}

    private final Reading reading;
    private final List<Told> told = new ArrayList<>();
    private OptionalLong number = OptionalLong.empty();
    private int numberAt = -1;
    private boolean implied;
    private final Map<FoundName, List<WordKeys>> said = new HashMap<>();

    private Describer(Reading reading) {
        this.reading = reading;
        for (int i = 0; i < reading.sentence.words().size(); i++) {
            Word word = reading.sentence.words().get(i);
            if (reading.isExplained(i) || reading.isDate(i) || reading.isMentioned(i)) {
                continue;
            }
            OptionalLong counted = word.isNumber()
                    ? OptionalLong.of(Long.parseLong(word.text().length() > 9 ? "0" : word.text()))
                    : isCounted(i + 1) ? Concepts.ordinal(word.text(), true) : OptionalLong.empty();
            if (counted.isPresent()) {
                number = counted;
                numberAt = i;
                continue;
            }
            List<Concepts.Concept> concepts = Concepts.of(word.text());
            if (concepts.isEmpty() && (reading.isIdle(i) || isEnding(i))) {
                continue;
            }
            told.add(new Told(i, concepts, WordKeys.of(word.text(), false), Concepts.beginning(word.text())));
        }
    }

    /** Whether the word is something that is held again and again. */
    private boolean isCounted(int word) {
        return word < reading.sentence.words().size()
                && Concepts.of(reading.sentence.words().get(word).text()).stream()
                        .anyMatch(c -> COUNTED.contains(c.name()));
    }

    /** "20-м", "12th": the ending of a number. */
    private boolean isEnding(int word) {
        return word > 0
                && reading.sentence.words().get(word - 1).isNumber()
                && reading.sentence.words().get(word).text().length() <= 3
                && reading.sentence.words().get(word).start()
                                - reading.sentence.words().get(word - 1).end()
                        <= 1;
    }

    /** Events of a series that is described: "the commission on …". */
    static List<String> eventsOfSeries(Reading reading) {
        Describer describer = new Describer(reading);
        describer.implied = true;
        return describer.events();
    }

    static List<String> events(Reading reading) {
        return new Describer(reading).events();
    }

    /** The same, whatever day the question names. */
    static List<String> eventsOfAnyDay(Reading reading) {
        return new Describer(reading).events(false);
    }

    private List<String> events() {
        return events(true);
    }

    private List<String> events(boolean dated) {
        return find(
                reading.facts.events.values().stream()
                        .map(e -> new Candidate(e.iri(), e.classes(), e.parts(), e.number(), e.spans()))
                        .toList(),
                Kind.EVENT,
                dated);
    }

    /** Events of somebody, where the head says that a trip is meant. */
    static List<String> trips(Reading reading) {
        Describer describer = new Describer(reading);
        describer.implied = true;
        return describer.find(
                reading.facts.events.values().stream()
                        .filter(e -> e.classes().contains(org.entente.vocab.EntClass.VISIT.getURI()))
                        .map(e -> new Candidate(e.iri(), e.classes(), e.parts(), e.number(), e.spans()))
                        .toList(),
                Kind.EVENT,
                true);
    }

    static List<String> agreements(Reading reading) {
        return new Describer(reading).find(plain(reading, Kind.AGREEMENT), Kind.AGREEMENT, false);
    }

    static List<String> series(Reading reading) {
        return new Describer(reading).find(plain(reading, Kind.SERIES), Kind.SERIES, false);
    }

    static List<String> projects(Reading reading) {
        return new Describer(reading).find(plain(reading, Kind.PROJECT), Kind.PROJECT, false);
    }

    private static List<Candidate> plain(Reading reading, Kind kind) {
        AskFacts facts = reading.facts;
        return facts.list.things().stream()
                .filter(iri -> Kind.of(facts.names.classes(iri)) == kind)
                .map(iri -> new Candidate(
                        iri, facts.names.classes(iri), facts.parts.getOrDefault(iri, Set.of()), 0, List.of()))
                .toList();
    }

    private List<String> find(Collection<Candidate> candidates, Kind kind, boolean dated) {
        List<FoundName> mentions =
                reading.mentions.stream().filter(m -> !reading.isUsed(m)).toList();
        boolean kindSaid = kind != Kind.EVENT
                || implied
                || told.stream()
                        .flatMap(t -> t.concepts.stream())
                        .anyMatch(c -> !c.classes().isEmpty() || HAPPENINGS.contains(c.name()))
                || mentions.stream().anyMatch(m -> m.may(Kind.EVENT) || m.may(Kind.SERIES) || m.may(Kind.PROJECT))
                || number.isPresent()
                || mentions.size() > 1 && !reading.dates.isEmpty();
        if (!kindSaid) {
            return List.of();
        }
        boolean vague = mentions.isEmpty() && reading.dates.isEmpty() && number.isEmpty();
        boolean telling = implied
                || !told.isEmpty()
                || number.isPresent()
                || mentions.stream()
                        .anyMatch(m -> m.may(kind) || m.may(Kind.SERIES) || m.may(Kind.PROJECT) || m.may(Kind.BODY));
        if (!telling || mentions.stream().anyMatch(m -> m.things().isEmpty())) {
            return List.of();
        }
        Optional<DateFinder.Found> date =
                reading.dates.size() == 1 ? Optional.of(reading.dates.getFirst()) : Optional.empty();
        if (reading.dates.size() > 1) {
            return List.of();
        }
        Map<String, Double> found = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (fits(candidate, mentions, dated ? date : Optional.empty())) {
                found.put(candidate.iri, closeness(candidate, mentions));
            }
        }
        List<String> best = best(candidates, found);
        if (vague && best.size() > 1) {
            return List.of();
        }
        if (!best.isEmpty()) {
            mentions.forEach(reading::use);
            told.forEach(t -> reading.explain(t.word));
            if (numberAt >= 0) {
                reading.explain(numberAt);
                if (numberAt + 1 < reading.sentence.words().size() && isEnding(numberAt + 1)) {
                    reading.explain(numberAt + 1);
                }
            }
            reading.date();
        }
        return best;
    }

    private boolean fits(Candidate candidate, List<FoundName> mentions, Optional<DateFinder.Found> date) {
        AskFacts.Labels labels = labels(candidate.iri);
        if (number.isPresent() && candidate.number != number.getAsLong()) {
            return false;
        }
        if (date.isPresent() && !isIn(candidate, date.get())) {
            return false;
        }
        for (Told each : told) {
            boolean concept = each.concepts.stream()
                    .anyMatch(c -> labels.concepts().contains(c.name())
                            || c.classes().stream()
                                    .anyMatch(local -> candidate.classes.contains(org.entente.vocab.Ent.term(local))));
            boolean word = labels.has(each.keys);
            boolean fits = word || concept && begins(each, candidate, labels);
            if (!fits && !reading.isIdle(each.word)) {
                return false;
            }
        }
        return mentions.stream().allMatch(m -> isPart(m, candidate, labels));
    }

    /** The first part of a compound must fit, too. */
    private boolean begins(Told each, Candidate candidate, AskFacts.Labels labels) {
        if (each.beginning.isEmpty() || Concepts.isOne(each.beginning)) {
            return true;
        }
        WordKeys start = WordKeys.of(each.beginning, false);
        return labels.has(start)
                || candidate.parts.stream().anyMatch(part -> labels(part).has(start));
    }

    private boolean isPart(FoundName mention, Candidate candidate, AskFacts.Labels labels) {
        if (mention.things().stream()
                .anyMatch(t -> t.iri().equals(candidate.iri) || candidate.parts.contains(t.iri()))) {
            return true;
        }
        for (FoundName.Thing thing : mention.things()) {
            for (List<WordKeys> words : labels(thing.iri()).names()) {
                if (!words.isEmpty() && words.stream().allMatch(labels::has)) {
                    return true;
                }
            }
        }
        // "Kasachische" in a label is the country, too.
        return mention.how() == How.ADJECTIVE
                && labels.names().stream().flatMap(List::stream).anyMatch(w -> Countries.of(w.written())
                        .equals(Countries.of(
                                reading.sentence.words().get(mention.from()).folded())));
    }

    private boolean isIn(Candidate candidate, DateFinder.Found date) {
        Optional<DateRange> range = new EdtfDates().read(date.edtf());
        if (range.isEmpty()) {
            return false;
        }
        LocalDate first = range.get().first().orElse(LocalDate.MIN);
        LocalDate last = range.get().last().orElse(LocalDate.MAX);
        return candidate.spans.stream()
                .anyMatch(s -> !s.first().isAfter(last)
                        && !s.last().isBefore(first)
                        && (s.isBounded() || saysYear(candidate, first, last)));
    }

    /** What may have been at any time is not meant if its name gives another year. */
    private boolean saysYear(Candidate candidate, LocalDate first, LocalDate last) {
        List<Integer> years = labels(candidate.iri).names().stream()
                .flatMap(List::stream)
                .filter(w -> w.written().matches("(?:19|20)\\d\\d"))
                .map(w -> Integer.parseInt(w.written()))
                .toList();
        return years.isEmpty() || years.stream().anyMatch(y -> y >= first.getYear() && y <= last.getYear());
    }

    /** How much of its name the description says. */
    private double closeness(Candidate candidate, List<FoundName> mentions) {
        double best = 0;
        for (List<WordKeys> name : labels(candidate.iri).names()) {
            long said = name.stream()
                    .filter(w -> told.stream()
                                    .anyMatch(t -> t.keys.likeness(w) > 0
                                            || t.concepts.stream().anyMatch(c -> c.has(w.written())))
                            || mentions.stream().anyMatch(m -> saysWord(m, w)))
                    .count();
            best = Math.max(best, name.isEmpty() ? 0 : (double) said / name.size());
        }
        return best;
    }

    private boolean saysWord(FoundName mention, WordKeys word) {
        List<WordKeys> own = said.computeIfAbsent(mention, m -> {
            List<WordKeys> keys = new ArrayList<>();
            for (int i = m.from(); i < m.to(); i++) {
                keys.add(WordKeys.of(reading.sentence.words().get(i).text(), true));
            }
            return keys;
        });
        return own.stream().anyMatch(k -> k.likeness(word) > 0)
                || mention.things().stream()
                        .flatMap(t -> labels(t.iri()).names().stream())
                        .flatMap(List::stream)
                        .anyMatch(n -> n.likeness(word) > 1);
    }

    private List<String> best(Collection<Candidate> candidates, Map<String, Double> found) {
        Set<String> concepts = new LinkedHashSet<>();
        told.forEach(t -> t.concepts.forEach(c -> concepts.add(c.name())));
        Set<String> trips = new LinkedHashSet<>();
        for (Candidate c : candidates) {
            if (found.containsKey(c.iri) && c.classes.contains(org.entente.vocab.EntClass.VISIT.getURI())) {
                trips.add(c.iri);
            }
        }
        if (!trips.isEmpty() && concepts.stream().anyMatch(WHOLE::contains) && !concepts.contains("meeting")) {
            found.keySet().retainAll(trips);
        }
        double most = found.values().stream().mapToDouble(d -> d).max().orElse(0);
        return found.entrySet().stream()
                .filter(e -> e.getValue() >= most - 0.15)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    private AskFacts.Labels labels(String iri) {
        return reading.facts.labels(iri);
    }
}
