package org.entente.names;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What kind of office a title names, and the words for it in German, English, Russian and Kazakh (normal form, beginnings of words). */
enum Rank {
    HEAD_OF_GOVERNMENT(
            "ministerpräsident",
            "minister president",
            "premierminister",
            "premier",
            "prime minister",
            "regierungschef",
            "head of government",
            "премьер министр",
            "премьер",
            "глава правительства"),
    CHANCELLOR("bundeskanzler", "kanzler", "chancellor", "канцлер", "bk in"),
    MINISTER("minister", "министр", "министрі"),
    MINISTER_OF_STATE("staatsminister", "minister of state", "государственный министр"),
    STATE_SECRETARY(
            "staatssekretär",
            "staatssektretär",
            "state secretary",
            "secretary of state",
            "статс секретарь",
            "госсекретарь",
            "государственный секретарь"),
    AMBASSADOR("botschafter", "ambassador", "посол", "елшісі", "елші"),
    CONSUL_GENERAL("generalkonsul", "consul general", "general consul", "генеральный консул", "генконсул"),
    HONORARY_CONSUL("honorarkonsul", "honorary consul", "почетный консул", "почётный консул"),
    CONSUL("konsul", "consul", "консул"),
    /** Presidents, speakers and chairs: "President of the Senate" and "Chair of the Senate" are one office. */
    PRESIDING(
            "präsident",
            "president",
            "президент",
            "staatschef",
            "staatsoberhaupt",
            "head of state",
            "глава государства",
            "vorsitzende",
            "vorsitz",
            "chair",
            "speaker",
            "председател",
            "сопредседател",
            "төрағасы"),
    MEMBER_OF_PARLIAMENT(
            "abgeordnete",
            "landtagsmitglied",
            "mdb",
            "mdl",
            "deputierte",
            "mitglied des deutschen bundestag",
            "mitglied des bundestag",
            "mitglieder der hamburgischen bürgerschaft",
            "mitglied des landtag",
            "member of the german bundestag",
            "member of the bundestag",
            "bundestag member",
            "member of parliament",
            "member of the parliament",
            "deputy of the",
            "депутат"),
    HEAD_OF_A_PLACE(
            "oberbürgermeister",
            "bürgermeister",
            "lord mayor",
            "mayor",
            "akim",
            "hokim",
            "gouverneur",
            "governor",
            "аким",
            "әкім",
            "хоким",
            "мэр",
            "губернатор"),
    SENATOR("senatorin", "senator", "сенатор"),
    RECTOR("rektor", "rector", "ректор"),
    PLENIPOTENTIARY("bevollmächtigte beim", "bevollmächtigte des", "plenipotentiary of", "plenipotentiary to"),
    STATE_COUNSELLOR("staatsrat", "staatsrät", "state councillor", "state counsellor", "state counselor"),
    COMMISSIONER("beauftragte", "commissioner", "уполномоченн"),
    /** Words for whoever leads something: too general to contradict anything. */
    HEAD(
            "leiter",
            "chef",
            "head",
            "direktor",
            "director",
            "geschäftsführer",
            "manager",
            "руководител",
            "директор",
            "глава",
            "начальник");

    /** A word, where it is found in " words between blanks ", and what it says. */
    record Word(Pattern pattern, int length, Rank rank) {
        private static Word of(String text, Rank rank) {
            String exact = NormalForm.exact(text);
            // Long single words may end a German compound; the others begin a word. A ministry is no minister.
            String before = exact.length() > 5 && exact.indexOf(' ') < 0 ? "" : "(?<= )";
            return new Word(Pattern.compile(before + Pattern.quote(exact) + "(?!ium|ien|ial)"), exact.length(), rank);
        }
    }

    /** The longest first, so that "Ministerpräsident" is neither a minister nor a president. */
    static final List<Word> WORDS = Arrays.stream(values())
            .flatMap(rank -> rank.words.stream().map(word -> Word.of(word, rank)))
            .sorted(Comparator.comparingInt((Word word) -> -word.length()))
            .toList();

    private final List<String> words;

    Rank(String... words) {
        this.words = List.of(words);
    }

    /** Whether the word alone tells one office from another. */
    boolean tells() {
        return this != HEAD;
    }
}
