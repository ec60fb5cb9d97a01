package org.entente.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.derive.RuleCase;
import org.entente.derive.Rules;
import org.entente.dossier.DossierConclusion.Contradiction;
import org.entente.encounter.Attestation;
import org.entente.encounter.Named;
import org.entente.execution.Select;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every tier and every verdict on a small invented account. */
class DossierTest {
    @TempDir
    static Path folder;

    private static Store store;

    @BeforeAll
    static void load() {
        store = Store.inMemory(Rules.read(Path.of("queries/rules")));
        RuleCase.load(Path.of("src/test/resources/dossier.trig"), folder, store);
    }

    @ParameterizedTest
    @CsvSource({
        "person/anna, person/boris, HELD, HELD, NONE",
        "person/anna, person/hans, CO_ATTENDED, CO_ATTENDED, NONE",
        "person/clara, post/minister-south, BY_OFFICE_ONLY, BY_OFFICE_ONLY, NONE",
        "person/clara, person/farid, BY_OFFICE_ONLY, BY_OFFICE_ONLY, NONE",
        "person/clara, person/gulnara, NO_EVIDENCE, NO_EVIDENCE, NONE",
        "person/anna, person/clara, PLANNED_ONLY, PLANNED_ONLY, NONE",
        "person/anna, person/dimitri, NOT_HELD, NOT_HELD, NONE",
        "person/anna, person/elena, CONTRADICTORY, CONTRADICTORY, OPEN",
        "person/boris, person/hans, CONTRADICTORY, HELD, DECIDED",
        "person/dimitri, person/elena, POSSIBLY_BY_OFFICE, POSSIBLY_BY_OFFICE, NONE",
        "person/boris, person/gulnara, EXPECTED_ONLY, EXPECTED_ONLY, NONE",
        "person/dimitri, person/hans, NOT_HELD, NOT_HELD, NONE",
        "person/anna, person/farid, NO_EVIDENCE, NO_EVIDENCE, NONE",
        "person/anna, person/gulnara, NO_EVIDENCE, NO_EVIDENCE, NONE",
        "state/north, state/south, HELD, HELD, OPEN"
    })
    void the_verdict_follows_the_rules(
            String a, String b, Verdict verdict, Verdict otherwise, Contradiction contradiction) {
        assertThat(dossier(a, b, "en").judgement()).isEqualTo(new DossierConclusion(verdict, otherwise, contradiction));
        assertThat(dossier(b, a, "en").judgement())
                .as("either way round")
                .isEqualTo(new DossierConclusion(verdict, otherwise, contradiction));
    }

    @Test
    void a_meeting_is_told_with_offices_titles_agreements_and_evidence() {
        Dossier dossier = dossier("person/anna", "person/boris", "en");
        assertThat(dossier.rows())
                .extracting(DossierRow::tier)
                .containsExactly(ContactCategory.MET, ContactCategory.SAME_EVENT, ContactCategory.ANNOUNCED);
        DossierRow met = dossier.rows().getFirst();
        assertThat(met.dates()).containsExactly("2020-05-03");
        assertThat(met.places()).extracting(Named::node).containsExactly(node("place/hall"));
        assertThat(met.a()).singleElement().satisfies(anna -> {
            assertThat(anna.offices()).extracting(Named::node).containsExactly(node("post/minister-north"));
            assertThat(anna.titles()).containsExactly("the minister");
        });
        assertThat(met.outcomes()).extracting(o -> o.agreement().label()).containsExactly("Accord");
        assertThat(met.reports()).singleElement().satisfies(report -> {
            assertThat(report.document().label()).isEqualTo("Paper A");
            assertThat(report.locator()).isEqualTo("P1");
            assertThat(report.tellsOfA() && report.tellsOfB()).isTrue();
        });
        assertThat(DossierSentences.EN.answer(dossier))
                .isEqualTo("Anna Nordmann and boris met once, on 3 May 2020 (hall). They also attended the same event"
                        + " once, in June 2020. In addition, one meeting was announced for September 2020; no source reports that it"
                        + " took place.");
    }

    @Test
    void an_unnamed_host_has_a_possible_holder_and_never_two_where_one_is_certain() {
        DossierRow row = dossier("person/clara", "person/farid", "de").rows().getFirst();
        assertThat(row.tier()).isEqualTo(ContactCategory.BY_OFFICE);
        assertThat(row.b()).singleElement().satisfies(host -> assertThat(host.byOffice())
                .isTrue());
        assertThat(row.holders()).singleElement().satisfies(holder -> {
            assertThat(holder.holder().node()).isEqualTo(node("person/farid"));
            assertThat(holder.asked()).isTrue();
            assertThat(holder.why()).isEqualTo(DossierRow.Why.CERTAIN);
        });
        assertThat(row.unnamedCounterpart()).isTrue();
    }

