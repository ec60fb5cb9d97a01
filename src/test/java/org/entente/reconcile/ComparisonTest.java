package org.entente.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.entente.reconcile.PropertyConstraint.Quantifier;
import org.entente.reconcile.PropertyConstraint.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each property compares with what is said of an entity: 1 agrees, 0 contradicts, 0.5 is not known. */
class ComparisonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bund   | Germany    | 1
            bund   | DE         | 1
            bund   | state/de   | 1
            bund   | Kazakhstan | 0
            bund   | Atlantis   | 0.5
            nobody | Germany    | 0.5
            land   | Bavaria    | 1
            land   | Germany    | 1
            land   | Kazakhstan | 0
            """)
    void a_country_agrees_with_those_above_it_and_contradicts_another(String who, String country, double value) {
        assertThat(value(who, EntityProperty.COUNTRY, country)).isEqualTo(value);
    }

    @Test
    void where_only_the_broader_country_is_known_a_part_of_it_may_be_meant() {
        Feature bavaria = compare("person/bund", constraint(EntityProperty.COUNTRY, "Bavaria"));
        assertThat(bavaria.value()).isEqualTo(Feature.UNKNOWN);
        assertThat(bavaria.contradicts()).isFalse();
        assertThat(value("amt", EntityProperty.COUNTRY, "Bavaria")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amt    | Minister of Energy | 1
            amt    | minister           | 1
            amt    | post/minister      | 1
            amt    | Minister of Health | 0.5
            amt    | Ambassador         | 0.3
            amt    | post/envoy         | 0
            amt    | Pope               | 0.5
            nobody | Pope               | 0.5
            """)
    void an_office_agrees_by_its_words_or_as_an_entity(String who, String office, double value) {
        assertThat(value(who, EntityProperty.OFFICE, office)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amt  | Minister of Energy | 2010-01-01      | 1
            amt  | Minister of Energy | 2012            | 1
            amt  | Minister of Energy | 2014-12-31      | 1
            amt  | Minister of Energy | 2014-12/2015-01 | 0.9
            amt  | Minister of Energy | 2015-01-01      | 0
            amt  | Minister of Energy | 2009            | 0
            amt  | Minister of Health | 2012            | 0.5
            amt  | Ambassador         | 2012            | 0.3
            seen | Ambassador         | 2012-01-01      | 1
            seen | Ambassador         | 2013-12-31      | 1
            seen | Ambassador         | 2013-12/2014-01 | 0.9
            seen | Ambassador         | 2014            | 0.6
            nobody | Ambassador       | 2012            | 0.5
            """)
    void an_office_at_a_date_is_certain_partly_certain_possible_or_impossible(
            String who, String office, String date, double value) {
        PropertyConstraint constraint = constraint(EntityProperty.OFFICE, office);
        Feature feature = compare("person/" + who, constraint, constraint(EntityProperty.DATE, date));
        assertThat(feature.id()).isEqualTo("officeAtDate");
        assertThat(feature.weight()).isEqualTo(Weights.OFFICE_AT_DATE);
        assertThat(feature.value()).isEqualTo(value);
    }

    @Test
    void a_date_that_cannot_be_read_leaves_the_office_without_a_date() {
        Feature feature = compare(
                "person/amt",
                constraint(EntityProperty.OFFICE, "Minister of Energy"),
                constraint(EntityProperty.DATE, "in the old days"));
        assertThat(feature.id()).isEqualTo("office");
        assertThat(feature.value()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            post/minister | Otto Amt   |      | 1
            post/minister | Max Bund   |      | 0
            post/minister | Otto Amt   | 2012 | 1
            post/minister | Otto Amt   | 2016 | 0
            post/envoy    | Sven Seen  | 2016 | 0.6
            post/empty    | Otto Amt   |      | 0.5
            post/minister | Mr Unknown |      | 0.5
            """)
    void who_held_a_post_is_compared_and_at_a_date_where_one_is_given(
            String post, String holder, String date, double value) {
        PropertyConstraint constraint = constraint(EntityProperty.HOLDER, holder);
        Feature feature = date == null
                ? compare(post, constraint)
                : compare(post, constraint, constraint(EntityProperty.DATE, date));
        assertThat(feature.value()).isEqualTo(value);
        assertThat(feature.id()).isEqualTo(date == null ? "holder" : "officeAtDate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person/bund   | 2015-06-09 | 1
            person/bund   | 2015-06-01/2015-06-30 | 1
            person/bund   | 2015       | 0.6
            person/month  | 2016-02-03 | 0.6
            person/month  | 2016-02-01/2016-02-29 | 1
            person/bund   | 1999       | 0.3
            person/amt    | 2012       | 1
            person/amt    | 1999       | 0.3
            person/nobody | 2015       | 0.5
            event/talk    | 2015-06-09 | 1
            event/talk    | 2015-06-10 | 0
            event/fair    | 2016-02-03 | 0.6
            event/fair    | 2016-03    | 0
            """)
    void a_date_contradicts_an_event_but_hardly_a_person_who_was_not_seen_then(String id, String date, double value) {
        assertThat(compare(id, constraint(EntityProperty.DATE, date)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amt    | 17.5.1960  | 1
            amt    | 1960       | 0.9
            amt    | 1960-05    | 0.9
            amt    | 1960-05-18 | 0
            amt    | 1961       | 0
            nobody | 1960       | 0.5
            """)
    void a_date_of_birth_agrees_may_agree_or_contradicts(String who, String date, double value) {
        assertThat(value(who, EntityProperty.BIRTH_DATE, date)).isEqualTo(value);
    }

    @Test
    void a_date_that_cannot_be_read_is_not_known_and_says_so() {
        for (EntityProperty property : List.of(EntityProperty.DATE, EntityProperty.BIRTH_DATE)) {
            Feature feature = compare("person/amt", constraint(property, "09/01/1960"));
            assertThat(feature.value()).isEqualTo(Feature.UNKNOWN);
            assertThat(feature.read()).isFalse();
            assertThat(feature.note()).contains("09/01/1960");
        }
        assertThat(compare("person/amt", constraint(EntityProperty.DATE, "2012"))
                        .read())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amt | Otto Emil Amtmann | 1
            amt | Amt, Otto         | 1
            amt | OTTO AMT          | 1
            amt | Amtmann           | 0.75
            amt | Xaver Quast       | 0
            """)
    void another_name_agrees_as_a_whole_in_part_or_not_at_all(String who, String name, double value) {
        assertThat(value(who, EntityProperty.ALTERNATE_NAME, name)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amt    | 111 | 1
            amt    | 999 | 0
            bund   | 222 | 0.6
            bund   | 999 | 0.5
            bund   | 111 | 0
            nobody | 111 | 0
            nobody | 222 | 0.5
            """)
    void an_identifier_agrees_only_when_confirmed_and_contradicts_who_has_another_or_whom_it_is_not(
            String who, String identifier, double value) {
        assertThat(value(who, EntityProperty.GND, identifier)).isEqualTo(value);
        assertThat(value(who, EntityProperty.GND, "https://d-nb.info/gnd/" + identifier))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person/amt  | ORGANIZATION | Ministry of Energy  | 1
            person/amt  | ORGANIZATION | Cabinet             | 1
            person/amt  | ORGANIZATION | Lakeside University | 0
            person/amt  | ORGANIZATION | Lost Bureau         | 0.5
            person/bund | ORGANIZATION | Cabinet             | 0.5
            org/energy  | PLACE        | Astana              | 1
            org/energy  | PLACE        | Akmola Region       | 1
            org/energy  | PLACE        | Almaty              | 0
            event/talk  | PLACE        | Akmola Region       | 1
            person/bund | CO_MENTIONED | Lea Land            | 1
            person/bund | CO_MENTIONED | Otto Amt            | 0.3
            event/talk  | CO_MENTIONED | Lea Land            | 1
            person/land | MET_WITH     | Max Bund            | 1
            person/land | MET_WITH     | Otto Amt            | 0.3
            person/bund | MET_WITH     | Lea Land            | 0.5
            person/bund | EVENT        | Spring Talk         | 1
            person/bund | EVENT        | Trade Fair          | 0.3
            """)
    void a_body_or_place_contradicts_but_whoever_was_not_seen_together_hardly(
            String id, EntityProperty property, String text, double value) {
        assertThat(compare(id, constraint(property, text)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ANY  | Germany, Kazakhstan    | 1
            ANY  | Kazakhstan, Atlantis   | 0.5
            ALL  | Germany, Kazakhstan    | 0
            ALL  | Germany, Atlantis      | 0.5
            ALL  | Germany, DE            | 1
            NONE | Germany, Kazakhstan    | 0
            NONE | Kazakhstan             | 0.5
            NONE | Atlantis               | 0.5
            ANY  | ''                     | 0.5
            """)
    void of_several_values_any_all_or_none_count(Quantifier quantifier, String countries, double value) {
        PropertyConstraint constraint = constraint(quantifier, EntityProperty.COUNTRY, countries.split(", "));
        assertThat(compare("person/bund", constraint).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ANY,  1,    true",
        "ANY,  0.75, true",
        "ANY,  0.74, false",
        "ANY,  0.5,  false",
        "ALL,  0.5,  false",
        "NONE, 0.5,  true",
        "NONE, 0.4,  false",
        "NONE, 0,    false"
    })
    void a_required_clue_must_agree_and_one_of_exclusion_must_not_be_known_to_fail(
            Quantifier quantifier, double value, boolean satisfied) {
        Feature feature = new Feature("country", value, 15, "");
        assertThat(Comparison.satisfies(feature, constraint(quantifier, EntityProperty.COUNTRY, "Germany")))
                .isEqualTo(satisfied);
    }

    @Test
    void the_date_is_of_the_office_only_if_it_is_one_plain_date_beside_an_office_or_holder() {
        PropertyConstraint office = constraint(EntityProperty.OFFICE, "Minister");
        PropertyConstraint holder = constraint(EntityProperty.HOLDER, "Otto Amt");
        PropertyConstraint date = constraint(EntityProperty.DATE, "2012");
        PropertyConstraint never = constraint(Quantifier.NONE, EntityProperty.DATE, "2012");
        PropertyConstraint two = constraint(Quantifier.ANY, EntityProperty.DATE, "2012", "2013");
        assertThat(Comparison.isOfOffice(List.of(office, date))).isTrue();
        assertThat(Comparison.isOfOffice(List.of(date, holder))).isTrue();
        assertThat(Comparison.isOfOffice(List.of(date))).isFalse();
        assertThat(Comparison.isOfOffice(List.of(office))).isFalse();
        assertThat(Comparison.isOfOffice(List.of(office, never))).isFalse();
        assertThat(Comparison.isOfOffice(List.of(office, two))).isFalse();
        assertThat(Comparison.isOfOffice(List.of(office, date, date))).isFalse();
        assertThat(Comparison.isOfOffice(List.of(date, constraint(EntityProperty.COUNTRY, "Germany"))))
                .isFalse();
    }

    @Test
    void the_words_beside_a_name_are_a_title_whatever_date_is_given() {
        List<PropertyConstraint> constraints = List.of(constraint(EntityProperty.DATE, "1999"));
        Feature title = SmallCollection.read(
                state -> new Comparison(state, SmallCollection.iri("person/amt"), constraints, "en")
                        .title("Minister of Energy"));
        assertThat(title).isEqualTo(new Feature("title", 1, Weights.TITLE, "Minister of Energy"));
    }

    @Test
    void the_note_says_what_was_compared_and_marks_what_differs() {
        assertThat(compare("person/bund", constraint(EntityProperty.COUNTRY, "DE"))
                        .note())
                .isEqualTo("Germany");
        assertThat(compare("person/bund", constraint(EntityProperty.COUNTRY, "Kazakhstan"))
                        .note())
                .isEqualTo("≠ Germany");
        assertThat(compare("person/bund", constraint(EntityProperty.COUNTRY, "Bavaria"))
                        .note())
                .isEqualTo("?");
        assertThat(compare("person/amt", constraint(EntityProperty.OFFICE, "Pope"))
                        .note())
                .isEqualTo("? Pope");
        assertThat(compare("person/amt", constraint(EntityProperty.OFFICE, "Ambassador"))
                        .note())
                .isEqualTo("≠ Minister of Energy");
        assertThat(compare("person/amt", constraint(EntityProperty.GND, "999")).note())
                .isEqualTo("≠ 111");
        assertThat(compare("person/nobody", constraint(EntityProperty.GND, "111"))
                        .note())
                .isEqualTo("≠ Otto Amt");
        assertThat(compare("person/amt", constraint(EntityProperty.BIRTH_DATE, "1961"))
                        .note())
                .isEqualTo("≠ 1961");
        assertThat(compare("event/talk", constraint(EntityProperty.DATE, "1999"))
                        .note())
                .isEqualTo("≠ 1999");
        // Of two values the one that fits best.
        assertThat(compare("person/bund", constraint(Quantifier.ANY, EntityProperty.COUNTRY, "Kazakhstan", "Germany"))
                        .note())
                .isEqualTo("Germany");
    }

    private static double value(String person, EntityProperty property, String text) {
        return compare("person/" + person, constraint(property, text)).value();
    }

    /** @param constraint which is compared; those after it are only given, too */
    private static Feature compare(String id, PropertyConstraint constraint, PropertyConstraint... others) {
        List<PropertyConstraint> constraints =
                Stream.concat(Stream.of(constraint), Arrays.stream(others)).toList();
        return SmallCollection.read(
                state -> new Comparison(state, SmallCollection.iri(id), constraints, "en").compare(constraint));
    }

    private static PropertyConstraint constraint(EntityProperty property, String text) {
        return constraint(Quantifier.ANY, property, text);
    }

    private static PropertyConstraint constraint(Quantifier quantifier, EntityProperty property, String... texts) {
        List<Value> values = Arrays.stream(texts).map(Value::of).toList();
        return new PropertyConstraint(property, values, quantifier, false);
    }
}
