package org.entente.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.entente.execution.Select;
import org.entente.names.NameRow;
import org.entente.store.NameIndex;

/**
 * The names of the collection inside the sentences of any text, found as in questions: in any case, script and spelling, the longest first.
 * Immutable; reading it once serves all texts of a state.
 */
public final class NamesInText {
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final AskFacts facts;

    /**
     * A name in a sentence.
     *
     * @param start of its first character in the sentence
     * @param end behind its last character
     * @param kind of what it most probably means
     * @param part whether it is only a part of a name, such as a surname
     */
    public record Name(int start, int end, Kind kind, boolean part, List<FoundName.Thing> things) {
        public Name {
            things = List.copyOf(things);
        }

        /** The things of a kind that it may mean: IRIs. */
        public List<String> iris(Kind wanted) {
            return things.stream()
                    .filter(t -> t.kind() == wanted)
                    .map(FoundName.Thing::iri)
                    .toList();
        }

        /** The one thing that it means; "" if that is open. */
        public String iri() {
            return things.size() == 1 ? things.getFirst().iri() : "";
        }
    }

    private NamesInText(AskFacts facts) {
        this.facts = facts;
    }

    /** Reads the names of the state that the select sees. */
    public static NamesInText of(NameIndex names, Select select) {
        return new NamesInText(AskFacts.of(names, select));
    }

    /** The same with the names that are kept. */
    public NamesInText with(Predicate<NameRow> kept) {
        return new NamesInText(facts.with(NameList.of(facts.names, kept)));
    }

    /** The language of a text by its letters and small words. */
    public static AskLanguage language(String text) {
        long letters = LETTER.matcher(text).results().count();
        long cyrillic = CYRILLIC.matcher(text).results().count();
        return cyrillic * 2 > letters
                ? AskLanguage.RU
                : LanguageGuess.of(CYRILLIC.matcher(text).replaceAll(" "), "de");
    }

    /** One sentence, with the names in it. */
    public Read read(String text, AskLanguage language) {
        Sentence sentence = Sentence.asWritten(text, language);
        List<FoundName> mentions = MentionFinder.in(sentence, facts, List.of());
        List<FoundName> offices = OfficeFinder.in(sentence, facts, mentions).mentions().stream()
                .filter(m -> m.kind() == Kind.POST && m.things().size() == 1 && !mentions.contains(m))
                .toList();
        return new Read(sentence, mentions, offices);
    }

    /** The names in all languages by which a thing is called. */
    public List<String> names(String iri) {
        return facts.list.names(iri);
    }

    /** The country or region whose adjective a word is, by its English name; "" if it is none. */
    public static String adjectiveOf(String word) {
        return Countries.of(Word.fold(word)).orElse("");
    }

    /** A sentence that was read. */
    public final class Read {
        private final Sentence sentence;
        private final List<FoundName> mentions;
        private final List<FoundName> offices;

        private Read(Sentence sentence, List<FoundName> mentions, List<FoundName> offices) {
            this.sentence = sentence;
            this.mentions = mentions;
            this.offices = offices;
        }

        /** The names, in their order. */
        public List<Name> names() {
            return of(mentions);
        }

        /** The offices that are described and not named, where it is clear which: "der kasachische Botschafter in Berlin". */
        public List<Name> described() {
            return of(offices);
        }

        private List<Name> of(List<FoundName> found) {
            List<Name> names = new ArrayList<>();
            for (FoundName m : found) {
                names.add(new Name(
                        sentence.words().get(m.from()).start(),
                        sentence.words().get(m.to() - 1).end(),
                        m.kind(),
                        m.how() == FoundName.How.PART,
                        m.things()));
            }
            return names;
        }

        /** The offices that a part of the sentence describes, as well as it tells: "kasachischer Außenminister". */
        public List<String> offices(int start, int end) {
            int from = sentence.wordAt(start);
            int to = sentence.wordAt(end - 1) + 1;
            if (from >= to || to > sentence.words().size()) {
                return List.of();
            }
            List<FoundName> within = mentions.stream()
                    .filter(m -> m.kind() != Kind.PERSON && m.from() >= from && m.to() <= to)
                    .toList();
            return OfficeFinder.described(sentence, facts, within, from, to);
        }
    }

