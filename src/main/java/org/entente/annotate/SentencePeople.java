package org.entente.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.annotate.Card.Participant;
import org.entente.ask.AskLanguage;
import org.entente.ask.Kind;
import org.entente.ask.NamesInText;

/** Who and which bodies and places stand in a sentence: by name, by office, or by what the text called them before. */
final class SentencePeople {
    /** So many letters of a word for an office are the same in all its forms. */
    private static final int RANK = 8;

    private final CueWords cues;
    private final Sides sides;
    private final Map<ReadSentence, List<PersonMention>> people;

    SentencePeople(AskLanguage language, Sides sides, Map<ReadSentence, List<PersonMention>> people) {
        this.cues = CueWords.in(language);
        this.sides = sides;
        this.people = people;
    }

    /** Those who are named, and offices whose holders are not. */
    List<Participant> participants(ReadSentence sentence, List<PersonMention> mentioned) {
        Map<String, Participant> all = new LinkedHashMap<>();
        for (PersonMention p : mentioned) {
            if (p.aside()) {
                continue;
            }
            Participant each = new Participant(
                    p.iri(), p.name(), p.span(), p.post(), p.title(), "counterpart", sides.of(p.iri(), p.post()));
            all.merge(
                    p.key(),
                    each,
                    (one, other) -> one.title().isPrinted() || !other.title().isPrinted() ? one : other);
        }
        List<ReadSentence.Named> posts = new ArrayList<>(sentence.described);
        sentence.names.stream().filter(n -> n.kind() == Kind.POST).forEach(posts::add);
        for (ReadSentence.Named n : posts) {
            boolean taken = mentioned.stream()
                    .anyMatch(p -> p.title().overlaps(n.span()) || p.span().overlaps(n.span()));
            String post = isMany(sentence, n) ? "" : n.name().iri();
            boolean held = all.values().stream().anyMatch(p -> p.post().equals(post));
            if (!taken && !held && !post.isEmpty()) {
                String who = holder(post);
                all.putIfAbsent(
                        who.isEmpty() ? post : who,
                        new Participant(who, "", TextSpan.NONE, post, n.span(), "counterpart", sides.of(who, post)));
            }
        }
        for (TextWord word : sentence.words) {
            boolean taken = sentence.names.stream().anyMatch(n -> n.span().overlaps(word.span()))
                    || posts.stream().anyMatch(n -> n.span().overlaps(word.span()))
                    || mentioned.stream()
                            .anyMatch(p ->
                                    p.title().overlaps(word.span()) || p.span().overlaps(word.span()));
            if (!taken && NamesInText.isRank(word.text()) && isDefinite(sentence, word)) {
                meant(sentence, word)
                        .ifPresent(p -> all.putIfAbsent(
                                p.key(),
                                new Participant(
                                        p.iri(),
                                        p.iri().isEmpty() ? p.name() : "",
                                        p.iri().isEmpty() ? p.span() : TextSpan.NONE,
                                        p.post(),
                                        word.span(),
                                        "counterpart",
                                        sides.of(p.iri(), p.post()))));
            }
        }
        return new ArrayList<>(all.values());
    }

    /** "The two ministers": no office of one. */
    private boolean isMany(ReadSentence sentence, ReadSentence.Named office) {
        String printed = sentence.between(office.span().start(), office.span().end());
        return printed.matches("\\p{Ll}+s") && cues.has("many", printed);
    }

    private boolean isDefinite(ReadSentence sentence, TextWord word) {
        int at = sentence.words.indexOf(word);
        return at > 0 && cues.has("articles", sentence.words.get(at - 1).folded());
    }

