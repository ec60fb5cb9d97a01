package org.entente.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.entente.reconcile.Candidate.Verdict;
import org.entente.reconcile.PropertyConstraint.Quantifier;
import org.entente.reconcile.PropertyConstraint.Value;
import org.entente.reconcile.ReconciliationQuery.Strictness;
import org.entente.store.NameIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who becomes a candidate at all, and what of the query is compared. */
class MatcherTest {
    @Test
    void a_name_with_a_title_finds_the_person_and_compares_the_title() {
        Candidate found = first(named("Minister Amt"));
        assertThat(found.id()).isEqualTo("person/amt");
        assertThat(value(found, "title")).isEqualTo(1);
        Candidate envoy = first(named("Ambassador Amt"));
        assertThat(value(envoy, "title")).isEqualTo(0.3);
        assertThat(envoy.verdict()).isEqualTo(Verdict.NAME_ONLY);
        assertThat(ids(named("Minister Amt", "Post"))).doesNotContain("person/amt");
        assertThat(first(named("Otto Amt")).features()).extracting(Feature::id).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "ANY,    University,                org/uni",
        "ALL,    University Organization,   org/uni",
        "ALL,    University Person,         ''",
        "ANY,    University Person,         org/uni",
        "ANY,    Person,                    ''",
        "SHOULD, Person,                    org/uni"
    })
    void types_must_be_met_by_any_or_by_all_or_only_should_be(Strictness strictness, String types, String expected) {
        ReconciliationQuery query = query(List.of("Lakeside University"), false, types, strictness, List.of());
        assertThat(String.join(" ", ids(query))).isEqualTo(expected);
    }

    @Test
    void others_than_should_be_meant_are_left_out_where_one_that_should_fits_better() {
        assertThat(ids(query(List.of("Ministry of Energy"), false, "Organization", Strictness.SHOULD, List.of())))
                .containsExactly("org/energy");
        assertThat(ids(query(List.of("Ministry of Energy"), false, "Post", Strictness.SHOULD, List.of())))
                .startsWith("org/energy")
                .contains("post/minister");
    }

    @Test
    void who_is_not_of_the_type_that_should_be_met_is_contradicted_by_it() {
        Candidate other = first(query(List.of("Lakeside University"), false, "Person", Strictness.SHOULD, List.of()));
        assertThat(value(other, "type")).isZero();
        assertThat(other.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(value(first(named("Lakeside University", "University")), "type"))
                .isEqualTo(1);
    }

    @Test
    void an_identifier_among_the_clues_finds_whoever_has_it_under_another_name() {
        PropertyConstraint gnd = constraint(Quantifier.ANY, false, EntityProperty.GND, "111");
        Candidate found = first(query(List.of("Quentin Quast"), false, "", Strictness.ANY, List.of(gnd)));
        assertThat(found.id()).isEqualTo("person/amt");
        assertThat(value(found, "name")).isZero();
        assertThat(found.verdict()).isEqualTo(Verdict.NAME_TOO_FAR);
        assertThat(ids(query(List.of("Quentin Quast"), true, "", Strictness.ANY, List.of(gnd))))
                .isEmpty();
        assertThat(ids(query(List.of("Otto Amt"), true, "", Strictness.ANY, List.of(gnd))))
                .contains("person/amt");
        PropertyConstraint not = constraint(Quantifier.NONE, false, EntityProperty.GND, "111");
        assertThat(ids(query(List.of("Quentin Quast"), false, "", Strictness.ANY, List.of(not))))
                .isEmpty();
    }

    @Test
    void a_required_clue_leaves_out_who_does_not_agree() {
        PropertyConstraint germany = constraint(Quantifier.ANY, true, EntityProperty.COUNTRY, "Germany");
        PropertyConstraint elsewhere = constraint(Quantifier.ANY, true, EntityProperty.COUNTRY, "Kazakhstan");
        PropertyConstraint notGermany = constraint(Quantifier.NONE, true, EntityProperty.COUNTRY, "Germany");
        assertThat(ids(named("Max Bund", germany))).containsExactly("person/bund");
        assertThat(ids(named("Max Bund", elsewhere))).isEmpty();
        assertThat(ids(named("Max Bund", notGermany))).isEmpty();
        assertThat(ids(named("Max Bund", constraint(Quantifier.NONE, true, EntityProperty.COUNTRY, "Kazakhstan"))))
                .containsExactly("person/bund");
        // Nobody knows Nina's country: what is required is not known to be so.
        assertThat(ids(named("Nina Niemand", germany))).isEmpty();
    }

    @Test
    void the_date_of_an_office_is_not_compared_a_second_time() {
        PropertyConstraint office = constraint(Quantifier.ANY, false, EntityProperty.OFFICE, "Minister of Energy");
        PropertyConstraint date = constraint(Quantifier.ANY, false, EntityProperty.DATE, "2012");
        assertThat(first(named("Otto Amt", office, date)).features())
                .extracting(Feature::id)
                .containsExactly("name", "officeAtDate");
        assertThat(first(named("Otto Amt", date)).features())
                .extracting(Feature::id)
                .containsExactly("name", "date");
    }

    @Test
    void an_identifier_of_ours_is_taken_as_it_is_and_one_of_wikidata_by_its_form() {
        Candidate found = first(named("person/amt"));
        assertThat(found.id()).isEqualTo("person/amt");
        assertThat(found.features()).extracting(Feature::id).containsExactly("id");
        assertThat(found.match()).isTrue();
        assertThat(ids(named("person/not-there"))).doesNotContain("person/amt");
        assertThat(ids(named("Q999999"))).isEmpty();
    }

    @Test
    void wanted_identifiers_are_candidates_and_unwanted_ones_are_not() {
        ReconciliationQuery query = new ReconciliationQuery(
                List.of("Otto Amt"),
                false,
                List.of(),
                Strictness.ANY,
                5,
                List.of(),
                Set.of("person/nobody"),
                Set.of("person/amt"));
        assertThat(ids(query)).containsExactly("person/nobody");
        assertThat(first(query).verdict()).isEqualTo(Verdict.NAME_TOO_FAR);
    }

    @Test
    void without_a_name_whoever_the_clues_lead_to_is_compared() {
        assertThat(ids(without(constraint(Quantifier.ANY, false, EntityProperty.OFFICE, "Minister of Energy"))))
                .containsExactly("person/amt");
        assertThat(ids(without(constraint(Quantifier.ANY, false, EntityProperty.COUNTRY, "Germany"))))
                .contains("person/bund");
        assertThat(ids(without(constraint(Quantifier.ANY, false, EntityProperty.ALTERNATE_NAME, "Otto Emil Amtmann"))))
                .contains("person/amt");
        assertThat(ids(without(constraint(Quantifier.NONE, false, EntityProperty.COUNTRY, "Germany"))))
                .isEmpty();
        Candidate byNumber = first(without(constraint(Quantifier.ANY, false, EntityProperty.GND, "111")));
        assertThat(byNumber.id()).isEqualTo("person/amt");
        assertThat(byNumber.match()).isTrue();
        Candidate byOffice =
                first(without(constraint(Quantifier.ANY, false, EntityProperty.OFFICE, "Minister of Energy")));
        assertThat(byOffice.verdict()).isEqualTo(Verdict.NAME_ONLY);
    }

    @Test
    void a_text_of_exactly_the_longest_name_is_looked_up_and_one_letter_more_is_not() {
        String longest = "Otto Amt " + "x".repeat(NameIndex.LONGEST - "Otto Amt ".length());
        assertThat(ids(named(longest))).contains("person/amt");
        assertThat(ids(named(longest + "x"))).isEmpty();
    }

    @Test
    void of_several_names_the_one_that_fits_best_counts() {
        ReconciliationQuery query =
                query(List.of("Quentin Quast", "Otto Amt", "Amt"), false, "", Strictness.ANY, List.of());
        assertThat(first(query).id()).isEqualTo("person/amt");
        assertThat(value(first(query), "name")).isEqualTo(value(first(named("Otto Amt")), "name"));
    }

    @Test
    void no_more_candidates_are_given_than_asked_for() {
        assertThat(ids(limited(1))).hasSize(1);
        assertThat(ids(limited(2))).hasSize(2);
        assertThat(ids(limited(1_000))).hasSizeLessThanOrEqualTo(ReconciliationQuery.MOST);
    }

    private static ReconciliationQuery limited(int limit) {
        return new ReconciliationQuery(
                List.of(),
                false,
                List.of(),
                Strictness.ANY,
                limit,
                List.of(constraint(Quantifier.ANY, false, EntityProperty.EVENT, "Spring Talk")),
                Set.of(),
                Set.of());
    }

    private static ReconciliationQuery named(String name, PropertyConstraint... constraints) {
        return query(List.of(name), false, "", Strictness.ANY, List.of(constraints));
    }

    private static ReconciliationQuery named(String name, String type) {
        return query(List.of(name), false, type, Strictness.ANY, List.of());
    }

    private static ReconciliationQuery without(PropertyConstraint... constraints) {
        return query(List.of(), false, "", Strictness.ANY, List.of(constraints));
    }

    private static ReconciliationQuery query(
            List<String> names,
            boolean nameRequired,
            String types,
            Strictness strictness,
            List<PropertyConstraint> constraints) {
        List<EntityType> asked = Arrays.stream(types.split(" "))
                .filter(type -> !type.isEmpty())
                .map(type ->
                        SmallCollection.read(state -> state.types().named(type).orElseThrow()))
                .toList();
        return new ReconciliationQuery(names, nameRequired, asked, strictness, 5, constraints, Set.of(), Set.of());
    }

    private static PropertyConstraint constraint(
            Quantifier quantifier, boolean required, EntityProperty property, String text) {
        return new PropertyConstraint(property, List.of(Value.of(text)), quantifier, required);
    }

    private static List<Candidate> candidates(ReconciliationQuery query) {
        return SmallCollection.read(state -> new Matcher(state, "en").candidates(query));
    }

    private static List<String> ids(ReconciliationQuery query) {
        return candidates(query).stream().map(Candidate::id).toList();
    }

    private static Candidate first(ReconciliationQuery query) {
        return candidates(query).getFirst();
    }

    private static double value(Candidate candidate, String feature) {
        return candidate.features().stream()
                .filter(f -> f.id().equals(feature))
                .mapToDouble(Feature::value)
                .findFirst()
                .orElseThrow();
    }
}