    /** The offices of a state: of whom, where and in which body. */
    public List<String> bodiesOf(String post) {
        return facts.bodiesOf(post).stream().filter(b -> !b.isEmpty()).toList();
    }

    /** The countries and regions for which somebody is known to have acted, with those around them. */
    public List<String> sidesOf(String person) {
        return List.copyOf(facts.sides.getOrDefault(person, java.util.Set.of()));
    }

    /** What an office represents; "" if unknown. */
    public String represents(String post) {
        AskFacts.Office office = facts.offices.get(post);
        return office == null ? "" : office.of();
    }

    /** The state in which a country or region lies; itself if it lies in none. */
    public String state(String polity) {
        return facts.within.getOrDefault(polity, java.util.Set.of()).stream()
                .filter(around -> around.contains("/state/"))
                .findFirst()
                .orElse(polity);
    }

    /** The series to which an event belongs; "" for none. */
    public String series(String event) {
        AskFacts.Event of = facts.events.get(event);
        return of == null ? "" : of.series();
    }

    /** All offices. */
    public List<String> posts() {
        return List.copyOf(facts.offices.keySet());
    }

    /** Whether a title can be that of an office. */
    public boolean fits(String title, String post) {
        return org.entente.names.OfficeTitle.of(OfficeNames.nominative(title)).comparedWith(facts.titles(post))
                == org.entente.names.OfficeTitle.Verdict.AGREES;
    }

    /** Whether a title is that of another office than this. */
    public boolean isOther(String title, String post) {
        return org.entente.names.OfficeTitle.of(OfficeNames.nominative(title)).comparedWith(facts.titles(post))
                == org.entente.names.OfficeTitle.Verdict.DIFFERS;
    }

    /** Whether a title has the adjective of another country or region than the one that an office represents: "Swedish foreign minister". */
    public boolean isOfOther(String title, String post) {
        String of = represents(post);
        List<String> own = new ArrayList<>(names(of));
        own.addAll(names(state(of)));
        if (of.isEmpty() || own.stream().noneMatch(Countries::has)) {
            return false;
        }
        String[] words = title.strip().split("[^\\p{L}-]+");
        int rank = words.length - 1;
        while (rank > 0 && !isRank(words[rank])) {
            rank--;
        }
        String country = "";
        for (int i = 0; i < rank && country.isEmpty(); i++) {
            // what stands between belongs to the office: "Swedish Deputy Foreign Minister"
            boolean another = java.util.Arrays.stream(words, i + 1, rank).anyMatch(NamesInText::isRank);
            country = another ? "" : adjectiveOf(words[i]);
        }
        return !country.isEmpty() && !own.contains(country);
    }

    /** Whether a title names another chamber of a parliament than the names of an office and of its body do: "Deputy Chair of the Senate". */
    public boolean isOfOtherChamber(String title, String post) {
        Set<String> printed = Chambers.in(title);
        if (printed.isEmpty()) {
            return false;
        }
        Set<String> own = new HashSet<>();
        facts.titles(post).forEach(name -> own.addAll(Chambers.in(name)));
        bodiesOf(post).forEach(body -> names(body).forEach(name -> own.addAll(Chambers.in(name))));
        return !own.isEmpty() && Collections.disjoint(own, printed);
    }

    /** The given names of people, in lower case. */
    public java.util.Set<String> givenNames() {
        java.util.Set<String> given = new java.util.HashSet<>();
        for (String thing : facts.list.things()) {
            if (Kind.of(facts.names.classes(thing)) == Kind.PERSON) {
                for (String name : facts.list.names(thing)) {
                    String[] words = name.strip().split("\\s+");
                    if (words.length > 1 && words[0].length() > 2 && name.indexOf(',') < 0) {
                        given.add(Word.fold(words[0]));
                    }
                }
            }
        }
        return given;
    }

    /** Whether a word names an office. */
    public static boolean isRank(String word) {
        return OfficeNames.isRank(word);
    }
}
