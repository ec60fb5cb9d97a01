package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What rules accept, and what they keep away from. */
class RuleLinksTest {
    private static final String ERIKA = LinkedExample.person("erika-muster");

    private final Store store = LinkedExample.store();
    private final LinkLog log = new LinkLog(store, Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoever_bears_the_name_and_held_the_office_then_is_accepted_with_the_precision_of_the_rule() {
        List<LinkRequest> accepted = accepted(AcceptRule.OFFICE);
        assertThat(accepted).extracting(LinkRequest::entity).contains(ERIKA);
        LinkEntry entry = log.append(accepted).getFirst();
        assertThat(entry.precision()).hasValue(AcceptRule.OFFICE.precision());
        assertThat(entry.evidence()).contains("measured on " + AcceptRule.OFFICE.measured() + " links");
        assertThat(entry.rule()).isEqualTo("office-1/" + CandidateRanking.VERSION);
        assertThat(store.<Map<String, LinkState>>read(d -> Links.in(d).of(ERIKA)))
                .containsEntry("Q9000003", LinkState.ACCEPTED);
        assertThat(accepted(AcceptRule.OFFICE)).isEmpty();
    }

    @Test
    void a_rule_that_was_not_asked_for_accepts_nothing_and_without_a_birth_date_none_agrees() {
        assertThat(accepted()).isEmpty();
        assertThat(accepted(AcceptRule.BIRTH)).isEmpty();
    }

    @Test
    void what_somebody_rejected_no_rule_accepts() {
        log.append(List.of(LinkRequest.of(ERIKA, "Q9000003", LinkState.REJECTED, "Redaktion", "another one")));
        assertThat(accepted(AcceptRule.OFFICE)).extracting(LinkRequest::entity).doesNotContain(ERIKA);
    }

    @Test
    void an_item_that_belongs_to_another_thing_is_left_to_it() {
        log.append(List.of(
                LinkRequest.of(Ent.ID + "doc/x1", "Q9000003", LinkState.ACCEPTED, "Redaktion", "the item is taken")));
        assertThat(accepted(AcceptRule.OFFICE)).extracting(LinkRequest::qid).doesNotContain("Q9000003");
    }

    @Test
    void the_same_surname_and_day_of_birth_are_not_the_same_person() {
        LinkCandidate brother = candidate("Q1", 0.6, new LinkFeature("birth", 1, 0.3, "1962-08-31 / 1962-08-31"));
        LinkCandidate himself = candidate("Q2", 0.98, new LinkFeature("birth", 1, 0.3, "1962-08-31 / 1962-08-31"));
        assertThat(AcceptRule.BIRTH.accepts(List.of(brother))).isEmpty();
        assertThat(AcceptRule.BIRTH.accepts(List.of(brother, himself))).contains(himself);
    }

    @Test
    void a_year_in_common_is_no_birthday_and_two_of_the_same_name_are_left_to_a_person() {
        assertThat(AcceptRule.BIRTH.accepts(
                        List.of(candidate("Q1", 1, new LinkFeature("birth", 1, 0.3, "1962-08-31 / 1962")))))
                .isEmpty();
        LinkFeature born = new LinkFeature("birth", 1, 0.3, "1962-08-31 / 1962-08-31");
        assertThat(AcceptRule.BIRTH.accepts(List.of(candidate("Q1", 1, born), candidate("Q2", 1, born))))
                .isEmpty();
        assertThat(AcceptRule.BIRTH.accepts(List.of(candidate("Q1", 1, born), candidate("Q2", 1))))
                .isEmpty();
    }

    @Test
    void an_identifier_in_common_is_not_enough_where_something_contradicts() {
        LinkFeature same = new LinkFeature("identifier", 1, 0.5, "ror 01yj5ad85");
        LinkCandidate agrees = candidate("Q1", 0.7, same);
        assertThat(AcceptRule.IDENTIFIER.accepts(List.of(agrees))).contains(agrees);
        assertThat(AcceptRule.IDENTIFIER.accepts(
                        List.of(candidate("Q1", 0.7, same, new LinkFeature("type", -1, 0.5, "post")))))
                .isEmpty();
        assertThat(AcceptRule.IDENTIFIER.accepts(List.of(candidate("Q1", 0.3, same))))
                .isEmpty();
    }

    @Test
    void every_rule_was_right_often_enough_when_it_was_measured() {
        for (AcceptRule rule : AcceptRule.values()) {
            assertThat(rule.precision()).as(rule.word()).isGreaterThanOrEqualTo(0.995);
            assertThat(rule.measured()).as(rule.word()).isGreaterThan(500);
            assertThat(AcceptRule.of(rule.word())).contains(rule);
        }
        assertThat(AcceptRule.of("name")).isEmpty();
    }

    @Test
    void a_rule_without_a_measured_precision_cannot_accept() {
        assertThatThrownBy(() -> log.append(List.of(LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "rule x", "y")
                        .byRule(0))))
                .isInstanceOf(LinkException.class);
    }

    private List<LinkRequest> accepted(AcceptRule... rules) {
        SnapshotIndex index = new SnapshotIndex.Source(store).get();
        return store.read(
                d -> RuleLinks.of(d, LinkReview.of(d, index, Snapshot.in(d).name()), List.of(rules)));
    }

    private static LinkCandidate candidate(String qid, double name, LinkFeature... more) {
        List<LinkFeature> features = new java.util.ArrayList<>(List.of(new LinkFeature("name", name, 0.6, "x")));
        features.addAll(List.of(more));
        return new LinkCandidate(qid, Map.of(), Map.of(), 0.5, features);
    }
}
