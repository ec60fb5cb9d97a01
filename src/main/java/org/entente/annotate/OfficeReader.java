package org.entente.annotate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.AskLanguage;
import org.entente.ask.NamesInText;

/** Which office somebody holds in a text: by the title that is printed, the country, and who is known to have held it at that time. */
final class OfficeReader {
    private static final int HELD = 4;
    private static final int HELD_THEN = 3;
    private static final int DESCRIBED = 4;
    private static final int SEEN = 3;
    private static final int FITS = 2;
    private static final int SIDE = 2;
    private static final int LEAST = 4;

    private final NamesInText names;
    private final KnownFacts facts;
    private final TitleReader titles;
    private final String date;
    private final Map<String, String> chosen = new HashMap<>();

    /** @param date EDTF of the time of which the text tells, roughly; "" if unknown */
    OfficeReader(NamesInText names, KnownFacts facts, AskLanguage language, String date) {
        this.names = names;
        this.facts = facts;
        this.titles = new TitleReader(language);
        this.date = date;
    }

    /** The people with their titles and offices. */
    Map<ReadSentence, List<PersonMention>> in(Map<ReadSentence, List<PersonMention>> people, Set<String> around) {
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
        return Times.distance(date, other);
    }

    private String post(ReadSentence sentence, PersonMention person, TextSpan title, Set<String> around) {
        String words = sentence.between(title.start(), title.end());
        Map<String, Integer> scores = new LinkedHashMap<>();
        Set<String> candidates = new LinkedHashSet<>(sentence.offices(title));
        candidates.forEach(post -> scores.merge(post, DESCRIBED, Integer::sum));
        for (KnownFacts.Holding h : facts.held.getOrDefault(person.iri(), List.of())) {
            if (!names.isOther(words, h.post())) {
                candidates.add(h.post());
            }
        }
        facts.titles.forEach((post, printed) -> {
            if (printed.contains(words)) {
                candidates.add(post);
                scores.merge(post, SEEN, Integer::sum);
            }
        });
        String best = "";
        int most = 0;
        for (String post : candidates) {
            int score = scores.getOrDefault(post, 0);
            long nearest = facts.held.getOrDefault(person.iri(), List.of()).stream()
                    .filter(h -> h.post().equals(post))
                    .mapToLong(h -> distance(h.date()))
                    .min()
                    .orElse(Long.MAX_VALUE);
            score += nearest == Long.MAX_VALUE ? 0 : HELD + (nearest <= 400 ? HELD_THEN : 0);
            score += names.fits(words, post) ? FITS : 0;
            String of = names.represents(post);
            boolean own = facts.sides.getOrDefault(person.iri(), Map.of()).containsKey(of);
            score += own ? SIDE : around.contains(of) ? 1 : 0;
            if (score > most) {
                best = post;
                most = score;
            }
        }
        return most >= LEAST ? best : "";
    }

    /** Day that is about known: for comparing times. */
    static final class Times {
        private Times() {}

        /** Days between two times in EDTF, at least; 0 where one is unknown or they meet. */
        static long distance(String one, String other) {
            try {
                var a = org.entente.time.Edtf.parse(one).bounds();
                var b = org.entente.time.Edtf.parse(other).bounds();
                if (a.possiblyOverlaps(b)) {
                    return 0;
                }
                LocalDate from = a.latestEnd() != null
                                && b.earliestStart() != null
                                && a.latestEnd().isBefore(b.earliestStart())
                        ? a.latestEnd()
                        : b.latestEnd();
                LocalDate to = from == a.latestEnd() ? b.earliestStart() : a.earliestStart();
                return from == null || to == null ? 0 : Math.abs(java.time.temporal.ChronoUnit.DAYS.between(from, to));
            } catch (org.entente.time.EdtfException e) {
                return 0;
            }
        }
    }
}
