package org.entente.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.annotate.Card.EventKind;
import org.entente.annotate.Card.Participant;
import org.entente.ask.AskLanguage;
import org.entente.ask.Kind;

/** Makes cards of sentences: one for each meeting, visit, gathering or ceremony that a sentence tells of. */
final class CardMaker {
    /** So many letters of two words for events are the same: "eröffnet" and "Eröffnung". */
    private static final int STEM = 5;

    private final CueWords cues;
    private final Sides sides;
    private final SentencePeople there;
    private final CardTimes times;
    private final Map<ReadSentence, List<PersonMention>> people;
    private final List<Card> cards = new ArrayList<>();
    private Map<String, Participant> travellers = new LinkedHashMap<>();
    private List<Card.Place> place = List.of();
    private boolean placeAhead;
    private int lastParagraph;
    private final Map<TextSpan, String> cueWords = new HashMap<>();

    CardMaker(AskLanguage language, Sides sides, CardTimes times, Map<ReadSentence, List<PersonMention>> people) {
        this.cues = CueWords.in(language);
        this.sides = sides;
        this.there = new SentencePeople(language, sides, people);
        this.times = times;
        this.people = people;
    }

    List<Card> make() {
        people.forEach(this::sentence);
        return cards;
    }

    private void sentence(ReadSentence sentence, List<PersonMention> mentioned) {
        int meeting = cues.first("meeting", sentence.words);
        int visit = cues.first("visit", sentence.words);
        int gathering = cues.first("gathering", sentence.words);
        int ceremony = cues.first("ceremony", sentence.words);
        List<Participant> present = there.participants(sentence, mentioned);
        List<Card.Place> here = there.places(sentence);
        List<Card.Place> dateline = there.dateline(sentence);
        if (here.isEmpty() && !dateline.isEmpty()) {
            place = dateline;
            placeAhead = false;
        } else if (!here.isEmpty()) {
            place = here;
            placeAhead = isAhead(sentence);
        }
        if (visit >= 0) {
            visit(sentence, visit, present);
        }
        if (meeting >= 0 && !joinsTalk(sentence, meeting, present)) {
            meeting(sentence, meeting, present);
        }
        boolean named = sentence.names.stream().anyMatch(n -> n.kind() == Kind.EVENT || n.kind() == Kind.SERIES);
        if (gathering >= 0
                && gathering != meeting
                && (!present.isEmpty() || named || times.printed(sentence).isPresent() || !here.isEmpty())) {
            assembly(EventKind.GATHERING, sentence, gathering, present);
        }
        if (ceremony >= 0 && !present.isEmpty() && gathering < 0) {
            assembly(EventKind.CEREMONY, sentence, ceremony, present);
        }
        if (meeting < 0 && visit < 0 && gathering < 0 && ceremony < 0 && !present.isEmpty()) {
            joins(sentence, present);
        }
    }

    /** "The ambassador attended the talks": they are at the talk that was told before. */
    private boolean joinsTalk(ReadSentence sentence, int cue, List<Participant> present) {
        List<TextWord> words = sentence.words;
        boolean again = cue > 0 && cues.has("definite", words.get(cue - 1).folded());
        boolean near = sentence.paragraph - lastParagraph <= 1;
        if (!again
                || !near
                || present.isEmpty()
                || cards.isEmpty()
                || cards.getLast().kind() != EventKind.MEETING
                || cues.first("part", words) < 0
                || times.printed(sentence).isPresent()) {
            return false;
        }
        cards.set(cards.size() - 1, cards.getLast().joined(present, sentence.span));
        return true;
    }

