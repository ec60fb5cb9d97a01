package org.entente.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ask.AskLanguage;
import org.entente.ask.Kind;
import org.entente.ask.NamesInText;
import org.entente.names.OfficeTitle;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is named in a text. A surname alone is whoever was named in full with it in the same text, be it somebody new; else the one
 * person of the collection who is called so.
 */
final class PersonReader {
    private static final int MOST_PARTS = 3;
    private static final Set<String> PARTICLES = Set.of("von", "van", "de", "der", "zu", "al", "bin", "фон");
    private static final Pattern HONORIFIC = Pattern.compile(
            "(?U)(?:(?<![\\p{L}])(?:(?:[SI]eine|Ihre|[Hh]is|[Hh]er)\\s+(?:Exzellenz|Excellency),?|S\\.\\s?E\\.|I\\.\\s?E\\.|H\\.\\s?E\\.|Dr\\.?|Prof\\.?|Professor(?:in)?|Herrn?|Frau|Mr\\.?|Mrs\\.?|Ms\\.?|h\\.\\s?c\\.|mult\\.|habil\\.|Dipl\\.-Ing\\.|д-ра?|г-жа|г-на?|Е\\.\\s?П\\.|доктора?)\\s*)+$");

    private final ToIntFunction<String> known;
    private static final int FAR = 3;
    private static final int BEHIND = 3;

    private final CueWords cues;
    private final Set<String> given;
    private final Map<String, NavigableMap<Integer, String>> surnames = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    /** @param known how often documents tell of a person */
    PersonReader(AskLanguage language, Set<String> given, ToIntFunction<String> known) {
        this.known = known;
        this.cues = CueWords.in(language);
        this.given = given;
    }

    /** The people of each sentence, in their order. */
    Map<ReadSentence, List<PersonMention>> in(List<ReadSentence> sentences) {
        Map<ReadSentence, List<PersonMention>> all = new LinkedHashMap<>();
        // Whoever is named in full comes first, so that surnames are theirs wherever they stand.
        for (ReadSentence sentence : sentences) {
            List<PersonMention> found = new ArrayList<>();
            full(sentence, found);
            unknown(sentence, found);
            all.put(sentence, found);
        }
        for (ReadSentence sentence : sentences) {
            List<PersonMention> found = all.getOrDefault(sentence, List.of());
            surnames(sentence, found);
            found.sort(Comparator.comparingInt(m -> m.span().start()));
        }
        return all;
    }

    private void full(ReadSentence sentence, List<PersonMention> found) {
        for (ReadSentence.Named named : sentence.names) {
            if (named.kind() == Kind.PERSON && !named.part() && !meant(named).isEmpty()) {
                add(sentence, named.span(), meant(named), found);
            }
        }
    }

    /** Who is meant: the only one, else the one of whom documents tell far more often than of the others; "" if that is open. */
    private String meant(ReadSentence.Named named) {
        List<String> people = named.name().iris(Kind.PERSON);
        if (people.size() < 2) {
            return people.isEmpty() ? "" : people.getFirst();
        }
        List<String> sorted = people.stream()
                .sorted(Comparator.comparingInt(
                        (String iri) -> keys.containsKey(iri) ? -1_000_000 : -known.applyAsInt(iri)))
                .toList();
        boolean clear = keys.containsKey(sorted.get(0)) && !keys.containsKey(sorted.get(1))
                || known.applyAsInt(sorted.get(0)) >= FAR * Math.max(1, known.applyAsInt(sorted.get(1)));
        return clear ? sorted.getFirst() : "";
    }

    private void add(ReadSentence sentence, TextSpan span, String iri, List<PersonMention> found) {
        String name = sentence.between(span.start(), span.end());
        String key = iri.isEmpty() ? "new:" + name : iri;
        String surname = surname(name);
        surnames.computeIfAbsent(surname, s -> new TreeMap<>()).put(span.start(), key);
        keys.put(key, iri);
        found.add(mention(sentence, span, iri, key));
    }

    /** Of several with one surname it is the one who was named in full last; null if nobody was. */
    private @Nullable String called(String name, TextSpan place) {
        NavigableMap<Integer, String> all = surnames.get(surname(name));
        if (all == null) {
            return null;
        }
        Map.Entry<Integer, String> before = all.floorEntry(place.start());
        return (before == null ? all.firstEntry() : before).getValue();
    }

