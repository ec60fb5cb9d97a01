package org.entente.web.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.entente.ServedStore;
import org.entente.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging what is linked to Wikidata, on the shipped collection in a store on disk; the log stays, so every test has items of its own. */
class MergedLinksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.writable(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @AfterEach
    void undo() {
        assertThat(update("DELETE { GRAPH ?g { ?d ?p ?o } } WHERE { GRAPH ?g { ?d ent:decidedBy \"test\" ; ?p ?o } }")
                        .statusCode())
                .isEqualTo(204);
    }

    @Slow
    @Test
    void a_merge_is_the_cure_for_two_that_have_the_same_identifier() {
        String same =
                "GRAPH <https://w3id.org/entente/graph/authority/own> { person:guido-herz ent:identifier <urn:l> . <urn:l>"
                        + " a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ; ent:identifierValue \"Q4390898\" ;"
                        + " ent:linkState ent:linkAccepted ; ent:linkEvidence \"test\" }";
        HttpResponse<String> refused = update("INSERT DATA { " + same + " }");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Merge the two or reject one of the links");
        HttpResponse<String> merged =
                update("INSERT DATA { " + same + merge("both", "guido-herz", "albert-rau") + " }");
        assertThat(merged.body()).isEmpty();
        assertThat(merged.statusCode()).isEqualTo(204);
        assertThat(json("/links/person/albert-rau").at("/links").toString()).containsOnlyOnce("Q4390898");
        assertThat(count("person:albert-rau ent:identifier ?x . ?x ent:identifierValue \"Q4390898\""))
                .isEqualTo("1");
        // The identifier and the decision go together, as they came: one without the other would be refused.
        assertThat(update("DELETE { GRAPH ?g { ?d ?p ?o } GRAPH ?h { person:guido-herz ent:identifier <urn:l> } } WHERE"
                                + " { { GRAPH ?g { ?d ent:decidedBy \"test\" ; ?p ?o } } UNION { GRAPH ?g { <urn:l> ?p ?o } BIND (<urn:l> AS ?d) }"
                                + " GRAPH ?h { person:guido-herz ent:identifier <urn:l> } }")
                        .body())
                .isEmpty();
    }

    @Test
    void what_the_collection_links_can_be_merged_and_the_item_leads_to_the_one_that_is_left() {
        HttpResponse<String> merged = update("INSERT DATA { " + merge("rau", "albert-rau", "eckhard-franz") + " }");
        assertThat(merged.body()).isEmpty();
        assertThat(merged.statusCode()).isEqualTo(204);
        assertThat(ServedStore.header(site.get("/id/wikidata/Q4390898"), "Location"))
                .isEqualTo("/id/person/eckhard-franz");
        JsonNode links = json("/links/person/eckhard-franz");
        assertThat(links.at("/links/0/state").asText()).isEqualTo("accepted");
        assertThat(links.at("/history/0/entity").asText()).isEqualTo("person:albert-rau");
    }

    @Test
    void what_was_decided_about_a_merged_person_stays_visible_and_the_latest_entry_counts() {
        assertThat(decide("guido-herz", "Q900101", "accepted").statusCode()).isEqualTo(201);
        HttpResponse<String> conflict = decide("eckhard-franz", "Q900101", "accepted");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("Merge the two");
        HttpResponse<String> merged = update("INSERT DATA { " + merge("log", "guido-herz", "eckhard-franz") + " }");
        assertThat(merged.body()).isEmpty();
        assertThat(merged.statusCode()).isEqualTo(204);

        HttpResponse<String> moved = site.get("/links/person/guido-herz?lang=en&format=json");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(ServedStore.header(moved, "Location")).isEqualTo("/links/person/eckhard-franz?lang=en&format=json");
        JsonNode history = json("/links/person/eckhard-franz").at("/history");
        assertThat(history.at("/0/entity").asText()).isEqualTo("person:guido-herz");
        assertThat(history.at("/0/by").asText()).isEqualTo("R");
        assertThat(history.at("/0/why").asText()).isEqualTo("why accepted");
        assertThat(site.get("/links/person/eckhard-franz?lang=en", "Accept", "text/html")
                        .body())
                .contains("of person:guido-herz, merged into this");

        HttpResponse<String> late = decide("guido-herz", "Q900101", "rejected");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("person/eckhard-franz, into which it was merged");
        for (String state : new String[] {"rejected", "unsure", "accepted", "withdrawn"}) {
            assertThat(decide("eckhard-franz", "Q900101", state).statusCode()).isEqualTo(201);
            JsonNode links = json("/links/person/eckhard-franz").at("/links");
            assertThat(links.findValuesAsText("qid")).containsOnlyOnce("Q900101");
            assertThat(links.at("/0/state").asText()).isEqualTo(state);
            assertThat(count("person:eckhard-franz ent:identifier ?x . ?x ent:identifierValue \"Q900101\""))
                    .isEqualTo("1");
        }
        assertThat(json("/links/person/eckhard-franz").at("/history"))
                .filteredOn(e -> e.at("/qid").asText().equals("Q900101"))
                .extracting(e -> e.at("/entity").asText() + " " + e.at("/state").asText())
                .containsExactly(
                        "person:guido-herz accepted",
                        "person:eckhard-franz rejected",
                        "person:eckhard-franz unsure",
                        "person:eckhard-franz accepted",
                        "person:eckhard-franz withdrawn");

        undo();
        assertThat(json("/links/person/guido-herz").at("/links/0/state").asText())
                .isEqualTo("accepted");
        assertThat(decide("guido-herz", "Q900101", "withdrawn").statusCode()).isEqualTo(201);
    }

    @Slow
    @Test
    void what_is_accepted_to_be_two_items_is_not_merged() {
        assertThat(decide("guido-herz", "Q900201", "accepted").body()).contains("entries");
        HttpResponse<String> refused = update("INSERT DATA { " + merge("two", "guido-herz", "albert-rau") + " }");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("merge-of-different-items", "Q4390898", "Q900201");
        assertThat(decide("guido-herz", "Q900201", "withdrawn").statusCode()).isEqualTo(201);
        assertThat(update("INSERT DATA { " + merge("two", "guido-herz", "albert-rau") + " }")
                        .statusCode())
                .isEqualTo(204);
    }

    @Slow
    @Test
    void what_nothing_describes_is_not_merged() {
        for (String[] pair : new String[][] {{"ghost", "albert-rau"}, {"albert-rau", "ghost"}}) {
            HttpResponse<String> refused = update("INSERT DATA { " + merge("ghost", pair[0], pair[1]) + " }");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("merge-of-nothing", "person:ghost");
        }
    }

    private static HttpResponse<String> decide(String person, String qid, String state) {
        return site.post(
                "/links",
                "application/json",
                "{\"entity\":\"person:%s\",\"qid\":\"%s\",\"state\":\"%s\",\"by\":\"R\",\"why\":\"why %s\"}"
                        .formatted(person, qid, state, state),
                "Authorization",
                "Bearer " + ServedStore.KEY);
    }

    private static String merge(String name, String given, String into) {
        return " GRAPH <https://w3id.org/entente/graph/decisions/own> { <https://w3id.org/entente/id/decision/test-"
                + name
                + "> a ent:Decision ; rdfs:label \"Versuch\"@de , \"Trial\"@en ; ent:decidesOn person:" + given
                + " ; ent:aspect ent:mergedInto ; ent:prefers person:" + into + " ; ent:decidedBy \"test\" ;"
                + " ent:decidedOn \"2026-11-24\" ; ent:rationale \"Versuch\"@de , \"Trial\"@en }";
    }

    private static HttpResponse<String> update(String update) {
        return site.update("""
                PREFIX ent: <https://w3id.org/entente/ontology#>
                PREFIX person: <https://w3id.org/entente/id/person/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                """ + update);
    }

    private static String count(String pattern) {
        return site.query(
                        "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX person: <https://w3id.org/entente/id/person/>"
                                + " SELECT (COUNT(*) AS ?n) { " + pattern + " }",
                        "text/csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String path) {
        try {
            return JSON.readTree(site.get(path, "Accept", "application/json").body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
