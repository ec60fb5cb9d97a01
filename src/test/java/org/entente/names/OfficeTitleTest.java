package org.entente.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.names.OfficeTitle.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vize-Außenminister Kasachstans | Deputy Minister of Foreign Affairs of Kazakhstan",
                "замминистра иностранных дел | Deputy Minister of Foreign Affairs of Kazakhstan",
                "Wirtschafts- und Wissenschaftsminister | Minister of Economy, Science and Digitalisation of Saxony-Anhalt",
                "Minister für Wissenschaft | Minister of Economy, Science and Digitalisation of Saxony-Anhalt",
                "Vizekanzler und Wirtschaftsminister | Vice-Chancellor of Germany",
                "Vizekanzler und Wirtschaftsminister | Federal Minister for Economic Affairs",
                "Vize-Präsident des kasachstanischen Parlaments | Deputy Chair of the Mazhilis",
                "Präsident des Bundesrates (Ministerpräsident des Landes) | Minister-President of Schleswig-Holstein",
                "Чрезвычайный и Полномочный Посол ФРГ | Ambassador of Germany to Kazakhstan",
                "Staatssekretär im bayerischen Wirtschaftsministerium | State Secretary for Economic Affairs",
                "Deputy of the German Bundestag | Member of the German Bundestag",
                "Akim des Gebiets Karaganda | Akim of Karaganda Region",
                "GENERALKONSULIN | Consul General of Germany in Almaty"
            })
    void titles_of_one_office_agree_across_languages_and_forms(String title, String post) {
        assertThat(verdict(title, post)).isEqualTo(Verdict.AGREES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Außenminister | Deputy Minister of Foreign Affairs of Kazakhstan",
                "Minister für Bildung und Wissenschaft | Minister of Energy of Kyrgyzstan",
                "Staatssekretär im bayerischen Wirtschaftsministerium | Bavarian Minister of Economy",
                "Bundespräsident | President of the Bundesrat",
                "Botschafter | Consul General of Germany in Almaty",
                "Bundesministerpräsident | Federal Chancellor of Germany",
                "Премьер-министр | President of Kazakhstan",
                "Landwirtschaftsminister | Minister of Economy"
            })
    void titles_of_different_offices_differ(String title, String post) {
        assertThat(verdict(title, post)).isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "der hohe Gast | Federal President of Germany",
                "Leiter der Abteilung | Ambassador of Germany to Kazakhstan",
                "дипломат | Consul General of Germany in Almaty",
                "Minister | Coordinator of the Federal Foreign Office",
                "MdB | Federal Commissioner for Ethnic German Resettlers",
                "'' | Minister"
            })
    void what_is_not_understood_contradicts_nothing(String title, String post) {
        assertThat(verdict(title, post)).isEqualTo(Verdict.UNREAD);
    }

    @ParameterizedTest
    @CsvSource({"Außenminister", "Präsidentin des Landtages", "Ministerpräsident", "Vizepremierminister"})
    void a_title_agrees_with_itself_among_names_of_other_languages(String title) {
        assertThat(OfficeTitle.of(title).comparedWith(List.of("Министр труда", title)))
                .isEqualTo(Verdict.AGREES);
    }

    @Property
    void any_text_is_read_and_never_differs_from_itself(@ForAll String text) {
        assertThat(verdict(text, text)).isNotEqualTo(Verdict.DIFFERS);
    }

    private static Verdict verdict(String title, String post) {
        return OfficeTitle.of(title).comparedWith(List.of(post));
    }
}
