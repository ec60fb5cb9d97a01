package org.entente.names;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What an office is about, or whose it is, and the words for it (normal form, anywhere in a word). */
enum Portfolio {
    FOREIGN("außen", "auswärtig", "foreign", "иностранн", "сыртқы"),
    ECONOMY("wirtschaft", "econom", "экономик", "экономическ"),
    TRADE("handel", "trade", "commerce", "торговл"),
    SCIENCE("wissenschaft", "science", "forschung", "research", "наук"),
    EDUCATION("bildung", "education", "образован", "schul"),
    CULTURE("kultur", "culture", "cultural", "культур"),
    INTERIOR("innenminister", "inneren", "innern", "interior", "внутренн"),
    ENERGY("energie", "energy", "энергетик"),
    LABOUR("arbeit", "labour", "labor", "труд"),
    HEALTH("gesundheit", "health", "здравоохранен"),
    DEFENCE("verteidigung", "defence", "defense", "оборон"),
    JUSTICE("justiz", "justice", "юстиц"),
    FINANCE("finanz", "financ", "финанс"),
    AGRICULTURE("landwirtschaft", "agricultur", "сельск"),
    TRANSPORT("verkehr", "transport", "транспорт"),
    ENVIRONMENT("umwelt", "environment", "эколог"),
    INDUSTRY("industrie", "industry", "индустр", "промышленн"),
    INVESTMENT("investition", "investment", "инвестиц"),
    EUROPE("europa", "europe"),
    DIGITAL("digital", "цифров"),
    RESETTLERS("aussiedler", "resettler", "переселен"),
    STATE(
            "bundespräsident",
            "federal president",
            "staatspräsident",
            "staatschef",
            "staatsoberhaupt",
            "head of state",
            "глава государства",
            "главы государства"),
    PARLIAMENT(
            "landtag",
            "bundestag",
            "bundesrat",
            "parlament",
            "parliament",
            "bürgerschaft",
            "mazhilis",
            "maschilis",
            "majilis",
            "senat",
            "senate",
            "мажилис",
            "сенат",
            "парламент"),
    UNIVERSITY("universität", "hochschule", "university", "университет");

    record Word(String text, Portfolio portfolio) {}

    /** The longest first: agriculture is no economy, although its German word ends in one. */
    static final List<Word> WORDS = Arrays.stream(values())
            .flatMap(portfolio -> portfolio.words.stream().map(word -> new Word(NormalForm.exact(word), portfolio)))
            .sorted(Comparator.comparingInt((Word word) -> -word.text().length()))
            .toList();

    private final List<String> words;

    Portfolio(String... words) {
        this.words = List.of(words);
    }
}