    /** A new gathering or ceremony, or more of one that was told before. */
    private void assembly(EventKind kind, ReadSentence sentence, int cue, List<Participant> present) {
        String word = sentence.words.get(cue).folded();
        Optional<CardTimes.Time> own = times.printed(sentence)
                .flatMap(d -> times.of(sentence, kind, sentence.words.get(cue).span()));
        boolean again = cues.has("again", word);
        for (int i = cards.size() - 1; i >= 0; i--) {
            Card before = cards.get(i);
            boolean assembly = before.kind() == EventKind.GATHERING || before.kind() == EventKind.CEREMONY;
            boolean same =
                    again || stem(cueWords.getOrDefault(before.cue(), "")).equals(stem(word));
            boolean sameDay = own.isEmpty()
                    || before.date().isEmpty()
                    || before.date().equals(own.get().edtf());
            if (assembly && same && sameDay) {
                cards.set(i, before.joined(present, sentence.span));
                return;
            }
        }
        cards.add(card(kind, sentence, cue, present));
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(word.length(), STEM));
    }

    /** "Ihn begleiteten …", "X said": they take part in what the sentences before tell. */
    private void joins(ReadSentence sentence, List<Participant> present) {
        if (cards.isEmpty()) {
            return;
        }
        Card last = cards.getLast();
        boolean part = cues.first("part", sentence.words) >= 0;
        boolean assembly = last.kind() == EventKind.GATHERING || last.kind() == EventKind.CEREMONY;
        boolean said = assembly && cues.first("said", sentence.words) >= 0;
        boolean near = sentence.paragraph - lastParagraph <= 1
                && times.printed(sentence).isEmpty();
        if (near && (said || part && last.kind() != EventKind.MEETING)) {
            cards.set(cards.size() - 1, last.joined(present, sentence.span));
            lastParagraph = sentence.paragraph;
        }
    }

    private void visit(ReadSentence sentence, int cue, List<Participant> named) {
        TextSpan word = sentence.words.get(cue).span();
        List<Participant> going = new ArrayList<>();
        List<Participant> present = isOfHosts(sentence, word, named) ? List.of() : named;
        if (!present.isEmpty()) {
            Participant first = present.stream()
                    .min(Comparator.comparingInt(p -> Math.abs(at(p) - word.start())))
                    .orElseThrow();
            Participant lead = present.getFirst();
            String side = (lead.side().isEmpty() ? first : lead).side();
            present.stream().filter(p -> sides.same(p.side(), side)).forEach(going::add);
        } else {
            going.addAll(travellers.values());
        }
        if (!present.isEmpty()) {
            travellers = new LinkedHashMap<>();
            going.forEach(p -> travellers.put(p.who() + p.name(), p));
        }
        List<Participant> guests = going.stream().map(p -> role(p, "guest")).toList();
        List<Participant> bodies = guests.isEmpty() || cues.first("meeting", sentence.words) >= 0
                ? List.of()
                : there.bodies(sentence, sentence.words.get(cue).span().end());
        if (!bodies.isEmpty() && cues.has("visits", sentence.words.get(cue).folded())) {
            for (Participant body : bodies) {
                List<Participant> both = new ArrayList<>(guests);
                both.add(role(body, "host"));
                cards.add(card(EventKind.VISIT, sentence, cue, both));
            }
            return;
        }
        List<CardTimes.Time> all = times.all(sentence);
        if (all.size() > 1) {
            // "im Dezember 2019 und im Februar 2020": two visits
            all.forEach(time -> cards.add(card(EventKind.VISIT, sentence, cue, guests, Optional.of(time))));
        } else {
            cards.add(card(EventKind.VISIT, sentence, cue, guests));
        }
    }

    /** "landeten in Astana, wo sie mit dem Minister sprachen": whoever is named is met by those who travel and were named before. */
    private boolean isOfHosts(ReadSentence sentence, TextSpan visit, List<Participant> named) {
        int meeting = cues.first("meeting", sentence.words);
        return meeting >= 0
                && !travellers.isEmpty()
                && named.stream()
                        .allMatch(p -> at(p) > visit.start()
                                && at(p) > sentence.words.get(meeting).span().start()
                                && travellers.values().stream().noneMatch(t -> sides.same(t.side(), p.side())));
    }

    private static int at(Participant p) {
        return p.span().isPrinted() ? p.span().start() : p.title().start();
    }

    private static Participant role(Participant p, String role) {
        return new Participant(p.who(), p.name(), p.span(), p.post(), p.title(), role, p.side());
    }

    private void meeting(ReadSentence sentence, int cue, List<Participant> present) {
        if (present.isEmpty()) {
            group(sentence, cue);
            return;
        }
        List<Participant> all = new ArrayList<>(present);
        boolean one = present.stream()
                .allMatch(p -> sides.same(p.side(), present.getFirst().side()));
        if (one && !travellers.isEmpty()) {
            boolean same = travellers.values().stream().anyMatch(t -> present.stream()
                    .anyMatch(p -> !t.who().isEmpty() && t.who().equals(p.who()) || sides.same(t.side(), p.side())));
            if (!same) {
                all.addAll(0, travellers.values());
            }
        }
        String side = travellers.values().stream()
                .map(Participant::side)
                .filter(s -> all.stream().anyMatch(p -> sides.same(p.side(), s)))
                .findFirst()
                .orElse(all.getFirst().side());
        List<Participant> ours =
                all.stream().filter(p -> sides.same(p.side(), side)).toList();
        List<Participant> theirs =
                all.stream().filter(p -> !sides.same(p.side(), side)).toList();
        if (theirs.isEmpty()) {
            theirs = there.bodies(sentence, sentence.words.get(cue).span().end());
        }
        if (theirs.isEmpty() || ours.isEmpty()) {
            cards.add(card(EventKind.MEETING, sentence, cue, all));
            return;
        }
        if (theirs.size() == 1 && ours.size() > 1 && !isTravelling(ours)) {
            for (Participant our : ours) {
                cards.add(card(EventKind.MEETING, sentence, cue, List.of(theirs.getFirst(), our)));
            }
            return;
        }
        for (Participant their : theirs) {
            List<Participant> both = new ArrayList<>(ours);
            both.add(their);
            cards.add(card(EventKind.MEETING, sentence, cue, both));
        }
    }

    /** "In Almaty sprach sie mit Vertretern der Wirtschaft": those who travel, with bodies that are named or a group that is not. */
    private void group(ReadSentence sentence, int cue) {
        if (travellers.isEmpty() || !isWith(sentence, cue)) {
            return;
        }
        List<Participant> bodies =
                there.bodies(sentence, sentence.words.get(cue).span().end());
        for (Participant body : bodies) {
            List<Participant> both = new ArrayList<>(travellers.values());
            both.add(body);
            cards.add(card(EventKind.MEETING, sentence, cue, both));
        }
        if (bodies.isEmpty()) {
            cards.add(card(EventKind.MEETING, sentence, cue, new ArrayList<>(travellers.values())));
        }
    }

    /** Whether the word for a talk says with whom, and does not only mean again one that was told. */
    private boolean isWith(ReadSentence sentence, int cue) {
        List<TextWord> words = sentence.words;
        boolean again = cue > 0 && cues.has("definite", words.get(cue - 1).folded());
        boolean verb = cues.has("meets", words.get(cue).folded());
        boolean with = words.subList(cue + 1, Math.min(words.size(), cue + 3)).stream()
                .anyMatch(w -> cues.has("with", w.folded()));
        return !again && (verb || with);
    }

    private boolean isTravelling(List<Participant> all) {
        return all.stream().allMatch(p -> travellers.values().stream()
                .anyMatch(t -> t.who().equals(p.who())
                                && t.name().isEmpty() == p.name().isEmpty()
                        || !t.who().isEmpty() && t.who().equals(p.who())));
    }

    /** "visited Malmö": a place that the collection does not have is not the one of which the text told before. */
    private static boolean isElsewhere(ReadSentence sentence, int cue) {
        List<TextWord> words = sentence.words;
        return words.subList(cue + 1, Math.min(words.size(), cue + 3)).stream()
                .anyMatch(w -> w.isCapital()
                        && sentence.names.stream().noneMatch(n -> n.span().overlaps(w.span())));
    }

    private boolean isAhead(ReadSentence sentence) {
        return cues.first("planned", sentence.words) >= 0 && cues.first("past", sentence.words) < 0;
    }

    /** The place of which the text told before, unless that is where somebody is yet to go, or the sentence names one that is not known. */
    private List<Card.Place> placeBefore(EventKind kind, ReadSentence sentence, int cue, String status) {
        boolean elsewhere = kind == EventKind.VISIT
                && (isElsewhere(sentence, cue)
                        || cues.has("visits", sentence.words.get(cue).folded()));
        boolean notThere = placeAhead && status.equals("held");
        return kind == EventKind.GATHERING || elsewhere || notThere ? List.of() : place;
    }

    private Card card(EventKind kind, ReadSentence sentence, int cue, List<Participant> who) {
        return card(
                kind,
                sentence,
                cue,
                who,
                times.of(sentence, kind, sentence.words.get(cue).span()));
    }

    private Card card(
            EventKind kind, ReadSentence sentence, int cue, List<Participant> who, Optional<CardTimes.Time> said) {
        Optional<CardTimes.Time> time = said;
        List<Card.Place> here = there.places(sentence);
        boolean after = !cards.isEmpty() && cards.getLast().status().equals("announced");
        String status =
                times.status(sentence, time, after, sentence.words.get(cue).span());
        lastParagraph = sentence.paragraph;
        cueWords.put(sentence.words.get(cue).span(), sentence.words.get(cue).folded());
        if (status.equals("denied") && times.printed(sentence).isEmpty()) {
            // The day of something else says nothing of what never was.
            time = Optional.empty();
        }
        if (status.equals("announced") && times.printed(sentence).isEmpty() && times.isPast(time)) {
            time = Optional.empty();
        }
        return new Card(
                kind,
                "",
                sentence.words.get(cue).span(),
                List.of(sentence.span),
                status,
                times.modality(sentence, status, time),
                time.map(CardTimes.Time::edtf).orElse(""),
                time.map(CardTimes.Time::span).orElse(TextSpan.NONE),
                here.isEmpty() ? placeBefore(kind, sentence, cue, status) : here,
                who,
                sentence.names.stream()
                        .flatMap(n -> n.name().things().stream())
                        .filter(t -> t.kind() == Kind.EVENT || t.kind() == Kind.SERIES || t.kind() == Kind.POLITY)
                        .map(t -> t.iri())
                        .toList(),
                Optional.empty());
    }
}
