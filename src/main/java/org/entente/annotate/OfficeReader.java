package org.entente.annotate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.AskLanguage;
import org.entente.ask.NamesInText;
import org.entente.names.NameHit;
import org.entente.store.NameIndex;
import org.entente.vocab.EntClass;

/** Which office somebody holds in a text: by the title that is printed, the country, and who is known to have held it at that time. */
final class OfficeReader {
    /** Seats in German parliaments, as they stand behind names. */
    private static final Map<String, String> SHORT =
            Map.of("MdB", "Mitglied des Deutschen Bundestages", "MdL", "Mitglied des Landtags");

    private static final int HITS = 8;
    private static final double ALIKE = 0.55;
    private static final int HELD = 4;
    private static final int HELD_THEN = 3;
    private static final int DESCRIBED = 4;
    private static final int SEEN = 3;
    private static final int FITS = 2;
    private static final int SIDE = 2;
    private static final int LEAST = 4;

    private final NamesInText names;
    private final NameIndex index;
    private final KnownFacts facts;
    private final TitleReader titles;
    private final String date;
    private final Map<String, String> chosen = new HashMap<>();

    /** @param date EDTF of the time of which the text tells, roughly; "" if unknown */
    OfficeReader(NamesInText names, NameIndex index, KnownFacts facts, AskLanguage language, String date) {
        this.names = names;
        this.index = index;
        this.facts = facts;
        this.titles = new TitleReader(language);
        this.date = date;
    }

    /** The people with their titles and offices. */
    Map<ReadSentence, List<PersonMention>> in(
            Map<ReadSentence, List<PersonMention>> people, Map<String, Integer> around) {
        Map<ReadSentence, List<PersonMention>> titled = new LinkedHashMap<>();
        people.forEach((sentence, of) -> titled.put(
                sentence,
                of.stream()
                        .map(person -> {
                            TextSpan title = titles.of(sentence, person, of);
                            String post = title.isPrinted() ? post(sentence, person, title, around) : "";
                            if (!post.isEmpty()) {
                                chosen.putIfAbsent(person.key(), post);
                            }
                            PersonMention read = person.with(title, post);
                            return titles.isAside(sentence, read) ? read.asAside() : read;
                        })
                        .toList()));
        Map<ReadSentence, List<PersonMention>> complete = new LinkedHashMap<>();
        titled.forEach((sentence, of) -> complete.put(
                sentence,
                of.stream()
                        .map(person -> person.post().isEmpty()
                                ? person.with(person.title(), otherwise(sentence, person))
                                : person)
                        .toList()));
        return complete;
    }

    /** Without a telling title: the office that the text gives elsewhere, else the one that the person is known to have held then. */
    private String otherwise(ReadSentence sentence, PersonMention person) {
        String elsewhere = chosen.getOrDefault(person.key(), "");
        if (!elsewhere.isEmpty()) {
            return elsewhere;
        }
        Map<String, Integer> held = new LinkedHashMap<>();
        for (KnownFacts.Holding h : facts.held.getOrDefault(person.iri(), List.of())) {
            boolean fits = !person.title().isPrinted() || mayBe(sentence, person.title(), h.post());
            if (distance(h.date()) <= 500 && fits) {
                held.merge(h.post(), 1, Integer::sum);
            }
        }
        return held.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** A printed title that names another office speaks against one that is merely known. */
    private boolean mayBe(ReadSentence sentence, TextSpan title, String post) {
        String words = sentence.between(title.start(), title.end());
        return !names.isOther(words, post);
    }

    private long distance(String other) {
        if (date.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return TimeDistance.days(date, other);
    }

    /** Whose offices a text tells of: those of the countries, towns and bodies that it names, above all in the same sentence. */
    private double near(ReadSentence sentence, String post, Map<String, Integer> around) {
        double near = 0;
        for (String body : names.bodiesOf(post)) {
            boolean here = sentence.names.stream().anyMatch(n -> n.name().things().stream()
                    .anyMatch(t -> t.iri().equals(body)));
            int count = around.getOrDefault(body, 0);
            near = Math.max(near, (here ? 1 : 0) + (count > 0 ? 0.5 + Math.min(count, 9) / 10.0 : 0));
        }
        return near;
    }

    /** "Minister of economy" of somebody who is known to serve a Land is not the federal one, unless the text tells of that body. */
    private boolean isElsewhere(ReadSentence sentence, PersonMention person, String post, Map<String, Integer> around) {
        Map<String, Integer> own = facts.sides.getOrDefault(person.iri(), Map.of());
        String of = names.represents(post);
        boolean held = facts.held.getOrDefault(person.iri(), List.of()).stream()
                .anyMatch(h -> h.post().equals(post));
        if (own.isEmpty() || of.isEmpty() || held || own.containsKey(of)) {
            return false;
        }
        boolean same = own.keySet().stream().anyMatch(side -> names.state(side).equals(names.state(of)));
        return !same || near(sentence, post, around) == 0 && !around.containsKey(of);
    }

    private String post(ReadSentence sentence, PersonMention person, TextSpan title, Map<String, Integer> around) {
        String printed = sentence.between(title.start(), title.end());
        String words = SHORT.getOrDefault(printed, printed);
        if (person.iri().isEmpty() && !words.strip().contains(" ")) {
            // "Minister-president" alone is an office of many bodies, and nothing is known of who is new.
            return "";
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        Set<String> candidates = new LinkedHashSet<>(sentence.offices(title));
        candidates.forEach(post -> scores.merge(post, (double) DESCRIBED, Double::sum));
        for (KnownFacts.Holding h : facts.held.getOrDefault(person.iri(), List.of())) {
            if (!names.isOther(words, h.post())) {
                candidates.add(h.post());
            }
        }
        for (NameHit hit : index.search(words, HITS, Set.of(EntClass.POST.getURI()))) {
            String post = hit.name().entity();
            if (hit.score() >= ALIKE && !names.isOther(words, post)) {
                candidates.add(post);
                scores.merge(post, DESCRIBED * hit.score(), Double::sum);
            }
        }
        facts.titles.forEach((post, texts) -> {
            if (texts.contains(printed)) {
                candidates.add(post);
                scores.merge(post, (double) SEEN, Double::sum);
            }
        });
        candidates.removeIf(post -> names.isOfOther(words, post) || names.isOfOtherChamber(words, post));
        candidates.removeIf(post -> isElsewhere(sentence, person, post, around));
        String best = "";
        double most = 0;
        for (String post : candidates) {
            double score = scores.getOrDefault(post, 0.0);
            long nearest = facts.held.getOrDefault(person.iri(), List.of()).stream()
                    .filter(h -> h.post().equals(post))
                    .mapToLong(h -> distance(h.date()))
                    .min()
                    .orElse(Long.MAX_VALUE);
            score += nearest == Long.MAX_VALUE ? 0 : HELD + (nearest <= 400 ? HELD_THEN : 0);
            score += names.fits(words, post) ? FITS : 0;
            String of = names.represents(post);
            boolean own = facts.sides.getOrDefault(person.iri(), Map.of()).containsKey(of);
            score += (own ? SIDE : 0) + near(sentence, post, around);
            if (score > most) {
                best = post;
                most = score;
            }
        }
        return most >= LEAST ? best : "";
    }
}
