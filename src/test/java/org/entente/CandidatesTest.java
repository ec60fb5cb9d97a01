package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierReader;
import org.entente.dossier.DossierRow;
import org.entente.execution.Select;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.query.StoreEntityResolver;
import org.entente.store.Store;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;

/** Whoever certainly held an office is the same person for the rules, for the canned query and for a dossier. */
class CandidatesTest {
    private static final Store STORE = ShippedCollection.store();

    /** A possible holder and the one whom that holder may have met, at one event. */
    private record Case(String event, String holder, String other) {}

    @Test
    void certain_means_the_same_in_the_rules_in_the_query_and_in_the_dossier() {
        Set<Case> derived = cases(
                "SELECT ?event ?holder ?other { ?e ent:level ent:levelCandidate ; ent:viaEvent ?event ; ent:between ?holder , ?other ;"
                        + " ent:officeInferredFrom/ent:holder ?holder . FILTER (?holder != ?other) }");
        assertThat(derived).isNotEmpty();
        Set<String> certain = rows("certain");
        assertThat(certain).isNotEmpty();
        derived.forEach(one -> assertThat(certain).contains(one.event() + " " + one.holder()));
        // Everybody who met the holder of an office, or was to, has that candidate and no other.
        Set<Case> byOffice = cases(
                "SELECT ?event ?holder ?other { VALUES ?level { ent:levelMetHolderOf ent:levelAnnouncedHolderOf } ?e ent:level ?level ;"
                        + " ent:viaEvent ?event ; ent:between ?other , ?post . ?other a ent:Person . ?tenure ent:ofPost ?post ;"
                        + " ent:holder ?holder . FILTER (?holder != ?other) }");
        assertThat(byOffice.stream()
                        .filter(one -> certain.contains(one.event() + " " + one.holder()))
                        .collect(Collectors.toSet()))
                .isEqualTo(derived);
        Set<String> possible = rows("possible");
        for (Case one : byOffice) {
            Dossier dossier = STORE.read(data ->
                    DossierReader.read(List.of(node(one.other())), List.of(node(one.holder())), "en", Select.on(data)));
            List<DossierRow.Why> why = dossier.rows().stream()
                    .filter(row -> row.event().node().equals(node(one.event())))
                    .flatMap(row -> row.holders().stream())
                    .filter(holder -> holder.holder().node().equals(node(one.holder())))
                    .map(DossierRow.PossibleHolder::why)
                    .toList();
            String key = one.event() + " " + one.holder();
            assertThat(why)
                    .as(one.toString())
                    .hasSize(certain.contains(key) || possible.contains(key) ? 1 : 0)
                    .allMatch(w -> (w == DossierRow.Why.CERTAIN) == certain.contains(key));
        }
    }

    @Test
    void who_held_the_office_before_or_after_others_is_not_possible() {
        assertThat(rows("possible"))
                .doesNotContain(
                        "event:mirziyoyev-federal-president-2019 person:horst-koehler",
                        "event:mirziyoyev-federal-president-2019 person:richard-von-weizsaecker",
                        "event:willingmann-ambassador-2017 person:monika-iwersen");
        assertThat(rows("certain")).contains("event:mirziyoyev-federal-president-2019 person:frank-walter-steinmeier");
    }

    private static Set<String> rows(String fit) {
        CannedQuery query = ShippedCollection.catalog().query("candidates").orElseThrow();
        Map<String, List<String>> given = new HashMap<>(Map.of("fit", List.of(fit), "lang", List.of("en")));
        var bound = query.bind(
                        Parameters.read(query, given, new StoreEntityResolver(STORE), new EdtfDates()),
                        new Paging(1, 1000))
                .query();
        Set<String> rows = new TreeSet<>();
        STORE.read(data -> {
            try (QueryExec exec = QueryExec.dataset(data).query(bound).build()) {
                exec.select()
                        .forEachRemaining(row ->
                                rows.add(Prefixes.compact(row.get("event").getURI()) + " "
                                        + Prefixes.compact(row.get("candidate").getURI())));
            }
            return rows;
        });
        return rows;
    }

    private static Set<Case> cases(String select) {
        String prefix = "PREFIX ent: <" + Prefixes.all().get("ent") + ">\n";
        return STORE.read((DatasetGraph data) -> {
            Set<Case> cases = new java.util.HashSet<>();
            try (QueryExec exec = QueryExec.dataset(data).query(prefix + select).build()) {
                exec.select()
                        .forEachRemaining(row -> cases.add(new Case(
                                Prefixes.compact(row.get("event").getURI()),
                                Prefixes.compact(row.get("holder").getURI()),
                                Prefixes.compact(row.get("other").getURI()))));
            }
            return cases;
        });
    }

    private static Node node(String compact) {
        int colon = compact.indexOf(':');
        return NodeFactory.createURI(Prefixes.all().get(compact.substring(0, colon)) + compact.substring(colon + 1));
    }
}
