package org.entente.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.FoundName.How;
import org.entente.ask.FoundName.Thing;
import org.entente.time.DateFinder;

/** Finds the names of the collection inside a question: the longest first, each word in one name only. */
final class MentionFinder {
    private static final int LONGEST = 12;
    private static final int TELLING_TITLE = 4;
    private static final Set<String> BODIES =
            Set.of("university", "institute", "ministry", "committee", "parliament", "embassy");

    private record Match(int from, int to, NameList.Entry entry, int likeness) {}

    private final Sentence sentence;
    private final AskFacts facts;
    private final Grammar grammar;
    private final List<WordKeys> keys = new ArrayList<>();

    private MentionFinder(Sentence sentence, AskFacts facts) {
        this.sentence = sentence;
        this.facts = facts;
        this.grammar = Grammar.in(sentence.language());
        for (Word word : sentence.words()) {
            keys.add(WordKeys.of(word.text(), word.isCapital() && !word.isAbbreviation()));
        }
    }

    /** The mentions, in their order. */
    static List<FoundName> in(Sentence sentence, AskFacts facts, List<DateFinder.Found> dates) {
        MentionFinder finder = new MentionFinder(sentence, facts);
        List<FoundName> found = finder.named();
        finder.bodies(found);
        finder.quoted(found);
        found.removeIf(m -> m.length() == 1 && sentence.words().get(m.from()).isNumber());
        finder.adjectives(found);
        found.sort(Comparator.comparingInt(FoundName::from));
        return found;
    }

