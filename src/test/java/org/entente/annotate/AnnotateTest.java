package org.entente.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.ShippedCollection;
import org.entente.draft.SourceDraft;
import org.entente.execution.Select;
import org.entente.sheet.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of our own about people and places of the shipped collection, and what is proposed for them. */
class AnnotateTest {
    private static final String ID = "https://w3id.org/entente/id/";

    private static final class Shipped {
        static final Annotator ANNOTATOR = ShippedCollection.store()
                .read(dataset -> Annotator.of(ShippedCollection.store().names(), Select.on(dataset)));
    }

    private static Annotation annotate(String text, String published) {
        return Shipped.ANNOTATOR.annotate(text, published);
    }

    private static Card only(String text, String published) {
        List<Card> cards = annotate(text, published).cards();
        assertThat(cards).hasSize(1);
        return cards.getFirst();
    }

    @Test
    void a_meeting_has_both_sides_their_offices_the_day_and_the_place() {
        String text =
                "Am 3. März traf Ministerpräsident Reiner Haseloff in Magdeburg den Botschafter Kasachstans, Dauren Karipov.";
        Card card = only(text, "2020-03-05");
        assertThat(card.kind()).isEqualTo(Card.EventKind.MEETING);
        assertThat(card.event()).isEmpty();
        assertThat(card.status()).isEqualTo("held");
        assertThat(card.date()).isEqualTo("2020-03-03");
        assertThat(card.printedDate().of(text)).isEqualTo("3. März");
        assertThat(card.places()).extracting(Card.Place::iri).contains(ID + "place/magdeburg");
        assertThat(card.participants())
                .extracting(Card.Participant::who, Card.Participant::post, p -> p.title()
                        .of(text))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                ID + "person/reiner-haseloff", ID + "post/st-minister-president", "Ministerpräsident"),
                        org.assertj.core.groups.Tuple.tuple(
                                ID + "person/dauren-karipov", ID + "post/ambassador-kz-de", "Botschafter Kasachstans"));
    }

    @Test
    void a_talk_is_not_the_reception_at_which_one_of_the_two_was_too() {
        Card card = only("Am 30. August 2017 sprach Armin Willingmann in Astana mit Roman Vassilenko.", "2017-09-01");
        assertThat(card.kind()).isEqualTo(Card.EventKind.MEETING);
        assertThat(card.event()).isEmpty();
    }

    @Test
    void a_weekday_before_a_name_is_not_the_given_name_of_somebody_else() {
        assertThat(annotate("Olaf Scholz was in Berlin. On Saturday Scholz received Albert Rau.", "2023-12-13")
                        .people())
                .extracting(PersonMention::iri)
                .containsExactly(ID + "person/olaf-scholz", ID + "person/olaf-scholz", ID + "person/albert-rau");
    }

    @Test
    void a_talk_of_two_states_is_not_the_summit_of_six_at_which_both_were_too() {
        assertThat(only("Olaf Scholz met Kassym-Jomart Tokayev in Berlin in 2023.", "2023-12-13")
                        .event())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Заместитель председателя Сената Анна Берг встретилась с Альбертом Рау в Астане. | Заместитель председателя Сената | ''
            Заместитель председателя Мажилиса Анна Берг встретилась с Альбертом Рау в Астане. | Заместитель председателя Мажилиса | kz-mazhilis-deputy-chair
            The Soviet Foreign Minister, Anna Berg, met Albert Rau in Astana. | Soviet Foreign Minister | ''
            The Vietnamese Foreign Minister, Anna Berg, met Albert Rau in Astana. | Vietnamese Foreign Minister | ''
            The Kazakh Foreign Minister, Anna Berg, met Albert Rau in Astana. | Kazakh Foreign Minister | kz-foreign-minister
            """)
    void a_country_or_chamber_that_a_title_names_is_that_of_the_office(String text, String title, String post) {
        assertThat(annotate(text, "2024-05-13").people())
                .filteredOn(p -> p.name().contains("Анна") || p.name().contains("Anna"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.title().of(text)).isEqualTo(title);
                    assertThat(p.post()).isEqualTo(post.isEmpty() ? "" : ID + "post/" + post);
                });
    }

    @Test
    void somebody_new_has_neither_the_event_nor_the_office_of_somebody_who_is_known() {
        Card card = only(
                "Am 12. Mai 2024 empfing Ministerpräsident Otto Beispielmann in Erfurt den kasachischen Botschafter Nurlan Onzhanov.",
                "2024-05-13");
        assertThat(card.event()).isEmpty();
        assertThat(card.participants())
                .extracting(Card.Participant::name, Card.Participant::post)
                .contains(org.assertj.core.groups.Tuple.tuple("Otto Beispielmann", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Albert Rau met Eckhard Franz in Astana on 4 May 2016. | held",
                "Albert Rau will am 4. Mai 2019 in Astana mit Eckhard Franz sprechen. | announced",
                "Albert Rau will meet Eckhard Franz in Astana on 4 May 2019. | announced",
                "The meeting of Albert Rau with Eckhard Franz in Astana was cancelled. | cancelled",
                "Das Treffen von Albert Rau mit Eckhard Franz wurde verschoben. | postponed",
                "Albert Rau dementiert ein Treffen mit Eckhard Franz. | denied",
                "Альберт Рау встретился с Экхардом Францем в Астане. | held"
            })
    void words_tell_the_status(String text, String status) {
        assertThat(annotate(text, "2017-01-10").cards()).isNotEmpty().allSatisfy(card -> {
            assertThat(card.status()).isEqualTo(status);
            assertThat(card.participants())
                    .extracting(Card.Participant::who)
                    .containsExactlyInAnyOrder(ID + "person/albert-rau", ID + "person/eckhard-franz");
        });
    }

    @Test
    void hosts_of_a_guest_are_met_one_by_one() {
        List<Card> cards = annotate(
                        "In Astana traf Staatssekretär Roland Weigert den Ersten Vize-Premierminister Roman Sklyar und Vize-Industrieministerin"
                                + " Dinara Chsheglova.",
                        "2023-07-20")
                .cards();
        assertThat(cards)
                .extracting(c -> c.participants().stream()
                        .map(p -> p.who().replace(ID + "person/", ""))
                        .sorted()
                        .toList())
                .containsExactly(
                        List.of("roland-weigert", "roman-sklyar"), List.of("dinara-chsheglova", "roland-weigert"));
        assertThat(cards)
                .extracting(Card::event)
                .containsExactly(ID + "event/weigert-sklyar-2023", ID + "event/weigert-chsheglova-2023");
    }

    @Test
    void whoever_is_called_by_the_office_only_is_the_one_whom_the_text_named_in_it() {
        List<Card> cards = annotate(
                        "Botschafter Dauren Karipov kam nach Halle. Am 4. März 2020 traf der Botschafter dort Ministerpräsident Reiner"
                                + " Haseloff.",
                        "2020-03-05")
                .cards();
        assertThat(cards.getLast().participants())
                .extracting(Card.Participant::who)
                .containsExactlyInAnyOrder(ID + "person/dauren-karipov", ID + "person/reiner-haseloff");
    }

    @Test
    void the_date_of_a_relative_clause_is_not_that_of_the_talk() {
        Card card = annotate(
                        "Am 3. März 2020 traf Reiner Haseloff Dauren Karipov, der am 7. Mai 2020 nach Halle reisen wird.",
                        "2020-03-05")
                .cards()
                .stream()
                .filter(c -> c.kind() == Card.EventKind.MEETING)
                .findFirst()
                .orElseThrow();
        assertThat(card.date()).isEqualTo("2020-03-03");
        assertThat(card.status()).isEqualTo("held");
    }

    @Test
    void who_speaks_at_a_conference_is_on_its_card() {
        Card card = only(
                "Am 3. März 2020 fand in Magdeburg eine Konferenz statt. Dauren Karipov betonte die guten Beziehungen. Grußworte der"
                        + " Veranstaltung kamen von Reiner Haseloff.",
                "2020-03-05");
        assertThat(card.kind()).isEqualTo(Card.EventKind.GATHERING);
        assertThat(card.participants())
                .extracting(Card.Participant::who)
                .containsExactly(ID + "person/dauren-karipov", ID + "person/reiner-haseloff");
    }

    @Test
    void a_name_in_commas_behind_a_title_is_somebody_new_and_an_unknown_town_is_not_the_one_before() {
        List<Card> cards = annotate(
                        "On 4 March 2020, Albert Rau met the Swedish Foreign Minister, Tobiasz Lindqvistson, in Astana. Roman Sklyar attended the"
                                + " talks. Rau will visit Malmö on 5 March 2020.",
                        "2020-03-06")
                .cards();
        assertThat(cards).extracting(Card::kind).containsExactly(Card.EventKind.MEETING, Card.EventKind.VISIT);
        assertThat(cards.getFirst().participants())
                .extracting(Card.Participant::name)
                .contains("Tobiasz Lindqvistson", "Roman Sklyar");
        assertThat(cards.getLast().places()).isEmpty();
        assertThat(cards.getFirst().participants())
                .filteredOn(p -> p.name().equals("Tobiasz Lindqvistson"))
                .extracting(Card.Participant::post)
                .containsExactly("");
    }

    @Test
    void the_year_of_a_name_is_no_date() {
        assertThat(only("Reiner Haseloff besuchte die EXPO 2017 in Astana.", "2021-05")
                        .date())
                .isEmpty();
    }

    @Test
    void a_talk_with_a_group_is_proposed_for_those_who_travel() {
        List<Card> cards = annotate(
                        "Roland Weigert reiste am 4. Mai 2021 nach Astana. Dort führte er Gespräche mit Vertretern der Wirtschaft. In dem"
                                + " Gespräch ging es um Energie.",
                        "2021-05-06")
                .cards();
        assertThat(cards).extracting(Card::kind).containsExactly(Card.EventKind.VISIT, Card.EventKind.MEETING);
    }

    @Test
    void a_common_word_and_a_namesake_are_nobody_of_the_collection() {
        assertThat(annotate("Die Länder trafen sich, und Wladimir Scholz traf Johanna Rau in Berlin.", "2020-01-01")
                        .people())
                .extracting(PersonMention::iri)
                .doesNotContain(ID + "person/andreas-lander", ID + "person/olaf-scholz", ID + "person/albert-rau");
    }

    @Test
    void a_text_without_reports_has_no_cards() {
        assertThat(annotate("Der Winter war lang, und es gab viel Schnee.", "2020-01-01")
                        .cards())
                .isEmpty();
    }

    @Test
    void every_field_is_printed_where_its_place_says() {
        String text =
                "Am 3. März 2020 traf Reiner Haseloff in Magdeburg Botschafter Dauren Karipov.\nDanach besuchte Karipov Halle.";
        Annotation annotation = annotate(text, "");
        for (PersonMention person : annotation.people()) {
            assertThat(person.span().of(text)).isEqualTo(person.name());
        }
        annotation.cards().forEach(card -> card.participants()
                .forEach(p -> assertThat(p.name()).isEqualTo(p.span().of(text))));
    }

    @Test
    void the_cards_become_a_source_like_one_written_by_hand() {
        Annotation annotation = annotate(
                "Am 3. März 2020 traf Ministerpräsident Reiner Haseloff in Magdeburg Botschafter Hans Neumann-Muster.",
                "2020-03-05");
        CardSource source = CardSource.of(
                annotation,
                annotation.cards(),
                "x1",
                ShippedCollection.store().names(),
                ShippedCollection.FILES.description());
        String turtle = source.turtle(
                new Sheets(ShippedCollection.FILES),
                new SourceDraft("x1", "Treffen", "de", "", "2020-03-05", "", "me"),
                LocalDate.of(2026, 1, 1));
        assertThat(source.authority()).contains("person:hans-neumann-muster a ent:Person", "a ent:Meeting");
        assertThat(turtle)
                .contains(
                        "doc:x1 a ent:Document",
                        "doc:x1-r1 a ent:Report",
                        "ent:participant person:reiner-haseloff",
                        "ent:participant person:hans-neumann-muster",
                        "ent:edtf \"2020-03-03\"",
                        "ent:timeAsPrinted \"3. März 2020\"@de");
    }
}
