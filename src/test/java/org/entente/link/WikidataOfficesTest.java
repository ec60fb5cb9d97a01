package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.entente.store.Store;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;
import org.entente.wikidata.WikidataValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wikidata's offices beside ours. */
class WikidataOfficesTest {
    private final Store store = LinkedExample.store();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_office_is_shown_only_of_an_accepted_item_and_beside_what_our_sources_say() {
        String erika = LinkedExample.person("erika-muster");
        assertThat(store.<List<WikidataOffices.Row>>read(d -> WikidataOffices.of(d, erika)))
                .isEmpty();
        new LinkLog(store, Clock.systemUTC())
                .append(List.of(LinkRequest.of(erika, "Q9000003", LinkState.ACCEPTED, "R", "same office")));
        assertThat(store.<List<WikidataOffices.Row>>read(d -> WikidataOffices.of(d, erika)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.qid()).isEqualTo("Q9000002");
                    assertThat(row.relation()).isEqualTo(WikidataOffices.Relation.AGREES);
                    assertThat(row.ours()).contains("/");
                });
    }

    @Test
    void a_term_that_ends_while_our_sources_still_see_the_person_in_office_differs() {
        OfficeTime seenIn2020 = new OfficeTime("", "2018-03-01", "2020-06-01", "");
        assertThat(seenIn2020.contradicts(term("2018", "2019"))).isTrue();
        assertThat(seenIn2020.contradicts(term("2018", "2020"))).isFalse();
        assertThat(seenIn2020.contradicts(term("2018-03", ""))).isFalse();
        assertThat(seenIn2020.contradicts(term("2018-04", ""))).isTrue();
        assertThat(seenIn2020.contradicts(term("", ""))).isFalse();
        assertThat(seenIn2020.attested()).isEqualTo("2018-03-01/2020-06-01");
    }

    @Test
    void a_day_somewhere_within_a_month_is_no_span_and_nothing_known_is_said_as_nothing() {
        assertThat(new OfficeTime("", "2014-11-30", "2014-11-01", "").attested())
                .isEqualTo("[2014-11-01..2014-11-30]");
        assertThat(new OfficeTime("", "2014-11-30", "2014-11-30", "").attested())
                .isEqualTo("2014-11-30");
        assertThat(new OfficeTime("", "2014-03-01", "", "").attested()).isEqualTo("2014-03-01/..");
        assertThat(OfficeTime.UNKNOWN.attested()).isEmpty();
    }

    @Test
    void an_earlier_term_is_no_contradiction_if_another_one_fits() {
        OfficeTime in2014 = new OfficeTime("", "2014-11-30", "2014-11-01", "");
        List<WikidataStatement> twice = List.of(term("2005-11-22", "2009-10-28"), term("2013-12-17", "2017-01-27"));
        assertThat(twice)
                .extracting(term -> WikidataOffices.row(term, "minister", List.of(in2014), twice))
                .extracting(WikidataOffices.Row::relation, WikidataOffices.Row::ours)
                .containsExactly(
                        tuple(WikidataOffices.Relation.ONLY_WIKIDATA, ""),
                        tuple(WikidataOffices.Relation.AGREES, "[2014-11-01..2014-11-30]"));
        List<WikidataStatement> before = twice.subList(0, 1);
        assertThat(WikidataOffices.row(before.getFirst(), "minister", List.of(in2014), before)
                        .relation())
                .isEqualTo(WikidataOffices.Relation.DIFFERS);
    }

    @Test
    void terms_that_follow_one_another_can_be_one_time_in_office() {
        OfficeTime from2010To2016 = new OfficeTime("", "2010-01-01", "2016-01-01", "");
        List<WikidataStatement> terms = List.of(
                term("2005-10-18", "2009-10-27"), term("2009-10-27", "2013-10-22"), term("2013-10-22", "2017-10-24"));
        assertThat(terms)
                .extracting(term -> WikidataOffices.row(term, "member", List.of(from2010To2016), terms)
                        .relation())
                .containsExactly(
                        WikidataOffices.Relation.ONLY_WIKIDATA,
                        WikidataOffices.Relation.AGREES,
                        WikidataOffices.Relation.AGREES);
    }

    @Test
    void a_namesake_who_left_long_before_the_day_does_not_fit_and_terms_that_follow_one_another_do() {
        OfficeTime seenIn2013 = new OfficeTime("", "2013-05-28", "2013-04-30", "");
        assertThat(seenIn2013.agreement(List.of(term("1985-03-22", "1987-02-18"))))
                .hasValue(-1);
        assertThat(seenIn2013.agreement(List.of(term("2009-10-27", "2013-10-22"))))
                .hasValue(1);
        assertThat(seenIn2013.agreement(List.of(term("2014", "")))).hasValue(-1);
        assertThat(seenIn2013.agreement(List.of(term("", "")))).hasValue(0.5);
        assertThat(seenIn2013.agreement(List.of())).isEmpty();
        OfficeTime twoTerms = new OfficeTime("", "2010-01-01", "2016-01-01", "");
        assertThat(twoTerms.agreement(List.of(term("2009-10-27", "2013-10-22"), term("2013-10-22", "2017-10-24"))))
                .hasValue(1);
        assertThat(twoTerms.agreement(List.of(term("2009-10-27", "2013-10-22"))))
                .hasValue(-1);
    }

    private static WikidataStatement term(String start, String end) {
        java.util.Map<String, List<WikidataValue>> qualifiers = new java.util.HashMap<>();
        if (!start.isEmpty()) {
            qualifiers.put(WikidataProperties.START, List.of(new WikidataValue(WikidataValue.Kind.DATE, start)));
        }
        if (!end.isEmpty()) {
            qualifiers.put(WikidataProperties.END, List.of(new WikidataValue(WikidataValue.Kind.DATE, end)));
        }
        return new WikidataStatement(
                "Q1-1",
                WikidataProperties.POSITION,
                new WikidataValue(WikidataValue.Kind.ITEM, "Q2"),
                true,
                Map.copyOf(qualifiers),
                List.of());
    }
}
