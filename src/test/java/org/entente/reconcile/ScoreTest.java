package org.entente.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.names.NameMatches.Level;
import org.entente.reconcile.Candidate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What features come to: each line gives a candidate as {@code feature value, feature value …} and what is decided. A {@code ?} is
 * a value that the collection does not know, a {@code !} one that could not be read.
 */
class ScoreTest {
    private static final EntityType PERSON = type("Person");
    private static final EntityType ORGANIZATION = type("Organization");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 1                                               | 100
            name 0.5                                             | 50
            name 1, type 0                                       | 70.588
            name 1, country ?                                    | 90
            name 1, type 1, country 0                            | 85
            name 0.8, officeAtDate 1                             | 86.667
            name 0.75, wikidata 0.75, country ?, organization ?  | 70
            id 1, name 0                                         | 94.340
            ''                                                   | 0
            """)
    void the_score_is_the_mean_of_the_features_by_their_weights(String features, double score) {
        assertThat(named(features).score()).isCloseTo(score, within(0.001));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 1                                 | NAME_ONLY
            name 1, country ?                      | NAME_ONLY
            name 1, country 0.74                   | NAME_ONLY
            name 1, country 0.75                   | MATCH
            name 1, alternateName 1                | NAME_ONLY
            name 1, type 1                         | NAME_ONLY
            name 1, organization 1                 | MATCH
            name 1, title 1                        | MATCH
            name 0.9, type 1                       | NAME_ONLY
            name 0.9, country 1                    | MATCH
            name 0.89, country 1                   | NAME_ONLY
            name 0.89, country 1, type 1           | NAME_ONLY
            name 0.89, country 1, organization 1   | MATCH
            """)
    void a_whole_name_needs_one_thing_that_confirms_it_and_a_like_name_two(String features, Verdict verdict) {
        assertThat(alone(named(features))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 1, type 1                            | NAME_ONLY
            name 1, country 1                         | NAME_ONLY
            name 1, type 1, country 1                 | NAME_ONLY
            name 1, type 1, country 1, alternateName 1 | NAME_ONLY
            name 1, country 1, organization 1         | MATCH
            name 1, type 1, country 1, title 1        | MATCH
            name 1, birthDate 1                       | MATCH
            name 1, officeAtDate 1                    | MATCH
            name 1, wikidata 1                        | MATCH
            """)
    void a_surname_needs_two_things_beside_the_type_or_something_strong(String features, Verdict verdict) {
        assertThat(alone(compared("a", PERSON, Level.EXACT, 1, features))).isEqualTo(verdict);
    }

    @Test
    void for_what_is_no_person_the_type_confirms_one_word_as_anything_else_does() {
        String features = "name 1, type 1, country 1";
        assertThat(alone(compared("a", ORGANIZATION, Level.EXACT, 1, features))).isEqualTo(Verdict.MATCH);
        assertThat(alone(compared("a", ORGANIZATION, Level.EXACT, 1, "name 1, type 1")))
                .isEqualTo(Verdict.NAME_ONLY);
    }

    @Test
    void a_name_that_the_register_did_not_find_is_not_whole_however_like_it_is() {
        assertThat(alone(compared("a", PERSON, Level.NONE, 2, "name 1, country 1")))
                .isEqualTo(Verdict.NAME_ONLY);
        assertThat(alone(compared("a", PERSON, Level.TOKENS, 2, "name 1, country 1")))
                .isEqualTo(Verdict.MATCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 0.75, birthDate 1    | MATCH
            name 0.74, birthDate 1    | NAME_TOO_FAR
            name 0.75, gnd 1          | MATCH
            name 0.74, gnd 1          | NAME_TOO_FAR
            name 0.75, officeAtDate 1 | MATCH
            name 0.3, type 1          | NAME_TOO_FAR
            """)
    void something_strong_confirms_a_near_name_and_no_other(String features, Verdict verdict) {
        assertThat(alone(named(features))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 1, type 1, country 0                     | CONTRADICTED
            name 1, type 0, country 1                     | CONTRADICTED
            name 1, type 1, birthDate 0                   | CONTRADICTED
            name 1, type 1, officeAtDate 0                | CONTRADICTED
            name 1, type 1, wikidata 0                    | CONTRADICTED
            name 1, type 1, gnd 0                         | CONTRADICTED
            name 1, type 1, ror 0                         | CONTRADICTED
            name 1, type 1, isni 0                        | CONTRADICTED
            name 1, type 1, iso3166 0                     | CONTRADICTED
            name 1, type 1, geonames 0                    | CONTRADICTED
            name 1, country 0, wikidata 1                 | CONTRADICTED
            name 1, birthDate 0, wikidata 1               | CONTRADICTED
            name 1, type 1, office 0                      | CONTRADICTED
            name 1, type 1, title 0                       | CONTRADICTED
            name 1, type 1, office 0, birthDate 1         | MATCH
            name 1, type 1, title 0, wikidata 1           | MATCH
            name 1, type 1, office 0, birthDate 0.74      | CONTRADICTED
            name 1, country 1, office 0.3                 | NAME_ONLY
            name 1, birthDate 1, office 0.3               | MATCH
            name 1, country 1, office 0.5                 | MATCH
            name 1, country 1, organization 0             | MATCH
            name 1, country 1, place 0, event 0           | MATCH
            """)
    void what_identifies_contradicts_always_an_office_unless_something_strong_agrees_and_the_rest_never(
            String features, Verdict verdict) {
        assertThat(alone(named(features))).isEqualTo(verdict);
    }

    @Test
    void what_could_not_be_read_may_speak_against_it_so_nobody_is_chosen() {
        assertThat(alone(named("name 1, type 1, birthDate !"))).isEqualTo(Verdict.UNREAD);
        assertThat(alone(named("name 1, wikidata 1, date !"))).isEqualTo(Verdict.UNREAD);
        assertThat(alone(named("name 1, country 0, birthDate !"))).isEqualTo(Verdict.CONTRADICTED);
        assertThat(alone(named("id 1, birthDate !"))).isEqualTo(Verdict.MATCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wikidata 1              | MATCH
            geonames 1, country 1   | MATCH
            wikidata 0.6            | NAME_ONLY
            officeAtDate 1          | NAME_ONLY
            birthDate 1, country 1  | NAME_ONLY
            office 1, country 1     | NAME_ONLY
            """)
    void without_a_name_only_an_identifier_chooses(String features, Verdict verdict) {
        assertThat(alone(compared("a", PERSON, null, 0, features))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id 1                         | MATCH
            id 1, country 0              | MATCH
            id 1, name 0.75              | MATCH
            id 1, name 0.75, birthDate 0 | MATCH
            id 1, name 0.74              | NAME_TOO_FAR
            id 1, name 0, wikidata 1     | NAME_TOO_FAR
            """)
    void who_names_an_identifier_of_ours_gets_that_entity_unless_the_name_is_another(String features, Verdict verdict) {
        assertThat(alone(named(features))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 0.75, wikidata 0.75, country ?, organization ?            | MATCH
            name 0.75, wikidata 0.75, country ?, organization ?, source ?  | NAME_ONLY
            name 1, country 1, organization 0                              | MATCH
            name 1, country 1, organization 0, place 0, event 0            | NAME_ONLY
            """)
    void a_match_has_at_least_70_points(String features, Verdict verdict) {
        assertThat(alone(named(features))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 1, country 1          | name 1, country ?          | MATCH
            name 1, country 1          | name 0.95, country 0.75    | NO_MARGIN
            name 1, country 1          | name 0.995, country 1      | NO_MARGIN
            name 1, country 1          | name 0.5, country 0        | MATCH
            name 1, wikidata 1         | name 1, wikidata ?         | MATCH
            name 1, wikidata 1         | name 1, wikidata 0.9       | NO_MARGIN
            name 1                     | name 1                     | NO_MARGIN
            name 1                     | name 0.995                 | NO_MARGIN
            name 1                     | name 0.98                  | NAME_ONLY
            """)
    void a_match_is_ten_points_ahead_of_the_next(String first, String second, Verdict verdict) {
        assertThat(Score.rank(
                        List.of(
                                compared("b", PERSON, Level.EXACT, 2, second),
                                compared("a", PERSON, Level.EXACT, 2, first)),
                        5))
                .extracting(Candidate::iri, Candidate::verdict)
                .containsExactly(tuple("a", verdict), tuple("b", Verdict.NOT_FIRST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 1, type 1             | name 1, type 0               | NAME_ONLY
            name 1, type 1             | name 1, type 1, birthDate 0  | NAME_ONLY
            name 1, type 1             | name 0.6, type 1             | NAME_ONLY
            name 1, type 1, country 1  | name 1, type 1, country 0    | MATCH
            name 1, country 1          | name 1, country 0            | MATCH
            """)
    void the_type_alone_chooses_nobody(String first, String second, Verdict verdict) {
        List<Candidate> ranked = Score.rank(
                List.of(compared("a", PERSON, Level.EXACT, 2, first), compared("b", PERSON, Level.EXACT, 2, second)),
                5);
        assertThat(ranked.getFirst().iri()).isEqualTo("a");
        assertThat(ranked.getFirst().verdict()).isEqualTo(verdict);
        assertThat(ranked.getFirst().match()).isEqualTo(verdict == Verdict.MATCH);
    }

    @Test
    void a_namesake_counts_at_whatever_place_it_comes() {
        List<Candidate> ranked = Score.rank(
                List.of(
                        named("name 1, type 1"),
                        compared("b", PERSON, Level.EXACT, 2, "name 0.8, type 1"),
                        compared("c", PERSON, Level.EXACT, 2, "name 1, type 0")),
                5);
        assertThat(ranked).extracting(Candidate::iri).containsExactly("a", "b", "c");
        assertThat(ranked).noneMatch(Candidate::match);
    }

    @Test
    void the_best_comes_first_equals_by_their_iri_and_no_more_than_asked_for() {
        List<Score.Compared> given = List.of(
                compared("d", PERSON, Level.EXACT, 2, "name 0.8"),
                compared("c", PERSON, Level.EXACT, 2, "name 0.9"),
                compared("b", PERSON, Level.EXACT, 2, "name 0.8"),
                compared("a", PERSON, Level.EXACT, 2, "name 0.1"));
        assertThat(Score.rank(given, 5)).extracting(Candidate::iri).containsExactly("c", "b", "d", "a");
        assertThat(Score.rank(given, 4)).hasSize(4);
        assertThat(Score.rank(given, 2)).extracting(Candidate::iri).containsExactly("c", "b");
        assertThat(Score.rank(given, 0)).isEmpty();
        assertThat(Score.rank(List.of(), 5)).isEmpty();
    }

    @Test
    void who_is_cut_off_by_the_limit_still_stands_in_the_way_of_a_match() {
        List<Score.Compared> given =
                List.of(named("name 1, country 1"), compared("b", PERSON, Level.EXACT, 2, "name 0.99, country 1"));
        assertThat(Score.rank(given, 1)).extracting(Candidate::verdict).containsExactly(Verdict.NO_MARGIN);
    }

    @Test
    void features_of_one_id_count_as_their_mean_with_all_their_weight() {
        List<Feature> joined = Feature.joined(List.of(
                new Feature("country", 1, 15, "Germany"),
                new Feature("office", 0, 20, "Pope"),
                new Feature("country", 0, 15, "France", false)));
        assertThat(joined)
                .containsExactly(
                        new Feature("country", 0.5, 30, "Germany, France", false),
                        new Feature("office", 0, 20, "Pope"));
    }

    private static Verdict alone(Score.Compared one) {
        return Score.rank(List.of(one), 5).getFirst().verdict();
    }

    /** A person whose whole name, of two words, was found. */
    private static Score.Compared named(String features) {
        return compared("a", PERSON, Level.EXACT, 2, features);
    }

    private static Score.Compared compared(String iri, EntityType type, Level level, int words, String features) {
        List<Feature> read = new ArrayList<>();
        Arrays.stream(features.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ScoreTest::feature)
                .forEach(read::add);
        return new Score.Compared(iri, List.of(type), read, level, words);
    }

    private static Feature feature(String text) {
        String[] parts = text.split(" ");
        double value = "?!".contains(parts[1]) ? Feature.UNKNOWN : Double.parseDouble(parts[1]);
        int weight = EntityProperty.of(parts[0])
                .map(EntityProperty::weight)
                .orElseGet(() -> Weights.OF_FEATURES.get(parts[0]));
        return new Feature(parts[0], value, weight, "", !parts[1].equals("!"));
    }

    private static EntityType type(String id) {
        return new EntityType(id, "http://example.org/" + id, Map.of(), Map.of(), List.of(), 1);
    }
}
