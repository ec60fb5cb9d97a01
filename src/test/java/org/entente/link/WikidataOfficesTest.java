package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;

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
