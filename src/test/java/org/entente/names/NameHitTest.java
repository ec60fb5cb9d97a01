package org.entente.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entente.names.NameMatches.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, how well, and why. */
class NameHitTest {
    private static final NameTable TABLE = NameTable.of(List.of(
            row("tymoshenko", "Yulia Tymoshenko", "en"),
            row("lukashenko", "Alexander Lukashenko", "en"),
            row("navumau", "Uladzimir Navumau", "en"),
            row("tokayev", "Kassym-Jomart Tokajew", "de"),
            row("rau", "Albert Rau", "de"),
            row("sych", "Oleh Sych", "en"),
            row("dku", "Deutsch-Kasachische Universität", "de"),
            row("giz", "Gesellschaft für Internationale Zusammenarbeit", "de"),
            row("hsn", "Hochschule Nordhausen", "de"),
            row("kazatom", "ТОО Казатомпром", "ru"),
            row("wacker", "Wacker Chemie AG", "de"),
            row("kuznetsov", "Eduard Kuznetsov (politician)", "en"),
            row("xi", "Xi Jinping", "en"),
            row("eu", "EU Delegation Astana", "en")));

    private static NameRow row(String entity, String text, String language) {
        return new NameRow(entity, text, language, true);
    }

    @ParameterizedTest
    @CsvSource({
        "Тимошенко Юлія Володимирівна, tymoshenko, 'SCRIPT, ORDER, PATRONYMIC'",
        "Julia Timoschenko, tymoshenko, SPELLING",
        "Александр Лукашенко, lukashenko, 'SCRIPT, SIMILAR'",
        "Владимир Наумов, navumau, 'SCRIPT, SIMILAR'",
        "'Lukaschenko, A.', lukashenko, 'SPELLING, ORDER, INITIAL'",
        "Vice Minister Rau, rau, 'OFFICE, PART'",
        "Dr. Albert Rau, rau, TITLE",
        "DKU, dku, ABBREVIATION",
        "GIZ, giz, ABBREVIATION",
        "HSN, hsn, ABBREVIATION",
        "Universität Deutsch-Kasachische, dku, ORDER",
        "Казатомпром, kazatom, LEGAL_FORM",
        "Kazatomprom LLP, kazatom, SCRIPT",
        "Wacker Chemie GmbH, wacker, LEGAL_FORM",
        "Эдуард Кузнецов, kuznetsov, SCRIPT",
        "Kasymjomart Tokaev, tokayev, SPELLING",
        "'Rau, Albert', rau, ORDER",
        "'TOKAJEW, KASSYM-JOMART', tokayev, ORDER",
        "'Rau Albert', rau, ORDER",
        "Kassym Jomart TOKAJEW, tokayev, MARKS"
    })
    void a_name_is_found_and_says_why(String asked, String entity, String reasons) {
        NameHit hit = TABLE.search(asked, 1, e -> true).getFirst();
        assertThat(hit.name().entity()).isEqualTo(entity);
        assertThat(hit.why()).as(hit.toString()).extracting(Enum::name).containsExactlyInAnyOrder(reasons.split(", "));
        assertThat(hit.whyIn("de")).isNotEqualTo(hit.whyIn("en"));
    }

