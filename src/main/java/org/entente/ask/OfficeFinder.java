package org.entente.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.ask.FoundName.How;
import org.entente.ask.FoundName.Thing;
import org.entente.names.OfficeTitle;
import org.jspecify.annotations.Nullable;

/**
 * Finds offices that are described, not named: "kasachischer Außenminister", "Germany's ambassador to Kazakhstan". The country of an envoy
 * is never taken for the country that he is sent to, nor a country for one of its parts. An office directly beside a person is a title.
 */
final class OfficeFinder {
    private static final Set<String> LINKS = Set.of(
            "of", "the", "for", "in", "to", "and", "der", "die", "das", "des", "dem", "den", "von", "für", "im", "und",
            "zu", "beim", "aus", "at", "в", "по", "при", "и", "на", "du", "de");
    private static final Set<String> TOWARDS = Set.of("in", "to", "nach", "в", "на", "beim", "im");
    private static final List<String> BEFORE = List.of(
            "vize*",
            "stellvertretend*",
            "erste*",
            "parlamentarisch*",
            "deputy",
            "vice",
            "first",
            "prime",
            "general",
            "honorary",
            "federal",
            "заместител*",
            "зам",
            "первый",
            "первого",
            "первому",
            "первым",
            "вице",
            "генеральн*",
            "почетн*",
            "федеральн*",
            "премьер",
            "президент*",
            "state",
            "amtierend*",
            "damalig*",
            "ehemalig*",
            "früher*",
            "former",
            "then",
            "тогдашн*",
            "бывш*",
            "frühere*");
    /** A consulate is no consul. */
    private static final Set<String> HOUSES = Set.of("consulate", "embassy", "ministry");

    private static final List<String> COUNTING =
            List.of("erste*", "first", "перв*", "zweite*", "second", "letzte*", "last", "nächste*", "next");

    private static final Set<String> ENVOYS = Set.of("ambassador", "consulGeneral", "honoraryConsul");

    private final Sentence sentence;
    private final AskFacts facts;
    private final List<FoundName> mentions;
    private final Set<Integer> titles = new LinkedHashSet<>();
    private final List<WordKeys> keys;

    private OfficeFinder(Sentence sentence, AskFacts facts, List<FoundName> mentions) {
        this.sentence = sentence;
        this.facts = facts;
        this.mentions = new ArrayList<>(mentions);
        this.keys = sentence.words().stream()
                .map(word -> WordKeys.of(word.text(), false))
                .toList();
    }

    /**
     * What was found.
     *
     * @param titles words that are the title of somebody who is named
     */
    record Found(List<FoundName> mentions, Set<Integer> titles) {}

    static Found in(Sentence sentence, AskFacts facts, List<FoundName> mentions) {
        OfficeFinder finder = new OfficeFinder(sentence, facts, mentions);
        finder.find();
        finder.mentions.sort(Comparator.comparingInt(FoundName::from));
        return new Found(finder.mentions, finder.titles);
    }

    /** The offices that the words from the first to before the last describe, as far as they tell. */
    static List<String> described(Sentence sentence, AskFacts facts, List<FoundName> mentions, int from, int to) {
        OfficeFinder finder = new OfficeFinder(sentence, facts, mentions);
        FoundName named = mentions.stream()
                .filter(m -> m.kind() == Kind.POST && m.from() >= from && m.to() <= to)
                .findFirst()
                .orElse(null);
        return finder.meant(from, to, named);
    }

