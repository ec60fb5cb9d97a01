package org.entente.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** How much of a label must stand in the text where place or people agree, too. */
    private static final double ALIKE = 0.45;
    /** The least of a label where time and place agree. */
    private static final double SOME = 0.3;
    /** Two of three are not enough: it is the third with whom they met. */
    private static final double MOST = 0.7;
    /** How well a ceremony fits what is known as a talk. */
    private static final double TALK = 0.3;
    /** One of many who travelled does not make it the same trip. */
    private static final double LEADS = 0.3;

    private final KnownFacts facts;
    private final NameIndex index;
    private final NamesInText names;
    private final String text;
    private final SplitText split;
    private final EventLabels labels;
    private final Sides sides;
    private final String language;
    private Set<String> passage = Set.of();

    EventChooser(
            KnownFacts facts,
            NameIndex index,
            NamesInText names,
            EventLabels labels,
            Sides sides,
            String text,
            String language) {
        this.labels = labels;
        this.sides = sides;
        this.language = language;
        this.names = names;
        this.text = text;
        this.split = SplitText.of(text);
        this.facts = facts;
        this.index = index;
    }

    /** The cards with their events; those that tell of the same thing in the same way become one. */
    List<Card> choose(List<Card> cards, String published) {
        List<Card> merged = new ArrayList<>();
        for (Card card : cards) {
            Card chosen = choose(card, published);
            int same = 0;
            while (same < merged.size()
                    && !isSame(merged.get(same), chosen)
                    && !isHeadingOf(merged.get(same), chosen)) {
                same++;
            }
            if (same < merged.size()) {
                Card before = merged.get(same);
                merged.set(same, isSame(before, chosen) ? before.and(chosen) : chosen.and(before));
            } else {
                merged.add(chosen);
            }
        }
        return List.copyOf(merged);
    }

    /** A heading and the first sentence, for example. */
    private static boolean isSame(Card one, Card other) {
        boolean dates = one.date().equals(other.date())
                || one.date().isEmpty()
                || other.date().isEmpty();
        return one.kind() == other.kind()
                && one.event().equals(other.event())
                && one.status().equals(other.status())
                && dates
                && (!one.event().isEmpty() || who(one).equals(who(other)));
    }

    /** A heading says less than the sentence that tells the same. */
    private boolean isHeadingOf(Card one, Card other) {
        return split.paragraphs().size() > 1
                && one.passages().stream().allMatch(split.paragraphs().getFirst()::overlaps)
                && one.printedDate().equals(TextSpan.NONE)
                && one.kind() == other.kind()
                && one.status().equals(other.status())
                && (one.event().isEmpty() || one.event().equals(other.event()))
                && !who(one).isEmpty()
                && who(other).containsAll(who(one));
    }

    private static Set<String> who(Card card) {
        Set<String> who = new TreeSet<>();
        card.participants().forEach(p -> who.add(p.key()));
        return who;
    }

    private Card choose(Card card, String published) {
        EventTimes times = new EventTimes(published);
        String best = "";
        passage = EventLabels.keys(around(card), language);
        double most = LEAST;
        for (Map.Entry<String, List<KnownFacts.Account>> event : facts.events.entrySet()) {
            double score = score(card, event.getKey(), event.getValue(), times);
            if (score > most) {
                most = score;
                best = event.getKey();
            }
        }
        return card.with(best);
    }

    /** The sentences of a card, and the one before: "The opening was attended by …" follows what was opened. */
    private String around(Card card) {
        StringBuilder around = new StringBuilder();
        TextSpan before = TextSpan.NONE;
        for (SplitText.Sentence sentence : split.sentences()) {
            if (card.passages().contains(sentence.span())) {
                around.append(card.kind() == EventKind.MEETING ? "" : before.of(text))
                        .append(' ')
                        .append(sentence.span().of(text))
                        .append(' ');
            }
            before = sentence.span();
        }
        return around.toString();
    }

    /** Whether a place stands in the sentences of a card, and not only before them. */
    private static boolean isSaid(Card card, Card.Place place) {
        return card.passages().stream().anyMatch(place.span()::within);
    }

    private double score(Card card, String event, List<KnownFacts.Account> accounts, EventTimes times) {
        double kind = kind(card.kind(), index.classes(event));
        double time = times.fit(card.date(), accounts);
        boolean named = card.named().contains(event) || card.named().contains(names.series(event));
        if (kind < 0 && (!named || card.kind() == EventKind.VISIT) || time < 0) {
            return 0;
        }
        Set<String> places = new HashSet<>();
        Set<String> parts = new HashSet<>();
        accounts.forEach(a -> {
            places.addAll(a.places());
            parts.addAll(a.parts());
        });
        Set<String> mine = mine(card.participants());
        Set<String> common = common(card.participants(), accounts);
        boolean there =
                card.places().stream().anyMatch(p -> places.stream().anyMatch(known -> facts.isWithin(p.iri(), known)));
        boolean elsewhere =
                !there && !places.isEmpty() && card.places().stream().anyMatch(p -> isSaid(card, p));
        if (card.kind() == EventKind.VISIT && elsewhere && !named) {
            return 0;
        }
        boolean talk = card.kind() == EventKind.MEETING && kind == 1;
        double label = talk ? 0 : labels.share(event, passage, language);
        boolean same = named
                || label >= SAME
                        && (time >= EventTimes.UNDATED || time >= EventTimes.OPEN && (there || !common.isEmpty()));
        boolean alike = label >= ALIKE && time >= EventTimes.UNDATED && (there || !common.isEmpty());
        double score = Math.max(0, kind) + time + (there ? 0.7 : 0) + (named ? 2 : 0) + 2 * label;
        long people = parts.stream()
                .filter(p -> p.contains("/person/") || p.contains("/post/"))
                .count();
        if (common.isEmpty()) {
            boolean sent = mine.isEmpty()
                    && there
                    && card.kind() == EventKind.VISIT
                    && time >= EventTimes.UNDATED
                    && isSent(card, accounts);
            boolean alone = mine.isEmpty() && there && time >= EventTimes.WITHIN && label >= SOME;
            boolean others = !named
                    && (card.kind() == EventKind.MEETING
                            || card.kind() == EventKind.VISIT && !mine.isEmpty() && people > 0);
            return !others && (same || alike || alone || sent) ? score + (sent ? 1 : 0.5) : 0;
        }
        double most = (double) common.size() / Math.max(mine.size(), people);
        if (talk && !named && (most < MOST || !EventTimes.isDay(card.date())) && isOfMoreSides(card, accounts)) {
            return 0;
        }
        if (talk) {
            boolean both = isOnBothSides(card, common) && time >= EventTimes.OPEN;
            boolean many = common.size() > 1 && most >= MOST;
            boolean all = most == 1 && time >= EventTimes.ON_THE_DAY;
            boolean group = people == common.size() && isWithDelegation(card, accounts, time);
            return both || many || all || group ? score + 3 * Math.max(most, both || group ? 0.5 : 0) : 0;
        }
        double share = (double) common.size() / mine.size();
        if (card.kind() == EventKind.MEETING && !named && !(same && share == 1 && common.size() > 1)) {
            // A talk is no reception at which one of the two was, too.
            return 0;
        }
        boolean visit =
                card.kind() == EventKind.VISIT && (time >= EventTimes.NEAR || there && time >= EventTimes.UNDATED);
        boolean fits = kind == 1 && there && time >= EventTimes.WITHIN;
        boolean talked = kind < 1 && share == 1 && common.size() > 1 && time >= EventTimes.WITHIN;
        return same || alike || visit || fits || talked
                ? score + 2 * share + 0.5 * common.size() / Math.max(1, people)
                : 0;
    }

    /**
     * Who of a card takes part in a known event, by name or by office, where one of both is known by office only. A new name is somebody
     * else than a known one, whatever the office.
     */
    private static Set<String> common(List<Card.Participant> participants, List<KnownFacts.Account> accounts) {
        Set<String> common = new HashSet<>();
        for (Card.Participant p : participants) {
            boolean here = accounts.stream()
                    .anyMatch(a -> a.parts().contains(p.who())
                            || !p.post().isEmpty() && a.parts().contains(p.post())
                            || p.who().isEmpty()
                                    && p.name().isEmpty()
                                    && a.offices().contains(p.post()));
            if (here) {
                common.add(p.who().isEmpty() ? p.post() : p.who());
            }
        }
        common.remove("");
        return common;
    }

    private static Set<String> mine(List<Card.Participant> participants) {
        Set<String> mine = new HashSet<>();
        participants.forEach(p -> mine.add(p.who().isEmpty() ? p.post() : p.who()));
        mine.remove("");
        return mine;
    }

    /** Whether of each side of a talk somebody is among those who take part in the known one. */
    private boolean isOnBothSides(Card card, Set<String> parts) {
        List<List<Card.Participant>> groups = groups(card);
        return groups.size() > 1
                && groups.stream().allMatch(g -> mine(g).stream().anyMatch(parts::contains));
    }

    /** A talk of two states is not the summit of six at which both were, too. */
    private boolean isOfMoreSides(Card card, List<KnownFacts.Account> accounts) {
        List<String> known = new ArrayList<>();
        accounts.stream()
                .flatMap(a -> a.sides().stream())
                .filter(side -> known.stream().noneMatch(k -> sides.same(k, side)))
                .forEach(known::add);
        boolean others = accounts.stream().anyMatch(a -> a.parts().contains(KnownFacts.OTHERS));
        return known.size() + (others ? 1 : 0) > Math.max(2, groups(card).size());
    }

    /** Whether a known talk is one of a delegation without names, which those who are named in the card belong to. */
    private boolean isWithDelegation(Card card, List<KnownFacts.Account> accounts, double time) {
        List<List<Card.Participant>> groups = groups(card);
        Set<String> known = new HashSet<>();
        accounts.forEach(a -> known.addAll(a.sides()));
        boolean host = card.participants().size() == 1 && known.size() > 1 && time >= EventTimes.WITHIN;
        return host
                || groups.size() > 1
                        && time >= (EventTimes.isDay(card.date()) ? EventTimes.NEAR : EventTimes.OPEN)
                        && groups.stream().allMatch(g -> known.stream()
                                .anyMatch(k -> sides.same(k, g.getFirst().side())));
    }

    /** The participants by their sides. */
    private List<List<Card.Participant>> groups(Card card) {
        List<List<Card.Participant>> groups = new ArrayList<>();
        for (Card.Participant p : card.participants()) {
            Optional<List<Card.Participant>> own = groups.stream()
                    .filter(g -> sides.same(g.getFirst().side(), p.side()))
                    .findFirst();
            own.ifPresentOrElse(g -> g.add(p), () -> groups.add(new ArrayList<>(List.of(p))));
        }
        return groups;
    }

    /** Whether a delegation whose members are not named comes from the country or region that is known to have sent one. */
    private static boolean isSent(Card card, List<KnownFacts.Account> accounts) {
        return accounts.stream().flatMap(a -> a.sides().stream()).anyMatch(card.named()::contains);
    }

    private static double kind(EventKind kind, Set<String> classes) {
        boolean visit =
                classes.contains(EntClass.VISIT.getURI()) || classes.contains(EntClass.DELEGATION_TRIP.getURI());
        boolean meeting = classes.contains(EntClass.MEETING.getURI());
        boolean other = !visit && !meeting;
        return switch (kind) {
            case VISIT -> visit ? 1 : -1;
            case MEETING -> meeting ? 1 : other ? 0 : -1;
            case GATHERING, CEREMONY -> other ? 1 : meeting ? TALK : -1;
        };
    }
}