    @ParameterizedTest
    @CsvSource({
        "Xi, xi, TOKENS",
        "EU, eu, TOKENS",
        "Ei, , NONE",
        "U, , NONE",
        "von der, , NONE",
        "A., , NONE",
        "II, , NONE"
    })
    void a_very_short_name_means_only_the_same_word(String asked, String entity, Level level) {
        NameMatches matches = TABLE.match(asked);
        assertThat(matches.level()).isEqualTo(level);
        assertThat(matches.entity().orElse(null)).isEqualTo(entity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Al\u200bbert Rau", "\u200eAlbert Rau", "Albert R\u00adau", "\ufeffALBERT RAU"})
    void characters_that_cannot_be_seen_change_no_name(String asked) {
        NameHit hit = TABLE.search(asked, 1, e -> true).getFirst();
        assertThat(hit.why()).containsExactly(NameReason.SAME);
        assertThat(hit.score()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Tokaj\u0435w, tokayev, 'LOOKALIKE, PART'",
        "\u0422okajew, tokayev, 'LOOKALIKE, PART'",
        "Rom\u0430n \u0412\u0435rger, berger, LOOKALIKE",
        "Р\u006fман Б\u0065рг\u0065р, berger, 'SCRIPT, LOOKALIKE'",
        "R\u0430u \u0410lb\u0435rt, rau, 'LOOKALIKE, ORDER'",
        "\u0421ыч Ол\u0065г, sych, 'SCRIPT, LOOKALIKE, ORDER, SIMILAR'",
        "\u0425i Jinping, xi, SCRIPT"
    })
    void letters_of_the_other_script_are_read_as_what_they_look_like(String asked, String entity, String reasons) {
        NameTable table = NameTable.of(List.of(
                row("tokayev", "Kassym-Jomart Tokajew", "de"),
                row("rau", "Albert Rau", "de"),
                row("berger", "Roman Berger", "de"),
                row("sych", "Oleh Sych", "en"),
                row("xi", "Xi Jinping", "en")));
        NameHit hit = table.search(asked, 1, e -> true).getFirst();
        assertThat(hit.name().entity()).isEqualTo(entity);
        assertThat(hit.why()).as(hit.toString()).extracting(Enum::name).containsExactlyInAnyOrder(reasons.split(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "Штайнмайер, steinmeier",
        "Штайнмаєр, steinmeier",
        "Штейнмейер, steinmeier",
        "Франк-Вальтер Штайнмайер, steinmeier",
        "Ф.-В. Штайнмайер, steinmeier",
        "Шойбле, schaeuble",
        "Келер, koehler",
        "Кёлер, koehler",
        "Герц, herz",
        "Вайгерт, weigert",
        "Ейхель, eichel",
        "Эйхель, eichel",
        "Гейгер, geiger",
        "Хайко Маас, maas",
        "Гайко Маас, maas",
        "Бербок, baerbock",
        "Гейдеманн, heidemann",
        "Хайдеман, heidemann",
        "Шрёдер, schroeder",
        "Шредер, schroeder",
        "Мюллер, mueller",
        "Міллер, mueller",
        "Юнкер, juncker",
        "Кислер, kiesler"
    })
    void a_german_name_is_the_same_in_its_usual_russian_and_ukrainian_spelling(String asked, String entity) {
        NameTable german = NameTable.of(List.of(
                row("steinmeier", "Frank-Walter Steinmeier", "de"),
                row("steinmeier", "Steinmeier", "de"),
                row("steinmeier", "Dr. Steinmeier", "de"),
                row("schaeuble", "Wolfgang Schäuble", "de"),
                row("koehler", "Horst Köhler", "de"),
                row("herz", "Guido Herz", "de"),
                row("weigert", "Roland Weigert", "de"),
                row("eichel", "Hans Eichel", "de"),
                row("geiger", "Michaela Geiger", "de"),
                row("maas", "Heiko Maas", "de"),
                row("baerbock", "Annalena Baerbock", "de"),
                row("heidemann", "Anke Heidemann", "de"),
                row("schroeder", "Gerhard Schröder", "de"),
                row("mueller", "Gerd Müller", "de"),
                row("juncker", "Jean-Claude Juncker", "de"),
                row("kiesler", "Matthias Kiesler", "de")));
        NameHit hit = german.search(asked, 1, e -> true).getFirst();
        assertThat(hit.name().entity()).isEqualTo(entity);
        assertThat(hit.level()).isNotEqualTo(Level.NONE);
        assertThat(hit.score()).isGreaterThan(0.77);
        assertThat(hit.why())
                .contains(NameReason.SCRIPT)
                .doesNotContain(NameReason.SIMILAR, NameReason.SPELLING, NameReason.TITLE);
        assertThat(german.match(asked).entities()).contains(entity);
    }

    @Test
    void the_beginning_of_a_german_name_in_cyrillic_is_proposed_once_it_tells() {
        NameTable table = NameTable.of(List.of(
                row("weisig", "Frank Weisig", "de"),
                row("vassilenko", "Roman Vassilenko", "de"),
                row("steinmeier", "Frank-Walter Steinmeier", "de")));
        assertThat(table.suggest("Васс", 1, e -> true).getFirst().name().entity())
                .isEqualTo("vassilenko");
        assertThat(table.suggest("Штайн", 1, e -> true).getFirst().name().entity())
                .isEqualTo("steinmeier");
    }

    @Test
    void a_transcription_of_german_unites_no_names_in_latin_letters() {
        assertThat(NormalForm.of("Maier").contains(NormalForm.of("Meier"))).isFalse();
        assertThat(NormalForm.of("Gans").contains(NormalForm.of("Hans"))).isFalse();
        assertThat(NormalForm.of("Miller").contains(NormalForm.of("Müller"))).isFalse();
        assertThat(NormalForm.of("Миллер").contains(NormalForm.of("Müller"))).isTrue();
    }

    @Test
    void a_title_is_named_as_a_difference_only_where_no_name_is_alike_in_it() {
        NameTable titled = NameTable.of(
                List.of(new NameRow("a", "Dr. Berger", "de", false), new NameRow("a", "Berger", "de", false)));
        assertThat(titled.search("Бергер", 1, e -> true).getFirst().name().text())
                .isEqualTo("Berger");
        assertThat(titled.search("д-р Бергер", 1, e -> true).getFirst().name().text())
                .isEqualTo("Dr. Berger");
    }

    private static final NameTable OFFICES = NameTable.of(List.of(
            row("minister-th", "Wirtschaftsminister von Thüringen", "de"),
            row("ministry-th", "Thüringer Wirtschaftsministerium", "de"),
            row("minister-kz", "Wirtschaftsminister Kasachstans", "de"),
            row("minister-energy", "Minister of Energy of Kyrgyzstan", "en"),
            row("ministry-energy", "Ministry of Energy of Kyrgyzstan", "en"),
            row("minister-labour", "Министр труда Казахстана", "ru"),
            row("ministry-labour", "Министерство труда Казахстана", "ru"),
            row("berlin", "Berlin", "de"),
            row("ambassador", "Botschafter Kasachstans in Deutschland", "de"),
            row("president-by", "Ministerpräsident von Bayern", "de"),
            row("president-st", "Ministerpräsident von Sachsen-Anhalt", "de"),
            row("daz", "DAZ", "de"),
            row("kazguu", "KAZGUU", "en"),
            row("bmi", "BMI", "de"),
            row("wmu", "WMU GmbH", "de"),
            row("merkel", "Angela Merkel", "de")));

    @ParameterizedTest
    @CsvSource({
        "Wirtschaftsministerium Thüringen, ministry-th",
        "Wirtschaftsminister Thüringen, minister-th",
        "Ministerium für Energie Kirgisistan Ministry of Energy, ministry-energy",
        "Minister of Energy, minister-energy",
        "Министерство труда, ministry-labour",
        "Министр труда, minister-labour"
    })
    void a_ministry_is_no_minister(String asked, String entity) {
        List<NameHit> hits = OFFICES.search(asked, 2, e -> true);
        assertThat(hits).first().satisfies(hit -> assertThat(hit.name().entity())
                .isEqualTo(entity));
    }

    @ParameterizedTest
    @CsvSource({
        "Wirtschaftsminister (Thüringen), minister-th",
        "Wirtschaftsminister (Kasachstan), minister-kz",
        "Ministerpräsident (Sachsen-Anhalt), president-st",
        "Ministerpräsident [Bayern], president-by",
        "Angela Merkel (Bundeskanzlerin), merkel",
        "Merkel (Berlin), merkel",
        "(Merkel), merkel"
    })
    void what_stands_in_brackets_helps_to_choose(String asked, String entity) {
        assertThat(OFFICES.search(asked, 1, e -> true))
                .first()
                .satisfies(hit -> assertThat(hit.name().entity()).isEqualTo(entity));
    }

    @Test
    void a_town_is_not_nearly_an_ambassador_in_it() {
        assertThat(OFFICES.search("Botschafter (Kasachstan) in Berlin", 5, e -> true))
                .allSatisfy(hit -> assertThat(hit.score()).isLessThan(0.75))
                .anySatisfy(hit -> assertThat(hit.name().entity()).isEqualTo("ambassador"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAAD", "KazNU", "BMWi", "von", "der", "of the"})
    void another_abbreviation_is_no_misspelling_and_a_particle_no_name(String asked) {
        assertThat(OFFICES.search(asked, 5, e -> true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MERKLE, merkel", "daaz, daz", "KAZGUU, kazguu", "kazgu, kazguu", "BMI, bmi"})
    void a_surname_in_capitals_may_be_misspelt(String asked, String entity) {
        assertThat(OFFICES.search(asked, 1, e -> true))
                .first()
                .satisfies(hit -> assertThat(hit.name().entity()).isEqualTo(entity));
    }

    private static final List<NameRow> UNINFLECTED = List.of(
            row("tokayev", "Kassym-Jomart Tokajew", "de"),
            row("tokayev", "Tokajew", "de"),
            row("scholz", "Olaf Scholz", "de"),
            row("steinmeier", "Frank-Walter Steinmeier", "de"),
            row("rau", "Albert Rau", "de"),
            row("sklyar", "Roman Sklyar", "en"),
            row("sych", "Oleh Sych", "uk"));

    @ParameterizedTest
    @CsvSource({
        "Тоқаевтың, tokayev",
        "Тоқаевқа, tokayev",
        "Токаева, tokayev",
        "Токаевым, tokayev",
        "Tokajews, tokayev",
        "Tokayev's, tokayev",
        "Олафом Шольцем, scholz",
        "Штайнмайера, steinmeier",
        "Raus, rau",
        "Романа Скляра, sklyar",
        "Романом Скляром, sklyar"
    })
    void a_name_is_found_in_the_case_a_sentence_needs(String asked, String entity) {
        NameHit hit = NameTable.of(UNINFLECTED).search(asked, 1, e -> true).getFirst();
        assertThat(hit.name().entity()).isEqualTo(entity);
        assertThat(hit.score()).isBetween(0.6, NameHit.CLEAR - 0.01);
        assertThat(hit.why()).contains(NameReason.INFLECTED).doesNotContain(NameReason.SIMILAR);
    }

    @Test
    void whoever_is_really_called_so_comes_before_the_inflected_name_of_another() {
        List<NameRow> rows = new ArrayList<>(UNINFLECTED);
        rows.add(row("tokayeva", "Айгүл Токаева", "kk"));
        assertThat(NameTable.of(rows).search("Токаева", 2, e -> true))
                .first()
                .satisfies(hit -> assertThat(hit.name().entity()).isEqualTo("tokayeva"))
                .satisfies(hit -> assertThat(hit.why()).doesNotContain(NameReason.INFLECTED));
        assertThat(NameTable.of(UNINFLECTED)
                        .search("Токаева", 1, e -> true)
                        .getFirst()
                        .score())
                .isLessThan(0.75);
    }

    @Test
    void a_full_name_is_clear_and_a_surname_is_not() {
        assertThat(NameHit.clear(TABLE.search("Олександр Лукашенко", 2, e -> true)))
                .hasValueSatisfying(hit -> assertThat(hit.name().entity()).isEqualTo("lukashenko"));
        assertThat(NameHit.clear(TABLE.search("Lukashenko", 2, e -> true))).isEmpty();
        assertThat(NameHit.clear(TABLE.search("Viktor Lukashenko", 2, e -> true)))
                .isEmpty();
        assertThat(NameHit.clear(List.of())).isEmpty();
    }

    private static final NameTable ALIASES = NameTable.of(List.of(
            row("scholz", "Olaf Scholz", "de"),
            row("scholz", "Scholz", "de"),
            row("tokayev", "Kassym-Schomart Tokajew", "de"),
            row("tokayev", "Касым-Жомарт Токаев", "ru"),
            row("tokayev", "Tokajew", "de"),
            row("navumau", "Uladzimir Navumau", "be"),
            row("navumau", "Наумов", "ru"),
            row("tymoshenko", "Yulia Tymoshenko", "en"),
            row("tymoshenko", "Tymoshenko", "en")));

    @ParameterizedTest
    @CsvSource({"X. Scholz, O. Scholz", "'Scholz, X.', 'Scholz, O.'", "Z. Tokajew, K. Tokajew", "П. Токаев, К. Токаев"})
    void a_wrong_initial_counts_against_the_fuller_name_where_a_surname_alone_would_forgive_it(
            String wrong, String right) {
        NameHit other = ALIASES.search(wrong, 1, e -> true).getFirst();
        assertThat(other.score()).isLessThan(0.7);
        assertThat(other.why()).contains(NameReason.OTHER_INITIAL);
        NameHit fitting = ALIASES.search(right, 1, e -> true).getFirst();
        assertThat(fitting.score()).isGreaterThan(0.8);
        assertThat(fitting.why()).contains(NameReason.INITIAL);
    }

    @ParameterizedTest
    @CsvSource({"В. Наумов, navumau", "J. Tymoshenko, tymoshenko", "К. К. Токаев, tokayev"})
    void an_initial_in_another_language_or_of_a_patronymic_is_no_wrong_one(String asked, String entity) {
        NameHit hit = ALIASES.search(asked, 1, e -> true).getFirst();
        assertThat(hit.name().entity()).isEqualTo(entity);
        assertThat(hit.score()).isGreaterThan(0.7);
        assertThat(hit.why()).doesNotContain(NameReason.OTHER_INITIAL);
    }

    @Test
    void an_initial_that_fits_says_no_less_than_the_surname_alone() {
        NameTable full = NameTable.of(List.of(row("scholz", "Olaf Scholz", "de"), row("rau", "Albert Rau", "de")));
        double surname = full.search("Scholz", 1, e -> true).getFirst().score();
        assertThat(full.search("O. Scholz", 1, e -> true).getFirst().score()).isGreaterThan(surname);
        assertThat(full.search("X. Scholz", 1, e -> true).getFirst().score()).isLessThan(surname - 0.1);
    }

    @Test
    void another_first_name_scores_less_than_the_surname_alone_however_common_it_is() {
        List<NameRow> rows =
                new ArrayList<>(List.of(row("scholz", "Olaf Scholz", "de"), row("scholz", "Scholz", "de")));
        for (int i = 0; i < 300; i++) {
            rows.add(row(
                    "peter" + i,
                    "Peter " + "bdfgklmnrs".charAt(i % 10) + "aeiou".charAt(i / 10 % 5) + "ckermann",
                    "de"));
        }
        NameHit hit =
                NameTable.of(rows).search("Peter Scholz", 1, "scholz"::equals).getFirst();
        assertThat(hit.score()).isLessThan(0.75);
        assertThat(hit.why()).containsExactly(NameReason.OTHER_WORD);
    }

    @Test
    void two_of_one_name_are_never_clear() {
        NameTable two = NameTable.of(List.of(row("a", "Pavlo Kostenko", "en"), row("b", "Pavlo Kostenko", "en")));
        assertThat(NameHit.clear(two.search("Павло Костенко", 2, e -> true))).isEmpty();
    }
}