    private void find() {
        for (int i = 0; i < sentence.words().size(); i++) {
            Word word = sentence.words().get(i);
            FoundName in = at(i);
            FoundName post = in != null && in.kind() == Kind.POST ? in : null;
            boolean house = isHouse(i) || i > 0 && isHouse(i - 1);
            if (word.text().length() < 4 || isVerb(word) || house || !isRank(i) || in != null && post == null) {
                continue;
            }
            int from = post != null ? post.from() : i;
            int to = post != null ? post.to() : i + 1;
            from = left(from);
            int most = right(to);
            if (most == from + 1
                    && post == null
                    && Grammar.in(sentence.language()).isHarmless(word.folded())) {
                continue;
            }
            if (most < sentence.words().size()
                    && at(most) == null
                    && isParliament(sentence.words().get(most))) {
                // "presidents of German parliaments" are no one office.
                continue;
            }
            if (isTitle(from, to, most)) {
                i = to;
                continue;
            }
            if (post != null && from == post.from() && most == post.to()) {
                i = to - 1;
                continue;
            }
            i = office(from, to, most, post) - 1;
        }
    }

    /** "Consulate", also before "General". */
    private boolean isHouse(int word) {
        return Concepts.of(sentence.words().get(word).text()).stream().anyMatch(c -> HOUSES.contains(c.name()));
    }

    /** "Chaired" is what a chair did, not the office. */
    private boolean isVerb(Word word) {
        return sentence.language() == AskLanguage.EN && word.folded().endsWith("ed");
    }

    /** "Minister", or the end of "State Secretary". */
    private boolean isRank(int word) {
        String text = sentence.words().get(word).text();
        return OfficeNames.isRank(text)
                || word > 0
                        && at(word - 1) == null
                        && sentence.behind(word - 1).isBlank()
                        && OfficeNames.isRank(sentence.words().get(word - 1).text() + " " + text);
    }

    private int left(int from) {
        int start = from;
        while (start > 0) {
            Word before = sentence.words().get(start - 1);
            FoundName named = at(start - 1);
            boolean polity = named != null && named.kind() == Kind.POLITY && isOwner(named);
            boolean body = named != null
                    && named.kind() == Kind.BODY
                    && before.end() + 1 == sentence.words().get(start).start();
            if (named != null && (polity || body)) {
                start = named.from();
            } else if (BEFORE.stream().anyMatch(pattern -> Lexicon.Phrase.matches(pattern, before.folded()))
                    || named == null && OfficeTitle.isSubject(before.text()) && !OfficeNames.isRank(before.text())) {
                start--;
            } else {
                return start;
            }
        }
        return start;
    }

    /** "Kasachstans Botschafter", "German ambassador"; not "in Kasachstan Botschafter". */
    private boolean isOwner(FoundName named) {
        if (named.how() == How.ADJECTIVE) {
            return true;
        }
        String before =
                named.from() == 0 ? "" : sentence.words().get(named.from() - 1).folded();
        return !TOWARDS.contains(before) && !before.equals("with") && !before.equals("mit");
    }

    private int right(int to) {
        int end = to;
        int at = to;
        while (at < sentence.words().size()
                && (sentence.behind(at - 1).isBlank()
                        || sentence.words().get(at).glued())) {
            Word next = sentence.words().get(at);
            FoundName named = at(at);
            if (named != null
                    && (named.kind() == Kind.POLITY || named.kind() == Kind.PLACE || named.kind() == Kind.BODY)) {
                end = at = named.to();
            } else if (named == null
                    && (OfficeTitle.isSubject(next.text()) || OfficeNames.isRank(next.text()) || isPartOfName(next))) {
                end = ++at;
            } else if (LINKS.contains(next.folded())) {
                at++;
            } else {
                return end;
            }
        }
        return end;
    }

    private boolean isParliament(Word word) {
        return List.of("landtag*", "landesparlament*", "parlament*", "parliaments", "ландтаг*", "парламент*", "state")
                .stream()
                .anyMatch(pattern -> Lexicon.Phrase.matches(pattern, word.folded()));
    }

