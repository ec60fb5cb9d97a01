package org.entente.annotate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.annotate.Card.EventKind;
import org.entente.store.NameIndex;
import org.entente.vocab.EntClass;

/** Says which event of the collection a card tells of, if any: by who takes part, when, where and what kind of event it is. */
final class EventChooser {
    private static final double LEAST = 3.2;
    private static final int DAYS = 4;

    private final KnownFacts facts;
    private final NameIndex index;

    EventChooser(KnownFacts facts, NameIndex index) {
        this.facts = facts;
        this.index = index;
    }

    Card choose(Card card, String published) {
        String best = "";
        double most = LEAST;
        for (Map.Entry<String, List<KnownFacts.Account>> event : facts.events.entrySet()) {
            double score = score(card, event.getKey(), event.getValue(), published);
            if (score > most) {
                most = score;
                best = event.getKey();
            }
        }
        return card.with(best);
    }

    private double score(Card card, String event, List<KnownFacts.Account> accounts, String published) {
        double kind = kind(card.kind(), index.classes(event));
        if (kind < 0) {
            return 0;
        }
        Set<String> dates = new HashSet<>();
        Set<String> places = new HashSet<>();
        Set<String> parts = new HashSet<>();
        accounts.forEach(a -> {
            dates.addAll(a.dates());
            places.addAll(a.places());
            parts.addAll(a.parts());
        });
        double time = time(card.date(), dates, published);
        if (time < 0) {
            return 0;
        }
        Set<String> mine = new HashSet<>();
        card.participants().forEach(p -> mine.add(p.who().isEmpty() ? p.post() : p.who()));
        mine.remove("");
        Set<String> common = new HashSet<>(mine);
        common.retainAll(parts);
        int larger = Math.max(mine.size(), (int) parts.stream()
                .filter(p -> p.contains("/person/") || p.contains("/post/"))
                .count());
        double people = mine.isEmpty() ? 0 : 3.0 * common.size() / Math.max(1, larger);
        if (!mine.isEmpty() && common.isEmpty()) {
            return 0;
        }
        boolean there = card.places().stream().anyMatch(p -> places.contains(p.iri()));
        return kind + time + people + (there ? 0.7 : 0);
    }

    private static double kind(EventKind kind, Set<String> classes) {
        boolean visit =
                classes.contains(EntClass.VISIT.getURI()) || classes.contains(EntClass.DELEGATION_TRIP.getURI());
        boolean meeting = classes.contains(EntClass.MEETING.getURI());
        boolean other = !visit && !meeting;
        return switch (kind) {
            case VISIT -> visit ? 1 : -1;
            case MEETING -> meeting ? 1 : other ? 0 : -1;
            case GATHERING, CEREMONY -> other ? 1 : meeting ? 0.3 : -1;
        };
    }

    private static double time(String date, Set<String> dates, String published) {
        if (date.isEmpty()) {
            return published.isEmpty()
                            || dates.isEmpty()
                            || dates.stream().anyMatch(d -> OfficeReader.Times.distance(d, published) <= 60)
                    ? 0.5
                    : -1;
        }
        if (dates.stream().allMatch(String::isEmpty)) {
            return 0.3;
        }
        long nearest = dates.stream()
                .filter(d -> !d.isEmpty())
                .mapToLong(d -> OfficeReader.Times.distance(d, date))
                .min()
                .orElse(0);
        return nearest == 0 ? 1.2 : nearest <= DAYS ? 0.6 : -1;
    }
}
