package org.entente.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.store.NameIndex;
import org.entente.vocab.Prefixes;

/**
 * What somebody decided on one card and may mean for others: whom a printed name means, which status a word for an event has, that a printed
 * place is not where events are.
 *
 * @param printed the words, without honorifics, for a status in lower case
 * @param value CURIE of the person or place, or local name of the status
 */
public record CardPattern(Kind kind, String printed, String value) {
    /** What was decided. */
    public enum Kind {
        NAME,
        STATUS,
        PLACE
    }

    /** What the fields of a form decide on the cards, whether the cards are taken or not. */
    public static Set<CardPattern> learned(Annotation annotation, Map<String, List<String>> fields, NameIndex names) {
        Map<String, List<String>> all = new LinkedHashMap<>(fields);
        all.put("take", annotation.cards().stream().map(Card::id).toList());
        List<Card> decided = CardChoices.decide(annotation, all, names).cards();
        Set<CardPattern> learned = new LinkedHashSet<>();
        for (int i = 0; i < decided.size(); i++) {
            learn(annotation, annotation.cards().get(i), decided.get(i), learned);
        }
        return learned;
    }

    private static void learn(Annotation annotation, Card proposed, Card decided, Set<CardPattern> learned) {
        for (Card.Participant p : decided.participants()) {
            boolean other = proposed.participants().stream()
                    .anyMatch(o -> o.span().equals(p.span()) && !o.who().equals(p.who()));
            if (other && p.span().isPrinted() && !p.who().isEmpty()) {
                learned.add(new CardPattern(Kind.NAME, printed(p), Prefixes.compact(p.who())));
            }
        }
        if (!decided.status().equals(proposed.status())) {
            learned.add(new CardPattern(Kind.STATUS, cue(annotation, proposed), decided.status()));
        }
        for (Card.Place place : proposed.places()) {
            boolean gone = decided.places().stream().noneMatch(p -> p.iri().equals(place.iri()));
            if (gone && place.span().isPrinted()) {
                learned.add(
                        new CardPattern(Kind.PLACE, place.span().of(annotation.text()), Prefixes.compact(place.iri())));
            }
        }
    }

    private static String printed(Card.Participant p) {
        return CardLabels.plain(p.name()).replaceAll("\\s+", " ");
    }

    private static String cue(Annotation annotation, Card card) {
        return card.cue().of(annotation.text()).toLowerCase(Locale.ROOT);
    }

    /** The fields of a form with the same decisions on all cards on which nobody has decided otherwise. */
    public static Map<String, List<String>> spread(
            Annotation annotation, Map<String, List<String>> fields, Set<CardPattern> patterns) {
        Map<String, List<String>> spread = new LinkedHashMap<>(fields);
        Annotation changed = applied(annotation, patterns);
        for (int n = 0; n < annotation.cards().size(); n++) {
            Card before = annotation.cards().get(n);
            Card after = changed.cards().get(n);
            String id = before.id() + ".";
            for (int i = 0; i < before.participants().size(); i++) {
                Card.Participant was = before.participants().get(i);
                put(
                        spread,
                        id + "who" + i,
                        field(was),
                        field(after.participants().get(i)));
            }
            put(spread, id + "status", before.status(), after.status());
            put(spread, id + "place", places(before), places(after));
        }
        return spread;
    }

    private static String field(Card.Participant p) {
        return p.who().isEmpty() ? p.name().isEmpty() ? "" : CardChoices.NEW : Prefixes.compact(p.who());
    }

    private static String places(Card card) {
        return card.places().stream()
                .map(p -> Prefixes.compact(p.iri()))
                .collect(java.util.stream.Collectors.joining(" | "));
    }

    private static void put(Map<String, List<String>> fields, String name, String before, String after) {
        List<String> now = fields.getOrDefault(name, List.of(before));
        if (!before.equals(after) && now.equals(List.of(before))) {
            fields.put(name, List.of(after));
        }
    }

    /** An annotation with its cards changed as was decided on others. */
    public static Annotation applied(Annotation annotation, Set<CardPattern> patterns) {
        if (patterns.isEmpty()) {
            return annotation;
        }
        List<Card> cards = new ArrayList<>();
        annotation.cards().forEach(card -> cards.add(applied(annotation, card, patterns)));
        return new Annotation(
                annotation.text(),
                annotation.language(),
                annotation.people(),
                annotation.dates(),
                List.copyOf(cards),
                annotation.refused());
    }

    private static Card applied(Annotation annotation, Card card, Set<CardPattern> patterns) {
        List<Card.Participant> who = card.participants().stream()
                .map(p -> {
                    String meant = value(patterns, Kind.NAME, p.span().isPrinted() ? printed(p) : "");
                    return meant.isEmpty()
                            ? p
                            : new Card.Participant(
                                    Prefixes.expand(meant).orElse(p.who()),
                                    p.name(),
                                    p.span(),
                                    p.post(),
                                    p.title(),
                                    p.role(),
                                    p.side());
                })
                .toList();
        List<Card.Place> places = card.places().stream()
                .filter(p -> !patterns.contains(
                        new CardPattern(Kind.PLACE, p.span().of(annotation.text()), Prefixes.compact(p.iri()))))
                .toList();
        String status = value(patterns, Kind.STATUS, cue(annotation, card));
        return new Card(
                card.kind(),
                card.event(),
                card.cue(),
                card.passages(),
                status.isEmpty() ? card.status() : status,
                status.isEmpty() ? card.modality() : status.equals("announced") ? "asPlan" : "asFact",
                card.date(),
                card.printedDate(),
                places,
                who,
                card.named(),
                card.proposal());
    }

    private static String value(Set<CardPattern> patterns, Kind kind, String printed) {
        return patterns.stream()
                .filter(p -> p.kind == kind && p.printed.equals(printed))
                .map(CardPattern::value)
                .reduce((first, last) -> last)
                .orElse("");
    }
}