    /** Words that only stand in names of offices and bodies. */
    private boolean isPartOfName(Word word) {
        return Lexicon.Phrase.matches("angelegenheit*", word.folded())
                || List.of(
                                "affairs",
                                "дел",
                                "дела",
                                "делам",
                                "правительств*",
                                "республик*",
                                "republic",
                                "republik",
                                "federal",
                                "resettlers",
                                "ethnic",
                                "minorities",
                                "переселенц*",
                                "национальн*",
                                "меньшинств*",
                                "федеральн*",
                                "committee",
                                "general",
                                "land",
                                "landes",
                                "bundes",
                                "government")
                        .stream()
                        .anyMatch(pattern -> Lexicon.Phrase.matches(pattern, word.folded()));
    }

    /** Whether a person is named directly behind the office, or behind its country. */
    private boolean isTitle(int from, int to, int most) {
        for (int end : new int[] {to, most}) {
            FoundName next = at(end);
            if (next != null
                    && next.kind() == Kind.PERSON
                    && sentence.behind(end - 1).isBlank()) {
                for (int i = from; i < end; i++) {
                    titles.add(i);
                }
                int last = end;
                mentions.removeIf(m -> m.from() >= from && m.to() <= last);
                return true;
            }
        }
        FoundName before = from == 0 ? null : at(from - 1);
        if (before != null
                && before.kind() == Kind.PERSON
                && sentence.behind(from - 1).strip().equals(",")) {
            for (int i = from; i < most; i++) {
                titles.add(i);
            }
            mentions.removeIf(m -> m.from() >= from && m.to() <= most);
            return true;
        }
        return false;
    }

    /** The longest description that means any office; if none does, the office is unknown. Returns the word behind it. */
    private int office(int from, int to, int most, @org.jspecify.annotations.Nullable FoundName named) {
        for (int end = most; end >= to; end--) {
            if (end < most && LINKS.contains(sentence.words().get(end - 1).folded())) {
                continue;
            }
            int last = end;
            if (mentions.stream().anyMatch(m -> m.from() < last && m.to() > last)) {
                continue;
            }
            List<String> meant = meant(from, end, named);
            if (!meant.isEmpty()) {
                replace(
                        from,
                        end,
                        meant.stream().map(iri -> new Thing(iri, Kind.POST)).toList());
                return end;
            }
            if (end > to
                    && mentions.stream().anyMatch(m -> m.to() == last && m.from() >= to && m.kind() != Kind.PLACE)) {
                // A country that fits no office makes it another office: it must not be left out.
                break;
            }
        }
        replace(from, most, List.of());
        return most;
    }

    private void replace(int from, int to, List<Thing> things) {
        mentions.removeIf(m -> m.from() >= from && m.to() <= to);
        mentions.add(new FoundName(from, to, Kind.POST, things, How.DESCRIBED));
    }

    private List<String> meant(int from, int to, @org.jspecify.annotations.Nullable FoundName named) {
        OfficeTitle title = OfficeTitle.of(OfficeNames.nominative(sentence.part(from, to)));
        List<String> best = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (AskFacts.Office office : facts.offices.values()) {
            List<String> names = facts.titles(office.iri());
            boolean called = named != null && named.iris(Kind.POST).contains(office.iri());
            if (countsWrongly(office.iri(), from, to) || isOfOtherBody(office.iri(), from, to)) {
                continue;
            }
            if (!called && title.comparedWith(names) != OfficeTitle.Verdict.AGREES || !fits(office, from, to)) {
                continue;
            }
            int left = facts.labels(office.iri()).names().stream()
                                    .mapToInt(name -> missing(name, from, to))
                                    .min()
                                    .orElse(99)
                            * 2
                    + (called ? 0 : 1);
            if (left < least) {
                best.clear();
                least = left;
            }
            if (left == least) {
                best.add(office.iri());
            }
        }
        return best;
    }

    /** The president of the Bundestag is not that of the Bundesrat. */
    private boolean isOfOtherBody(String office, int from, int to) {
        return sentence.words().subList(from, to).stream()
                .flatMap(word -> OfficeNames.body(word.text()).stream())
                .anyMatch(body -> !facts.isOfBody(office, body));
    }