    private List<FoundName> named() {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < sentence.words().size(); i++) {
            for (NameList.Entry entry : facts.list.beginning(keys.get(i))) {
                match(i, entry, matches);
            }
        }
        matches.sort(Comparator.comparingInt((Match m) -> m.from - m.to)
                .thenComparing(m -> m.entry.part())
                .thenComparing(m -> -m.likeness));
        List<FoundName> found = new ArrayList<>();
        boolean[] taken = new boolean[sentence.words().size()];
        for (Match best : matches) {
            if (isFree(taken, best)) {
                List<Match> same = matches.stream()
                        .filter(m -> m.from == best.from && m.to == best.to && m.likeness == best.likeness)
                        .filter(m -> m.entry.part() == best.entry.part())
                        .toList();
                for (int i = best.from; i < best.to; i++) {
                    taken[i] = true;
                }
                found.add(mention(best, same));
            }
        }
        return found;
    }

    private static boolean isFree(boolean[] taken, Match match) {
        for (int i = match.from; i < match.to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private FoundName mention(Match best, List<Match> all) {
        String last = sentence.words().get(best.to - 1).folded();
        List<Match> same = all.stream()
                .filter(m -> all.size() == 1 || m.entry.kind() != Kind.PERSON || fitsGender(last, m.entry))
                .toList();
        if (same.isEmpty()) {
            same = all;
        }
        Map<String, Thing> things = new HashMap<>();
        same.forEach(m -> things.putIfAbsent(m.entry.iri(), new Thing(m.entry.iri(), m.entry.kind())));
        List<Thing> sorted = things.values().stream()
                .sorted(Comparator.comparing(Thing::kind).thenComparing(Thing::iri))
                .toList();
        How how = best.entry.part() ? How.PART : best.likeness == 3 ? How.WRITTEN : How.SPELT;
        return new FoundName(best.from, best.to, sorted.getFirst().kind(), sorted, how);
    }

    /** "Назарбаевым" is a man, "Назарбаевой" a woman. */
    private static boolean fitsGender(String word, NameList.Entry entry) {
        boolean woman = entry.words().getLast().written().matches(".*(?:[oe]va|ina|aya|ова|ева|ина|ая)");
        boolean man = entry.words().getLast().written().matches(".*(?:[oe]v|in|ов|ев|ин)");
        return !(word.matches(".*(?:[ое]в|ин)(?:ым|ом)?") && woman) && !(word.matches(".*(?:[ое]в|ин)ой") && man);
    }

    private void match(int from, NameList.Entry entry, List<Match> matches) {
        int at = from;
        int likeness = 3;
        for (int k = 0; k < entry.words().size(); k++) {
            while (k > 0
                    && at < sentence.words().size()
                    && NameList.isSmall(sentence.words().get(at).folded())) {
                at++;
            }
            if (at >= sentence.words().size() || at - from > LONGEST) {
                return;
            }
            int like = keys.get(at).likeness(entry.words().get(k));
            if (like == 0) {
                return;
            }
            likeness = Math.min(likeness, like);
            at++;
        }
        if (likeness == 1 && entry.kind() == Kind.PERSON && isSpelledLikeHere(entry.iri())) {
            boolean heard =
                    isCyrillic(from) && (!entry.part() || entry.words().size() > 1 || isUsual(keys.get(from), entry));
            if (!heard) {
                return;
            }
        }
        if (entry.title() && entry.words().size() < TELLING_TITLE || !stands(from, at, entry, likeness)) {
            return;
        }
        matches.add(new Match(from, at, entry, likeness));
    }

    /** German names are spelled one way: "Schröder" is no spelling of "Schreider". Only what was transcribed is compared by its sound. */
    private boolean isSpelledLikeHere(String person) {
        return facts.sides.getOrDefault(person, Set.of()).stream()
                .anyMatch(side ->
                        facts.names.label(side, "en").filter("Germany"::equals).isPresent());
    }

    /** Whether the word is the usual transcription of a surname: "Шредер" is that of "Schröder", not of "Schreider". */
    private boolean isUsual(WordKeys word, NameList.Entry entry) {
        return facts.list.names(entry.iri()).stream()
                .map(name ->
                        org.entente.names.NormalForm.of(name.replace('-', ' ')).tokens())
                .filter(tokens -> !tokens.isEmpty())
                .map(List::getLast)
                .anyMatch(token -> token.transcribed().isEmpty()
                        ? token.readings().stream().anyMatch(word.sounds()::contains)
                        : word.sounds().contains(token.transcribed().getFirst()));
    }

    private boolean isCyrillic(int word) {
        return Character.UnicodeScript.of(sentence.words().get(word).text().codePointAt(0))
                == Character.UnicodeScript.CYRILLIC;
    }

    /** Whether the name is not merely a part of a longer one, nor a common word. */
    private boolean stands(int from, int to, NameList.Entry entry, int likeness) {
        Word first = sentence.words().get(from);
        if (to - from == 1) {
            if (!first.isCapital()
                    || grammar.isSmall(first.folded())
                    || likeness < 3 && first.isAbbreviation() && !isInflected(first)) {
                return false;
            }
            if (likeness == 1 && (grammar.isHarmless(first.folded()) || entry.kind() == Kind.PERSON && !entry.part())) {
                return false;
            }
        } else if (entry.kind() == Kind.PERSON && !first.isCapital()) {
            return false;
        }
        boolean before = first.glued()
                && Countries.of(first.folded()).isEmpty()
                && from > 0
                && Countries.of(sentence.words().get(from - 1).folded()).isEmpty();
        boolean behind = to < sentence.words().size()
                && sentence.words().get(to).glued()
                && !Concepts.isOne(sentence.words().get(to).text());
        if (before || behind) {
            return false;
        }
        return entry.kind() != Kind.PERSON || !entry.part() || !isOtherPerson(from, to, entry);
    }

    private static boolean isInflected(Word word) {
        return word.text().endsWith("s");
    }

    /** "Wladimir Scholz" is not Olaf Scholz; "O. Scholz" is, "J. Scholz" is not. */
    private boolean isOtherPerson(int from, int to, NameList.Entry entry) {
        if (from == 0) {
            return false;
        }
        Word before = sentence.words().get(from - 1);
        String between = sentence.text()
                .substring(before.end(), sentence.words().get(from).start());
        if (between.equals(".") || between.equals(". ") || between.equals(" ")) {
            if (before.text().length() <= 2 && between.startsWith(".") && before.isCapital()) {
                return facts.list.names(entry.iri()).stream()
                        .noneMatch(name -> WordKeys.plain(name).startsWith(WordKeys.plain(before.text()))
                                || sound(before.text()).equals(sound(name.substring(0, 1))));
            }
            return before.isCapital() && isUnknown(from - 1);
        }
        return false;
    }

    private static String sound(String initial) {
        return WordKeys.plain(initial)
                .replace("р", "r")
                .replace("м", "m")
                .replace("н", "n")
                .replace("а", "a")
                .replace("в", "v")
                .replace("к", "k")
                .replace("о", "o")
                .replace("д", "d")
                .replace("г", "g")
                .replace("ш", "s")
                .replace("т", "t")
                .replace("и", "i")
                .replace("э", "e")
                .replace("л", "l")
                .replace("б", "b")
                .replace("с", "s");
    }

    /** Whether nothing explains the word: it is the given name of somebody else. */
    private boolean isUnknown(int word) {
        Word each = sentence.words().get(word);
        String folded = each.folded();
        return !(word == 0
                || grammar.isSmall(folded)
                || grammar.isHarmless(folded)
                || Countries.of(folded).isPresent()
                || org.entente.time.TextDates.isWeekday(each.text())
                || Concepts.isOne(each.text())
                || OfficeNames.isRank(each.text())
                || OfficeNames.isRank(sentence.part(word - 1, word + 1))
                || grammar.classes().values().stream()
                        .flatMap(List::stream)
                        .flatMap(p -> p.words().stream())
                        .anyMatch(pattern -> Lexicon.Phrase.matches(pattern, folded))
                || facts.list.beginning(keys.get(word)).stream()
                        .anyMatch(e -> e.kind() != Kind.PERSON
                                && e.words().size() == 1
                                && keys.get(word).likeness(e.words().getFirst()) > 0)
                || facts.list.beginning(keys.get(word)).stream()
                        .anyMatch(e ->
                                e.part() && keys.get(word).likeness(e.words().getFirst()) > 1));
    }

    /** "Universität Jena": a kind of body and a proper name that only one body has. */
    private void bodies(List<FoundName> found) {
        for (int i = 0; i < sentence.words().size(); i++) {
            int from = i;
            if (Concepts.of(sentence.words().get(i).text()).stream().noneMatch(c -> BODIES.contains(c.name()))) {
                continue;
            }
            for (int to = Math.min(i + 4, sentence.words().size()); to > i + 1; to--) {
                int end = to;
                Word last = sentence.words().get(to - 1);
                boolean free = found.stream().noneMatch(m -> m.from() < end && from < m.to());
                if (!free
                        || !last.isCapital()
                        || grammar.isSmall(last.folded())
                        || Countries.of(last.folded()).isPresent()) {
                    continue;
                }
                List<Thing> things = facts
                        .names
                        .match(sentence.part(from, to), Set.of(org.entente.vocab.EntClass.ORGANIZATION.getURI()))
                        .rows()
                        .stream()
                        .map(row -> new Thing(row.entity(), Kind.BODY))
                        .toList();
                if (things.size() == 1) {
                    found.add(new FoundName(from, to, Kind.BODY, things, How.PART));
                    break;
                }
            }
        }
    }

    /** What stands in quotation marks may be the title of a source, or its beginning. */
    private void quoted(List<FoundName> found) {
        java.util.regex.Matcher quoted = java.util.regex.Pattern.compile("[„“\"«‚'‘](.{4,200}?)[“”\"»‘’'](?![\\p{L}])")
                .matcher(sentence.text());
        while (quoted.find()) {
            String title = WordKeys.plain(quoted.group(1)).strip();
            Set<Thing> things = new LinkedHashSet<>();
            for (String iri : facts.list.things()) {
                boolean document = Kind.of(facts.names.classes(iri)) == Kind.DOCUMENT;
                if (document
                        && facts.list.names(iri).stream()
                                .anyMatch(name -> WordKeys.plain(name).startsWith(title))) {
                    things.add(new Thing(iri, Kind.DOCUMENT));
                }
            }
            int from = sentence.wordAt(quoted.start(1));
            int to = sentence.wordAt(quoted.end(1) - 1) + 1;
            if (!things.isEmpty()) {
                found.removeIf(m -> m.from() < to && from < m.to());
                found.add(new FoundName(from, to, Kind.DOCUMENT, List.copyOf(things), How.PART));
            }
        }
    }

    private void adjectives(List<FoundName> found) {
        for (int i = 0; i < sentence.words().size(); i++) {
            int at = i;
            if (found.stream().anyMatch(m -> m.from() <= at && at < m.to())) {
                continue;
            }
            Countries.of(sentence.words().get(i).folded()).ifPresent(country -> {
                org.entente.names.NameMatches known = facts.names.match(country, Set.of());
                // A part is not the whole: Saxony is not Saxony-Anhalt.
                boolean whole = known.level() == org.entente.names.NameMatches.Level.EXACT;
                List<Thing> things = (whole ? known.rows() : List.<org.entente.names.NameRow>of())
                        .stream()
                                .map(row -> new Thing(row.entity(), Kind.of(facts.names.classes(row.entity()))))
                                .filter(t -> t.kind() == Kind.POLITY || t.kind() == Kind.PLACE)
                                .sorted(Comparator.comparing(Thing::kind))
                                .toList();
                found.add(new FoundName(at, at + 1, Kind.POLITY, things, How.ADJECTIVE));
            });
        }
    }
}
