package org.entente.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.entente.ShippedCollection;
import org.entente.encounter.Named;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.junit.jupiter.api.Test;

/** What the evidence of a thing shows of the contradictions of the shipped collection: whatever they are about. */
class ContradictionsShownTest {
    @Test
    void every_report_of_every_contradiction_is_shown_with_what_it_says() {
        Set<String> held = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        ShippedCollection.store().read(data -> {
            Select select = Select.on(data);
            List<Row> reports = select.rows(QueryFactory.create("PREFIX ent: <" + Ent.NS
                            + "> SELECT ?conflict ?thing ?report WHERE { ?conflict a ent:Conflict ; ent:conflictOn ?thing ;"
                            + " ent:conflictingReport ?report }"))
                    .rows();
            reports.forEach(row -> held.add(row.bound("conflict") + " " + row.bound("report")));
            select
                    .rows(
                            InternalQuery.ENCOUNTER_DISPUTES,
                            "event",
                            reports.stream().map(row -> row.bound("thing")).collect(Collectors.toSet()))
                    .rows()
                    .stream()
                    .filter(row -> row.has("value"))
                    .forEach(row -> shown.add(row.bound("conflict") + " " + row.bound("report")));
            return held;
        });

        assertThat(held).as(EntClass.CONFLICT + " of the collection").isNotEmpty();
        assertThat(shown).containsExactlyElementsOf(held);
    }

    @Test
    void who_signed_is_said_by_name_or_by_office() {
        for (String thing : List.of("event/raw-materials-signing-2012", "agreement/raw-materials-de-kz-2012")) {
            assertThat(disputes(thing)).as(thing).singleElement().satisfies(dispute -> {
                assertThat(dispute.about()).isEmpty();
                assertThat(dispute.sides())
                        .extracting(Dispute.Side::values)
                        .containsExactlyInAnyOrder(
                                List.of("Angela Merkel", "Nursultan Nazarbayev"),
                                List.of("Federal Minister for Economic Affairs", "Minister of Economy of Kazakhstan"));
            });
        }
    }

    @Test
    void the_office_of_one_person_is_said_of_this_person_and_concerns_nobody_else() {
        assertThat(disputes("event/bozhko-rau-rettler-2019")).singleElement().satisfies(dispute -> {
            assertThat(dispute.about().map(Named::label)).contains("Ute Rettler");
            assertThat(dispute.sides())
                    .hasSize(2)
                    .allSatisfy(side ->
                            assertThat(side.values()).singleElement().asString().contains("irector"));
            assertThat(dispute.concerns(Set.of(node("person/ute-rettler")))).isTrue();
            assertThat(dispute.concerns(Set.of(node("person/albert-rau")))).isFalse();
        });
    }

    private static List<Dispute> disputes(String thing) {
        return ShippedCollection.store().read(data -> EvidenceReader.read(node(thing), "en", 10, Select.on(data))
                .orElseThrow()
                .disputes());
    }

    private static Node node(String name) {
        return NodeFactory.createURI(Ent.ID + name);
    }
}