    /** "The first president" is not the president, "deputy" no small word. */
    private boolean countsWrongly(String office, int from, int to) {
        for (int i = from; i < to; i++) {
            String folded = sentence.words().get(i).folded();
            if (COUNTING.stream().anyMatch(p -> Lexicon.Phrase.matches(p, folded))
                    && !facts.labels(office).has(keys.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether all countries, places and bodies of the description belong to the office, each in its role. */
    private boolean fits(AskFacts.Office office, int from, int to) {
        for (FoundName m : mentions) {
            if (m.from() < from || m.to() > to || m.kind() == Kind.POST) {
                continue;
            }
            String before =
                    m.from() == 0 ? "" : sentence.words().get(m.from() - 1).folded();
            boolean towards = m.how() != How.ADJECTIVE && TOWARDS.contains(before) && m.from() > from;
            boolean fits = ENVOYS.contains(office.kind())
                    ? m.things().stream()
                            .anyMatch(t -> towards
                                    ? t.iri().equals(office.to())
                                            || !t.iri().equals(office.of()) && isIn(office, m) && !names(m, office.of())
                                    : t.iri().equals(office.of()))
                    : m.things().stream()
                                    .anyMatch(t -> t.iri().equals(office.of())
                                            || t.iri().equals(office.in())
                                            || t.iri().equals(office.to()))
                            || m.kind() != Kind.POLITY && isIn(office, m);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean names(FoundName m, String iri) {
        return m.things().stream().anyMatch(t -> t.iri().equals(iri));
    }

    /** Whether the place stands in a name of the office. */
    private boolean isIn(AskFacts.Office office, FoundName m) {
        List<WordKeys> words = new ArrayList<>();
        for (int i = m.from(); i < m.to(); i++) {
            words.add(WordKeys.of(sentence.words().get(i).text(), true));
        }
        return facts.labels(office.iri()).names().stream()
                .anyMatch(name -> words.stream().allMatch(w -> name.stream().anyMatch(n -> n.likeness(w) > 0)));
    }

    /** The number of telling words of a name of an office that the description does not have. */
    private int missing(List<WordKeys> name, int from, int to) {
        int missing = 0;
        for (WordKeys word : name) {
            boolean said = false;
            for (int i = from; i < to && !said; i++) {
                said = word.likeness(keys.get(i)) > 0
                        || OfficeNames.body(sentence.words().get(i).text())
                                .filter(word.written()::startsWith)
                                .isPresent();
            }
            boolean country = mentions.stream()
                    .filter(m -> m.from() >= from && m.to() <= to && m.kind() == Kind.POLITY)
                    .flatMap(m -> m.things().stream())
                    .anyMatch(t -> facts.labels(t.iri()).has(word)
                            || Countries.of(word.written()).isPresent());
            boolean rank = OfficeNames.isRank(word.written())
                    && OfficeTitle.of(word.written())
                                    .comparedWith(List.of(OfficeNames.nominative(sentence.part(from, to))))
                            != OfficeTitle.Verdict.DIFFERS;
            missing += said || country || rank ? 0 : 1;
        }
        // What is said and not in the name counts, too: "Federal President" is no president of a land.
        for (int i = from; i < to; i++) {
            Word own = sentence.words().get(i);
            WordKeys key = keys.get(i);
            FoundName in = at(i);
            boolean idle = LINKS.contains(own.folded())
                    || OfficeNames.isRank(own.text())
                    || OfficeTitle.isSubject(own.text())
                    || in != null && in.kind() != Kind.POST;
            missing += idle || name.stream().anyMatch(word -> word.likeness(key) > 0) ? 0 : 1;
        }
        return missing;
    }

    private @Nullable FoundName at(int word) {
        return mentions.stream()
                .filter(m -> m.from() <= word && word < m.to())
                .findFirst()
                .orElse(null);
    }
}