    /** "Der Botschafter": the last one before whose title has this word. */
    private Optional<PersonMention> meant(ReadSentence sentence, TextWord rank) {
        Optional<PersonMention> last = Optional.empty();
        for (Map.Entry<ReadSentence, List<PersonMention>> each : people.entrySet()) {
            if (each.getKey() == sentence) {
                return last;
            }
            for (PersonMention p : each.getValue()) {
                String title = each.getKey()
                        .between(p.title().start(), p.title().end())
                        .toLowerCase(java.util.Locale.ROOT);
                if (p.title().isPrinted()
                        && title.contains(rank.folded()
                                .substring(0, Math.min(rank.folded().length(), RANK)))) {
                    last = Optional.of(p);
                }
            }
        }
        return last;
    }

    /** Whom the text names in this office, if it is one person; it calls the same person by the office elsewhere. */
    private String holder(String post) {
        List<String> named = people.values().stream()
                .flatMap(List::stream)
                .filter(p -> p.title().isPrinted() && p.post().equals(post))
                .map(PersonMention::iri)
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : "";
    }

    /**
     * Ministries and the like that are named behind the word for the talk: with whom somebody spoke, if no person is named.
     *
     * @param from where that word ends
     */
    List<Participant> bodies(ReadSentence sentence, int from) {
        List<Participant> bodies = new ArrayList<>();
        List<PersonMention> named = people.getOrDefault(sentence, List.of());
        for (ReadSentence.Named n : sentence.names) {
            boolean title = named.stream().anyMatch(p -> p.title().overlaps(n.span()));
            if (n.kind() == Kind.BODY
                    && n.span().start() >= from
                    && !title
                    && !n.name().iri().isEmpty()) {
                bodies.add(new Participant(
                        n.name().iri(),
                        sentence.between(n.span().start(), n.span().end()),
                        n.span(),
                        "",
                        TextSpan.NONE,
                        "counterpart",
                        ""));
            }
        }
        return bodies;
    }

    /** "A lobbyist from Hamburg", "делегация Баварии", "Erfurt – …": not where it was. */
    private boolean isOfSomebody(ReadSentence sentence, ReadSentence.Named place) {
        List<TextWord> before = sentence.words.stream()
                .filter(w -> w.span().end() <= place.span().start())
                .toList();
        return isDateline(sentence, place)
                || !before.isEmpty()
                        && (cues.has("of somebody", before.getLast().folded())
                                || NamesInText.isRank(before.getLast().text()));
    }

    private static boolean isDateline(ReadSentence sentence, ReadSentence.Named place) {
        return place.span().start() == sentence.span.start()
                && sentence.between(place.span().end(), sentence.span.end())
                        .matches("(?s)\\s*(?:\\([^)]*\\)\\s*)?[-–—]\\s.*");
    }

    /** Where a text was written, as it says before its first sentence: that may be the place of what it tells. */
    List<Card.Place> dateline(ReadSentence sentence) {
        return sentence.names.stream()
                .filter(n -> isDateline(sentence, n))
                .flatMap(n -> n.name().things().stream()
                        .filter(t -> t.kind() == Kind.PLACE)
                        .limit(1)
                        .map(t -> new Card.Place(t.iri(), n.span())))
                .toList();
    }

    /** The places that are named, other than in titles. */
    List<Card.Place> places(ReadSentence sentence) {
        List<Card.Place> places = new ArrayList<>();
        List<PersonMention> named = people.getOrDefault(sentence, List.of());
        for (ReadSentence.Named n : sentence.names) {
            boolean adjective = !NamesInText.adjectiveOf(
                            sentence.between(n.span().start(), n.span().end()))
                    .isEmpty();
            boolean title = named.stream().anyMatch(p -> p.title().overlaps(n.span()));
            if (adjective || title || isOfSomebody(sentence, n)) {
                continue;
            }
            n.name().things().stream()
                    .filter(t -> t.kind() == Kind.PLACE)
                    .map(t -> t.iri())
                    .findFirst()
                    .filter(iri -> places.stream().noneMatch(p -> p.iri().equals(iri)))
                    .ifPresent(iri -> places.add(new Card.Place(iri, n.span())));
        }
        return places;
    }
}
