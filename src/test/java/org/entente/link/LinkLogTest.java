package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.entente.store.StoreException;
import org.entente.vocab.Ent;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions: added, derived from, taken back by further ones, never lost. */
class LinkLogTest {
    private static final String ERIKA = LinkedExample.person("erika-muster");
    private static final String MAX = LinkedExample.person("max-beispiel");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    private final Store store = LinkedExample.store();
    private final LinkLog log = new LinkLog(store, NOON);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_decision_says_who_when_why_under_which_snapshot_and_rules() {
        decide(LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "Redaktion", "same office, same years")
                .ranked(CandidateRanking.VERSION, 0.95));
        assertThat(states(ERIKA)).containsExactly(Map.entry("Q9000003", LinkState.ACCEPTED));
        assertThat(history(ERIKA)).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("Redaktion");
            assertThat(entry.at()).contains(NOON.instant());
            assertThat(entry.why()).isEqualTo("same office, same years");
            assertThat(entry.evidence()).isEqualTo("Redaktion: same office, same years");
            assertThat(entry.snapshot()).startsWith("wikidata-1 of ");
            assertThat(entry.rule()).isEqualTo(CandidateRanking.VERSION);
            assertThat(entry.score()).contains(0.95);
        });
        List<String> entities = store.read(d -> Links.in(d).entities("Q9000003"));
        assertThat(entities).containsExactly(ERIKA);
    }

    @Test
    void to_undo_is_to_add_an_entry_and_the_clock_of_the_machine_does_not_matter() {
        decide(LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "A", "looks right"));
        decide(LinkRequest.of(ERIKA, "Q9000003", LinkState.WITHDRAWN, "B", "another Erika"));
        decide(LinkRequest.of(ERIKA, "Q9000003", LinkState.REJECTED, "C", "born elsewhere"));
        assertThat(states(ERIKA)).containsExactly(Map.entry("Q9000003", LinkState.REJECTED));
        assertThat(history(ERIKA))
                .extracting(LinkEntry::state)
                .containsExactly(LinkState.ACCEPTED, LinkState.WITHDRAWN, LinkState.REJECTED);
    }

    @Test
    void what_the_files_of_identities_state_gives_way_to_the_log_and_is_where_the_history_begins() {
        assertThat(states(MAX)).containsExactly(Map.entry("Q9000010", LinkState.ACCEPTED));
        decide(LinkRequest.of(MAX, "Q9000010", LinkState.WITHDRAWN, "B", "the list means another one"));
        assertThat(states(MAX)).containsExactly(Map.entry("Q9000010", LinkState.WITHDRAWN));
        assertThat(history(MAX)).extracting(LinkEntry::by).containsExactly("data/authority", "B");
        decide(LinkRequest.of(MAX, "Q9000010", LinkState.ACCEPTED, "C", "it does not")
                .withEvidence("register, p. 3"));
        assertThat(states(MAX)).containsExactly(Map.entry("Q9000010", LinkState.ACCEPTED));
        assertThat(history(MAX).getLast().evidence()).isEqualTo("register, p. 3");
    }

    @Test
    void decisions_that_contradict_what_was_decided_are_refused_and_nothing_is_written() {
        conflict(LinkRequest.of(MAX, "Q9000003", LinkState.ACCEPTED, "A", "x"), "as well as Q9000010");
        conflict(LinkRequest.of(ERIKA, "Q9000010", LinkState.ACCEPTED, "A", "x"), "max-beispiel");
        conflict(LinkRequest.of(MAX, "Q9000010", LinkState.ACCEPTED, "A", "x"), "already");
        conflict(LinkRequest.of(ERIKA, "Q9000003", LinkState.WITHDRAWN, "A", "x"), "never decided");
        conflict(LinkRequest.of(ERIKA, "Q9000003", LinkState.REJECTED, "A", "x").seen("candidate"), "in the meantime");
        assertThatThrownBy(() -> log.append(List.of(
                        LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "A", "x"),
                        LinkRequest.of(ERIKA, "Q9000004", LinkState.ACCEPTED, "A", "x"))))
                .isInstanceOf(LinkException.class);
        assertThat(history(ERIKA)).isEmpty();
    }

    @Test
    void decisions_of_one_batch_are_judged_in_their_order_each_against_what_the_ones_before_leave() {
        LinkRequest erika = LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "A", "x");
        assertThatThrownBy(() -> log.append(List.of(
                        erika,
                        LinkRequest.of(MAX, "Q9000010", LinkState.WITHDRAWN, "A", "x"),
                        LinkRequest.of(MAX, "Q9000003", LinkState.ACCEPTED, "A", "x"))))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("already accepted for person/erika-muster");
        assertThat(store.read(d -> Links.in(d).log()).size()).isZero();

        log.append(List.of(
                LinkRequest.of(MAX, "Q9000010", LinkState.WITHDRAWN, "A", "another Max"),
                LinkRequest.of(MAX, "Q9000011", LinkState.ACCEPTED, "A", "this one"),
                LinkRequest.of(ERIKA, "Q9000010", LinkState.ACCEPTED, "A", "it is she")));
        assertThat(states(MAX))
                .containsOnly(Map.entry("Q9000010", LinkState.WITHDRAWN), Map.entry("Q9000011", LinkState.ACCEPTED));
        assertThat(states(ERIKA)).containsExactly(Map.entry("Q9000010", LinkState.ACCEPTED));
        conflict(LinkRequest.of(MAX, "Q9000012", LinkState.ACCEPTED, "A", "x"), "as well as Q9000011");
    }

    @Test
    void of_what_files_state_about_one_item_that_of_the_one_that_is_left_counts_until_the_log_decides() {
        for (String[] pair : new String[][] {
            {"max-beispiel", "erika-muster", "REJECTED"}, {"erika-muster", "max-beispiel", "ACCEPTED"}
        }) {
            try (Store merged = LinkedExample.store()) {
                StringBuilder prefixes = new StringBuilder();
                Prefixes.all().forEach((prefix, iri) -> prefixes.append("PREFIX %s: <%s>\n".formatted(prefix, iri)));
                merged.write(d -> RDFDataMgr.read(
                        d,
                        new StringReader(prefixes
                                + "GRAPH graph:authority { person:erika-muster ent:identifier [ a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ;"
                                + " ent:identifierValue \"Q9000010\" ; ent:linkState ent:linkRejected ] }"
                                + "GRAPH graph:decisions { decision:m a ent:Decision ; ent:decidesOn person:" + pair[0]
                                + " ; ent:aspect ent:mergedInto ; ent:prefers person:" + pair[1] + " }"),
                        null,
                        Lang.TRIG));
                String left = LinkedExample.person(pair[1]);
                assertThat(merged.<Map<String, LinkState>>read(d -> Links.in(d).of(left)))
                        .containsExactly(Map.entry("Q9000010", LinkState.valueOf(pair[2])));
                assertThat(merged.<Integer>read(d -> linksOf(d, left))).isEqualTo(1);
                LinkLog decisions = new LinkLog(merged, NOON);
                decisions.append(List.of(LinkRequest.of(left, "Q9000010", LinkState.UNSURE, "A", "x")));
                assertThat(merged.<Map<String, LinkState>>read(d -> Links.in(d).of(left)))
                        .containsExactly(Map.entry("Q9000010", LinkState.UNSURE));
                assertThat(merged.<Integer>read(d -> linksOf(d, left))).isEqualTo(1);
                assertThat(merged.<List<LinkEntry>>read(d -> Links.in(d).history(left)))
                        .hasSize(3);
            }
        }
    }

    private static int linksOf(DatasetGraph dataset, String entity) {
        return dataset.getDefaultGraph()
                .find(NodeFactory.createURI(entity), EntProperty.IDENTIFIER, Node.ANY)
                .toList()
                .size();
    }

    @Test
    void a_decision_without_a_name_a_reason_a_qid_or_an_entity_is_refused() {
        refused(LinkRequest.of(ERIKA, "Q0", LinkState.REJECTED, "A", "x"), "qid");
        refused(LinkRequest.of(ERIKA, "Q1> <x", LinkState.REJECTED, "A", "x"), "qid");
        refused(LinkRequest.of(LinkedExample.person("nobody"), "Q1", LinkState.REJECTED, "A", "x"), "entity");
        refused(LinkRequest.of("https://example.org/x", "Q1", LinkState.REJECTED, "A", "x"), "entity");
        refused(LinkRequest.of(ERIKA, "Q1", LinkState.REJECTED, " ", "x"), "by");
        refused(LinkRequest.of(ERIKA, "Q1", LinkState.REJECTED, "A", ""), "why");
        refused(LinkRequest.of(ERIKA, "Q1", LinkState.REJECTED, "A", "x".repeat(2_001)), "why");
    }

    @Test
    void a_rule_accepts_only_with_its_measured_precision() {
        LinkRequest automatic =
                LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "rule: same birth date", "measured");
        refused(automatic.byRule(Double.NaN), "precision");
        refused(automatic.byRule(97), "precision");
        decide(automatic.byRule(0.997));
        assertThat(history(ERIKA).getLast().precision()).contains(0.997);
    }

    @Test
    void no_writer_can_change_or_remove_an_entry() {
        decide(LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "A", "x"));
        assertThatThrownBy(() -> store.write(d -> d.removeGraph(Graphs.LINKS)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(
                        () -> store.write(d -> d.deleteAny(Graphs.LINKS, Node.ANY, EntProperty.LINK_REASON, Node.ANY)))
                .isInstanceOf(StoreException.class);
        assertThat(states(ERIKA)).containsEntry("Q9000003", LinkState.ACCEPTED);
        assertThat(history(ERIKA)).hasSize(1);
    }

    @Test
    void the_exported_log_filed_with_another_store_gives_the_same_links_and_loses_no_character() {
        String nasty = "a \"quoted\" \\ reason \"\"\" with\nlines, \u0000-free, <tags> and Тоқаев 🚢";
        decide(LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "A", nasty.replace("\u0000", "")));
        decide(LinkRequest.of(MAX, "Q9000010", LinkState.REJECTED, "B", "no"));
        String turtle = log.export();
        try (Store other = LinkedExample.store()) {
            other.write(d ->
                    RDFDataMgr.read(d.getGraph(Graphs.FILED_LINKS), new StringReader(turtle), Ent.BASE, Lang.TURTLE));
            Map<String, LinkState> erika = other.read(d -> Links.in(d).of(ERIKA));
            Map<String, LinkState> max = other.read(d -> Links.in(d).of(MAX));
            List<LinkEntry> entries = other.read(d -> Links.in(d).log());
            assertThat(erika).containsExactly(Map.entry("Q9000003", LinkState.ACCEPTED));
            assertThat(max).containsExactly(Map.entry("Q9000010", LinkState.REJECTED));
            assertThat(entries).isEqualTo(store.read(d -> Links.in(d).log()));
            assertThat(new LinkLog(other, NOON).export()).isEqualTo(turtle);
        }
    }

    private void decide(LinkRequest request) {
        log.append(List.of(request));
    }

    private void conflict(LinkRequest request, String words) {
        assertThatThrownBy(() -> decide(request))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining(words)
                .extracting(e -> ((LinkException) e).reason())
                .isEqualTo(LinkException.Reason.CONFLICT);
    }

    private void refused(LinkRequest request, String field) {
        assertThatThrownBy(() -> decide(request))
                .isInstanceOf(LinkException.class)
                .extracting(e -> ((LinkException) e).field())
                .isEqualTo(field);
    }

    private Map<String, LinkState> states(String entity) {
        return store.read(d -> Links.in(d).of(entity));
    }

    private List<LinkEntry> history(String entity) {
        return store.read(d -> Links.in(d).history(entity));
    }
}