    @Test
    void whoever_only_held_the_office_is_not_named_as_one_who_met() {
        assertThat(DossierSentences.EN.answer(dossier("person/clara", "person/farid", "en")))
                .isEqualTo(
                        "Clara met the holder of the office “minister-south”, on 10 October 2020. Farid held the office"
                                + " then; no source says who is meant.");
        assertThat(DossierSentences.EN.answer(dossier("person/dimitri", "person/elena", "en")))
                .isEqualTo(
                        "Dimitri met the holder of the office “old-office”, on 2 February 2017. Elena may have held the"
                                + " office then; no source shows it.");
        assertThat(DossierSentences.DE.answer(dossier("person/elena", "person/dimitri", "de")))
                .isEqualTo("Dimitri traf die Person im Amt „old-office“, am 2. Februar 2017. Elena hatte das Amt damals"
                        + " möglicherweise inne; belegt ist das nicht.");
    }

    @Test
    void what_did_not_come_about_is_said_with_what_became_of_it() {
        assertThat(DossierSentences.EN.answer(dossier("person/anna", "person/dimitri", "en")))
                .isEqualTo("One meeting of Anna Nordmann and dimitri was cancelled.");
        assertThat(DossierSentences.EN.answer(dossier("person/dimitri", "person/hans", "en")))
                .isEqualTo("One meeting of dimitri and hans is denied by a source.");
        assertThat(DossierSentences.DE.answer(dossier("person/farid", "person/hans", "de")))
                .isEqualTo("Ein Treffen von farid und hans wurde verschoben.");
        assertThat(DossierSentences.EN.answer(dossier("person/boris", "person/gulnara", "en")))
                .isEqualTo(
                        "At one event that took place, one of the two sides was only invited or expected; no source says that"
                                + " it came.");
    }

    @Test
    void what_was_cancelled_is_not_announced_any_more() {
        assertThat(dossier("person/anna", "person/dimitri", "en").rows())
                .extracting(DossierRow::tier)
                .containsExactly(ContactCategory.NOT_HELD);
    }

    @Test
    void an_open_contradiction_is_its_own_tier_and_a_decided_one_shows_its_reason() {
        assertThat(dossier("person/anna", "person/elena", "en").rows())
                .extracting(DossierRow::tier)
                .containsExactly(ContactCategory.CONTRADICTED);
        DossierRow decided = dossier("person/boris", "person/hans", "en").rows().getFirst();
        assertThat(decided.tier()).isEqualTo(ContactCategory.MET);
        assertThat(decided.disputes()).singleElement().satisfies(dispute -> {
            assertThat(dispute.sides()).hasSize(2);
            assertThat(dispute.decision().orElseThrow().rationale()).isEqualTo("The host says so.");
        });
    }

    @Test
    void events_in_the_same_place_on_the_same_day_prove_nothing() {
        Dossier dossier = dossier("person/anna", "person/farid", "en");
        assertThat(dossier.rows()).singleElement().satisfies(row -> {
            assertThat(row.tier()).isEqualTo(ContactCategory.SAME_PLACE_AND_TIME);
            assertThat(row.certain()).isTrue();
            assertThat(row.otherEvent().orElseThrow().label()).isEqualTo("Other here");
        });
    }

    @Test
    void praise_is_a_mention_and_what_was_searched_is_named() {
        Dossier dossier = dossier("person/anna", "person/gulnara", "en");
        assertThat(dossier.rows()).isEmpty();
        assertThat(dossier.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.sameReport()).isTrue();
            assertThat(mention.reports()).extracting(Attestation::note).containsExactly("Anna praised Gulnara.");
        });
        assertThat(dossier.searched().sources()).isEqualTo(6);
        assertThat(dossier.searched().publishers()).isEqualTo(2);
        assertThat(dossier.searched().languages()).containsExactly("de", "en");
        assertThat(dossier.searched().mentioningA()).hasSize(3);
        assertThat(DossierSentences.DE.answer(dossier))
                .isEqualTo(
                        "Kein Beleg für ein Treffen von Anna Nordmann und gulnara in sechs Quellen von zwei Herausgebern (2017–2022)."
                                + " Eine Quelle nennt beide nebeneinander, ohne von einem Treffen zu berichten.");
    }

    @Test
    void a_body_meets_through_its_people_and_as_itself() {
        assertThat(dossier("org/ministry-north", "state/south", "en").rows(ContactCategory.MET))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.a()).extracting(p -> p.who().label()).containsExactly("Anna Nordmann"));
        assertThat(dossier("person/hans", "org/company-south", "en").rows())
                .extracting(DossierRow::tier)
                .containsExactly(ContactCategory.SAME_EVENT);
        assertThat(dossier("delegation/north-team", "person/hans", "en").rows())
                .extracting(row -> row.event().label())
                .doesNotContain("Talk");
    }

    @Test
    void any_of_a_set_counts() {
        assertThat(dossier("person/gulnara person/anna", "person/hans person/boris", "en")
                        .rows())
                .extracting(row -> row.event().label())
                .containsExactly("Talk", "Fair", "Trip", "Ball", "Plan");
    }

    private static Dossier dossier(String a, String b, String language) {
        return store.read(data -> DossierReader.read(nodes(a), nodes(b), language, Select.on(data)));
    }

    private static List<Node> nodes(String names) {
        return Arrays.stream(names.split(" ")).map(DossierTest::node).toList();
    }

    private static Node node(String name) {
        return NodeFactory.createURI(Ent.ID + name);
    }
}
