package org.entente.annotate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.annotate.Card.EventKind;
import org.entente.ask.NamesInText;
import org.entente.store.NameIndex;
import org.entente.vocab.EntClass;

/** Says which event of the collection a card tells of, if any: by who takes part, when, where and what kind of event it is. */
final class EventChooser {
    private static final double LEAST = 2.2;
    private static final double SAME = 0.65;
    /** Two of three are not enough: it is the third with whom they met. */
    private static final double MOST = 0.7;

    private static final double WITHIN = 0.9;
    private static final double UNDATED = 0.4;
    private static final int SOON = 60;
    private static final double ON_THE_DAY = 1.2;
    private static final double NEAR = 0.6;
    private static final int STEM = 7;
    private static final int DAYS = 4;

    private final KnownFacts facts;
    private final NameIndex index;
    private final NamesInText names;
    private final String text;
    private final SplitText split;
    private String passage = "";

    EventChooser(KnownFacts facts, NameIndex index, NamesInText names, String text) {
        this.names = names;
        this.text = text;
        this.split = SplitText.of(text);
        this.facts = facts;
        this.index = index;
    }

    /** The cards with their events; those that tell of the same thing in the same way become one. */
    List<Card> choose(List<Card> cards, String published) {
        Map<String, Card> merged = new LinkedHashMap<>();
        for (Card card : cards) {
            Card chosen = choose(card, published);
            String key = chosen.kind() + " " + chosen.event() + " " + chosen.status() + " " + chosen.date() + " "
                    + who(chosen);
            merged.merge(key, chosen, Card::and);
        }
        return List.copyOf(merged.values());
    }

    private static Set<String> who(Card card) {
        Set<String> who = new TreeSet<>();
        card.participants().forEach(p -> who.add(p.who().isEmpty() ? p.name() + p.post() : p.who()));
        return who;
    }

    private Card choose(Card card, String published) {
        String best = "";
        passage = card.passages().stream()
                .flatMap(p -> split.paragraphs().stream().filter(p::overlaps))
                .map(p -> p.of(text))
                .collect(java.util.stream.Collectors.joining(" "))
                .toLowerCase(java.util.Locale.ROOT);
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
        Set<String> dates = new HashSet<>();
        Set<String> places = new HashSet<>();
        Set<String> parts = new HashSet<>();
        accounts.forEach(a -> {
            dates.addAll(a.dates());
            places.addAll(a.places());
            parts.addAll(a.parts());
        });
        double time = time(card.date(), dates, published);
        boolean named = card.named().contains(event) || card.named().contains(names.series(event));
        if (kind < 0 && !named || time < 0) {
            return 0;
        }
        Set<String> mine = new HashSet<>();
        card.participants().forEach(p -> mine.add(p.who().isEmpty() ? p.post() : p.who()));
        mine.remove("");
        Set<String> common = new HashSet<>(mine);
        common.retainAll(parts);
        boolean there = card.places().stream().anyMatch(p -> places.contains(p.iri()));
        double label = card.kind() == EventKind.MEETING && kind == 1 ? 0 : label(event);
        double score = Math.max(0, kind) + time + (there ? 0.7 : 0) + (named ? 2 : 0) + 2 * label;
        long people = parts.stream()
                .filter(p -> p.contains("/person/") || p.contains("/post/"))
                .count();
        if (mine.isEmpty() || common.isEmpty()) {
            boolean same = named || label >= SAME && time >= UNDATED;
            boolean alone = mine.isEmpty() && there && time >= WITHIN && card.kind() != EventKind.MEETING;
            return same || alone ? score + 0.5 : 0;
        }
        if (card.kind() == EventKind.MEETING && kind == 1) {
            double alike = (double) common.size() / Math.max(mine.size(), people);
            boolean both = common.size() > 1 && alike >= MOST;
            boolean all = alike == 1 && time >= ON_THE_DAY;
            boolean group = people == 1 && parts.size() > people && mine.size() == 2 && time >= NEAR;
            return both || all || group ? score + 3 * Math.max(alike, group ? 0.5 : 0) : 0;
        }
        double alike = (double) common.size() / mine.size();
        if (card.kind() == EventKind.MEETING && alike < 1 && !named && label < SAME) {
            // A talk is no reception at which one of the two was, too.
            return 0;
        }
        boolean enough = time >= NEAR || there && time >= UNDATED || named || label >= SAME && time >= UNDATED;
        return enough ? score + 2 * alike + 0.5 * common.size() / Math.max(1, people) : 0;
    }

    /** How much of the label of an event stands in the passages, of its words that tell. */
    private double label(String event) {
        if (passage.isEmpty()) {
            return 0;
        }
        double most = 0;
        for (String language : List.of("de", "en")) {
            List<String> words = java.util.Arrays.stream(index.label(event, language)
                            .orElse("")
                            .toLowerCase(java.util.Locale.ROOT)
                            .split("[^\\p{L}]+"))
                    .filter(w -> w.length() > 3)
                    .toList();
            long said = words.stream()
                    .filter(w -> passage.contains(w.substring(0, Math.min(w.length(), STEM))))
                    .count();
            if (words.size() > 1) {
                most = Math.max(most, (double) said / words.size());
            }
        }
        return most;
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

    private static boolean isDay(String date) {
        return date.replace("~", "").length() == "2020-01-01".length();
    }

    private static double time(String date, Set<String> dates, String published) {
        Set<String> known = new HashSet<>(dates);
        known.remove("");
        if (known.isEmpty()) {
            return 0.1;
        }
        if (date.isEmpty()) {
            return published.isEmpty() || known.stream().anyMatch(d -> TimeDistance.days(d, published) <= SOON)
                    ? UNDATED
                    : -1;
        }
        long nearest =
                known.stream().mapToLong(d -> TimeDistance.days(d, date)).min().orElse(0);
        boolean narrow = TimeDistance.isNarrow(date) && known.stream().anyMatch(TimeDistance::isNarrow);
        boolean day = narrow && isDay(date);
        return nearest == 0 ? (day ? ON_THE_DAY : narrow ? WITHIN : NEAR) : nearest <= DAYS && narrow ? UNDATED : -1;
    }
}