    private static PersonMention mention(ReadSentence sentence, TextSpan span, String iri, String key) {
        Matcher before = HONORIFIC.matcher(sentence.between(sentence.span.start(), span.start()));
        TextSpan whole = before.find() && !before.group().isBlank()
                ? new TextSpan(sentence.span.start() + before.start(), span.end())
                : span;
        return new PersonMention(
                whole, iri, sentence.between(whole.start(), whole.end()), key, TextSpan.NONE, "", false);
    }

    /** The last word without the ending of a case. */
    private static String surname(String name) {
        String last =
                name.strip().replaceFirst("^.*\\s", "").toLowerCase(Locale.ROOT).replace('ё', 'е');
        return last.length() > 4 ? last.replaceFirst("(?:s|’s|'s|а|у|ым|ом|ем|ого|ому|ой|е|я|ю)$", "") : last;
    }

    /** Names of people of whom the collection does not know: a given name that it knows from others, or a title, and a surname. */
    private void unknown(ReadSentence sentence, List<PersonMention> found) {
        List<TextWord> words = sentence.words;
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean titled = isBehindBody(sentence, words, i)
                    || i > 0 && (isTitled(sentence, words.get(i - 1), words.get(i)) || isAppositive(sentence, words, i))
                    || isBeforeTitle(sentence, words, i);
            if (!isNamePart(words.get(i))
                    || !given.contains(words.get(i).folded()) && !(titled && isName(words.get(i)))) {
                continue;
            }
            int last = i;
            for (int k = i + 1;
                    k < words.size() && k <= i + MOST_PARTS && isBeside(sentence, words.get(k - 1), words.get(k));
                    k++) {
                if (isNamePart(words.get(k))) {
                    last = k;
                } else if (!PARTICLES.contains(words.get(k).folded())) {
                    break;
                }
            }
            TextSpan span = new TextSpan(
                    words.get(i).span().start(), words.get(last).span().end());
            boolean taken = found.stream().anyMatch(m -> m.span().overlaps(span))
                    || sentence.names.stream()
                            .anyMatch(n -> n.span().overlaps(span)
                                    && (n.kind() != Kind.PERSON
                                            || !n.part() && !n.name().things().isEmpty()));
            if (last > i && !taken) {
                add(sentence, span, "", found);
                i = last;
            }
        }
    }

    /** "The foreign minister, Anna Berg, said": two names in commas behind a title. */
    private boolean isAppositive(ReadSentence sentence, List<TextWord> words, int at) {
        TextWord before = words.get(at - 1);
        boolean comma = sentence.between(
                        before.span().end(), words.get(at).span().start())
                .strip()
                .equals(",");
        boolean title = NamesInText.isRank(before.text()) || cues.has("titles", before.folded());
        boolean two = isNamePart(words.get(at))
                && isNamePart(words.get(at + 1))
                && isBeside(sentence, words.get(at), words.get(at + 1));
        if (!comma || !title || !two) {
            return false;
        }
        int end = words.get(at + 1).span().end();
        String behind = sentence.between(end, sentence.span.end()).strip();
        return behind.isEmpty() || ",.;:)".indexOf(behind.charAt(0)) >= 0;
    }

    /** "Заместитель председателя Сената Анна Берг", "Minister of Investments Anna Berg": behind the body or subject of a title. */
    private boolean isBehindBody(ReadSentence sentence, List<TextWord> words, int at) {
        if (at < 2
                || !isBeside(sentence, words.get(at - 1), words.get(at))
                || !isBeside(sentence, words.get(at - 2), words.get(at - 1))
                || !isNamePart(words.get(at + 1))
                || OfficeTitle.isSubject(words.get(at).text())
                || OfficeTitle.isSubject(words.get(at + 1).text())) {
            return false;
        }
        TextWord before = words.get(at - 2);
        boolean title = NamesInText.isRank(before.text()) || cues.has("titles", before.folded());
        boolean rank = at > 2
                && cues.has("of subject", before.folded())
                && (NamesInText.isRank(words.get(at - 3).text())
                        || cues.has("titles", words.get(at - 3).folded()));
        boolean last = at + 2 >= words.size()
                || !words.get(at + 2).isCapital()
                || !isBeside(sentence, words.get(at + 1), words.get(at + 2));
        return last
                && (title && cues.has("bodies", words.get(at - 1).folded())
                        || rank
                                && words.get(at - 1).isCapital()
                                && !cues.has("bodies", words.get(at).folded()));
    }

    /** "With Anna Berg, Deputy Mayor of": two names in commas before a title. */
    private boolean isBeforeTitle(ReadSentence sentence, List<TextWord> words, int at) {
        if (at + 2 >= words.size()
                || !isNamePart(words.get(at + 1))
                || !isBeside(sentence, words.get(at), words.get(at + 1))
                || at > 0 && words.get(at - 1).isCapital() && isBeside(sentence, words.get(at - 1), words.get(at))) {
            return false;
        }
        String gap = sentence.between(
                words.get(at + 1).span().end(), words.get(at + 2).span().start());
        return gap.strip().equals(",")
                && words.subList(at + 2, Math.min(words.size(), at + 2 + BEHIND)).stream()
                        .anyMatch(w -> NamesInText.isRank(w.text()) || cues.has("titles", w.folded()));
    }

    private boolean isNamePart(TextWord word) {
        return word.isCapital()
                && word.text().length() > 1
                && !isTitle(word)
                && !cues.has("gathering", word.folded())
                && !cues.has("bodies", word.folded());
    }

    private static boolean isBeside(ReadSentence sentence, TextWord word, TextWord next) {
        return sentence.between(word.span().end(), next.span().start()).isBlank();
    }

    private boolean isTitled(ReadSentence sentence, TextWord before, TextWord word) {
        return isBeside(sentence, before, word)
                && (NamesInText.isRank(before.text())
                        || cues.has("honorifics", before.folded())
                        || cues.has("titles", before.folded()));
    }

    private boolean isTitle(TextWord word) {
        return NamesInText.isRank(word.text())
                || cues.has("titles", word.folded())
                || cues.has("honorifics", word.folded())
                || cues.has("before", word.folded())
                || cues.has("links", word.folded())
                || !NamesInText.adjectiveOf(word.text()).isEmpty();
    }

    private boolean isName(TextWord word) {
        return !cues.has("meeting", word.folded()) && !cues.has("visit", word.folded());
    }

    /**
     * Whether a word is the surname of somebody of whom the text has not told before, and not a common word or another's name: nothing that
     * speaks of things stands before it, and no given name that is not theirs.
     */
    private boolean isTold(ReadSentence sentence, ReadSentence.Named named) {
        List<TextWord> before = sentence.words.stream()
                .filter(w -> w.span().end() <= named.span().start())
                .toList();
        if (before.isEmpty()) {
            return true;
        }
        TextWord last = before.getLast();
        boolean beside =
                sentence.between(last.span().end(), named.span().start()).isBlank();
        boolean titled = NamesInText.isRank(last.text())
                || cues.has("honorifics", last.folded())
                || cues.has("titles", last.folded());
        boolean thing = cues.has("articles", last.folded())
                || last.text().matches("\\d+")
                || !NamesInText.adjectiveOf(last.text()).isEmpty();
        boolean other = last.isCapital()
                && before.size() > 1
                && !titled
                && sentence.names.stream().noneMatch(n -> n.span().overlaps(last.span()));
        return !beside || titled || !thing && !other;
    }

    private void surnames(ReadSentence sentence, List<PersonMention> found) {
        Set<TextSpan> seen = new HashSet<>();
        for (ReadSentence.Named named : sentence.names) {
            if (named.kind() != Kind.PERSON
                    || found.stream().anyMatch(m -> m.span().overlaps(named.span()))) {
                continue;
            }
            String printed = sentence.between(named.span().start(), named.span().end());
            String key = called(printed, named.span());
            if (key == null && !meant(named).isEmpty() && isTold(sentence, named)) {
                key = meant(named);
                keys.put(key, key);
            }
            if (key != null && seen.add(named.span())) {
                found.add(mention(sentence, named.span(), keys.getOrDefault(key, ""), key));
            }
        }
        // Surnames of people who are new, or of whom the list has another spelling.
        for (TextWord word : sentence.words) {
            String key = word.isCapital() ? called(word.text(), word.span()) : null;
            if (key != null
                    && word.text().length() > 2
                    && found.stream().noneMatch(m -> m.span().overlaps(word.span()))
                    && sentence.names.stream()
                            .noneMatch(n -> n.span().overlaps(word.span()) && n.kind() != Kind.PERSON)) {
                found.add(mention(sentence, word.span(), keys.getOrDefault(key, ""), key));
            }
        }
    }
}
