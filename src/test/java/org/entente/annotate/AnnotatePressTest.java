package org.entente.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.ShippedCollection;
import org.entente.execution.Select;
import org.entente.time.TextDates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Press texts that were made up, about people of the shipped collection and others: several events in one, days told from the day of print. */
class AnnotatePressTest {
    private static final class Shipped {
        static final Annotator ANNOTATOR = ShippedCollection.store()
                .read(dataset -> Annotator.of(ShippedCollection.store().names(), Select.on(dataset)));
    }

    private static Annotation annotate(String text, String published) {
        return Shipped.ANNOTATOR.annotate(text, published);
    }

    private static List<String> cards(String file, String published) {
        try (InputStream in = AnnotatePressTest.class.getResourceAsStream("/annotate/" + file)) {
            return annotate(
                            new String(
                                    java.util.Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8),
                            published)
                    .cards()
                    .stream()
                    .map(AnnotatePressTest::said)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String said(Card card) {
        List<String> who = card.participants().stream()
                .map(p -> p.who().isEmpty() ? p.name() : last(p.who()))
                .sorted()
                .toList();
        List<String> where =
                card.places().stream().map(p -> last(p.iri())).sorted().toList();
        return card.kind() + " " + card.status() + " " + card.date() + " " + where + " " + who;
    }

    private static String last(String iri) {
        return iri.replaceFirst(".*/", "");
    }

    @Test
    void a_heading_and_its_sentence_are_one_talk_and_who_took_part_in_it_is_on_its_card() {
        assertThat(cards("embassy-visit.de.txt", "2023-05-11"))
                .containsExactly(
                        "MEETING held 2023-05-09 [magdeburg] [armin-willingmann, nurlan-onzhanov, reiner-haseloff]",
                        "MEETING cancelled 2023-05-17 [magdeburg] [gunnar-schellenberger]",
                        "VISIT held 2023-05-10 [] [nurlan-onzhanov]",
                        "VISIT announced 2023-09 [astana] [reiner-haseloff]");
    }

    @Test
    void what_is_denied_has_no_day_of_something_else_and_is_no_talk_once_more() {
        assertThat(cards("denied-talk.de.txt", "2023-06-12"))
                .contains("MEETING denied [2023-06-05..2023-06-11] [berlin] [roland-weigert, shavkat-mirziyoyev]")
                .noneMatch(card -> card.startsWith("MEETING held"));
    }

    @Test
    void half_a_sentence_is_denied_and_a_surname_is_that_of_whom_the_text_named_last() {
        assertThat(cards("namesake.de.txt", "2023-05-06"))
                .contains(
                        "VISIT held 2023-05-03/2023-05-05 [kazakhstan] [carsten-feller]",
                        "MEETING held 2023-05-05 [astana] [carsten-feller, dinara-chsheglova]",
                        "MEETING denied  [astana] [carsten-feller, olzhas-bektenov]",
                        "CEREMONY held 2023-05-05 [astana] [Feller, Peter Feller]");
    }

    @Test
    void what_is_yet_to_come_gives_no_place_to_what_has_been() {
        assertThat(cards("cancelled-talk.en.txt", "2023-07-20"))
                .contains(
                        "MEETING held 2023-07-17 [astana] [monika-iwersen, roland-weigert, roman-sklyar]",
                        "VISIT announced 2023-07-26 [almaty] [roland-weigert]",
                        "MEETING held 2023-07-19 [] [roland-weigert, roman-vassilenko]",
                        "MEETING cancelled 2023-07-21 [almaty] [kassym-jomart-tokayev, roland-weigert]");
    }

    @Test
    void the_day_on_which_it_was_said_is_not_the_day_of_the_visit() {
        assertThat(cards("predecessor.en.txt", "2023-09-21"))
                .contains(
                        "MEETING announced [2023-09-28..2023-09-29] [berlin] [kassym-jomart-tokayev, olaf-scholz]",
                        "VISIT held 2012 [berlin] [nursultan-nazarbayev]",
                        "MEETING denied 2023-03 [berlin] [Johannes Scholz, kassym-jomart-tokayev]");
    }

    @Test
    void somebody_new_is_found_by_the_title_before_or_behind_the_name() {
        assertThat(cards("trade-fair.en.txt", "2024-05-06"))
                .containsExactly(
                        "VISIT held 2024-05-03 [munich] [Laziz Kudratov]",
                        "MEETING held 2024-05-03 [munich] [Hubert Aiwanger, Laziz Kudratov]",
                        "VISIT held 2024-05-04 [] [Kudratov]",
                        "CEREMONY held 2024-05-04 [munich] [Aiwanger, Kudratov]",
                        "MEETING announced  [tashkent] [Kudratov]");
    }

    @Test
    void russian_days_and_a_delegation_of_a_country() {
        assertThat(cards("delegation.ru.txt", "2023-05-06"))
                .containsExactly(
                        "MEETING held 2023-05-04 [astana] [roland-weigert, roman-sklyar]",
                        "VISIT held 2023-05-03/2023-05-05 [kazakhstan] [roland-weigert]",
                        "MEETING held 2023-05-05 [almaty] [roland-weigert, roman-vassilenko]",
                        "MEETING cancelled 2023-05-12 [almaty] [kassym-jomart-tokayev, roland-weigert]");
        assertThat(cards("next-monday.ru.txt", "2024-03-14"))
                .contains(
                        "VISIT announced 2024-03-18 [karaganda] [monika-iwersen]",
                        "MEETING held 2024-03-11 [] [monika-iwersen, Ольгой Перепечиной]",
                        "MEETING held 2024-03-11 [] [erlan-karin, monika-iwersen]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Er war Berater des kasaschischen Präsidenten Nursultan Nasarbajew. | nursultan-nazarbayev",
                "Er war Leiter der Administration von Staatspräsident Kassym-Jomart Tokajew. | kassym-jomart-tokayev",
                "Wir hatten unter seinem Vorgänger, Präsident Nasarbajew, gute Beziehungen. | nursultan-nazarbayev",
                "Er folgt somit auf Guido Herz. | guido-herz",
                "Steinmeier reiste auf Einladung des usbekischen Präsidenten Schawkat Mirsijojew. | shavkat-mirziyoyev",
                "He was an adviser to President Tokayev. | kassym-jomart-tokayev",
                "She succeeds Guido Herz. | guido-herz",
                "Он вручил послание Президента Казахстана Н.А. Назарбаева. | nursultan-nazarbayev",
                "Присутствовал советник Президента Нурсултана Назарбаева. | nursultan-nazarbayev"
            })
    void who_is_only_spoken_of_is_not_there(String text, String who) {
        assertThat(annotate(text, "2020-01-01").people())
                .filteredOn(p -> p.iri().endsWith("/" + who))
                .isNotEmpty()
                .allMatch(PersonMention::aside);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "am Dienstag | 2024-05-14",
                "am Donnerstag | 2024-05-16",
                "am vergangenen Donnerstag | 2024-05-09",
                "am kommenden Donnerstag | 2024-05-23",
                "next Monday | 2024-05-20",
                "on Friday evening | 2024-05-10",
                "в следующую пятницу | 2024-05-17",
                "во вторник | 2024-05-14",
                "in der vergangenen Woche | [2024-05-06..2024-05-12]",
                "next week | [2024-05-20..2024-05-26]",
                "в прошлом месяце | 2024-04",
                "vorgestern | 2024-05-14",
                "завтра | 2024-05-17",
                "с 3 по 5 мая | 2024-05-03/2024-05-05",
                "Am 29. Februar 2024, am Tag darauf | 2024-03-01"
            })
    void days_and_weeks_are_told_from_the_day_of_print(String text, String edtf) {
        assertThat(TextDates.in("Das war " + text + ".", "2024-05-16").getLast().edtf())
                .isEqualTo(edtf);
        assertThat(TextDates.in("Der Morgen am Montag in Sonntagsruhe", "2024-05"))
                .isEmpty();
    }
}
