package org.entente.web.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.entente.Slow;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging and splitting over HTTP, on the shipped collection with its rules, shapes and checks, in a store on disk; every test undoes what it did. */
class MergeTest {
    private static final String PREFIXES = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX person: <https://w3id.org/entente/id/person/>
            PREFIX decision: <https://w3id.org/entente/id/decision/>
            PREFIX doc: <https://w3id.org/entente/id/doc/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    @TempDir
    private static Path folder;

    private static ServedStore merging;

    @BeforeAll
    static void start() {
        merging = ServedStore.writable(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        merging.close();
    }

    @AfterEach
    void undo() {
        update("DELETE { GRAPH ?g { ?d ?p ?o } } WHERE { GRAPH ?g { ?d ent:decidedBy \"test\" ; ?p ?o } }");
        update("DELETE WHERE { GRAPH <https://w3id.org/entente/graph/authority/own> { person:other-rau ?p ?o } }");
    }

    @Slow
    @Test
    void what_is_loaded_from_files_is_not_written_over_http_and_the_answer_says_where_to_write() {
        for (String graph : List.of("authority", "decisions", "source/s003", "ontology", "release")) {
            HttpResponse<String> refused = update(
                    "INSERT DATA { GRAPH <https://w3id.org/entente/graph/" + graph + "> { <urn:lost> <urn:b> 1 } }");
            assertThat(refused.statusCode()).as(graph).isEqualTo(409);
            assertThat(refused.body()).contains("graph/authority/own").contains("graph/decisions/own");
        }
    }

    @Test
    void merged_persons_are_one_everywhere_and_an_undo_brings_both_back() {
        String met = get("/who-met?person=person:albert-rau&format=csv").body();
        long ofRau = met.lines().count();
        long ofFranz = get("/who-met?person=person:eckhard-franz&format=csv")
                .body()
                .lines()
                .count();
        assertThat(ofRau).isGreaterThan(1);
        List<String> naming = mentioning("person:guido-herz");
        assertThat(naming).isNotEmpty();

        HttpResponse<String> merged = update(
                decision("merge", "person:guido-herz", "ent:mergedInto") + " ent:prefers person:eckhard-franz . } }");
        assertThat(merged.body()).isEmpty();
        assertThat(merged.statusCode()).isEqualTo(204);

        assertThat(Stream.of("/id/", "/page/", "/data/")
                        .map(p -> p + "person/guido-herz")
                        .map(MergeTest::get))
                .extracting(r -> r.statusCode() + " " + header(r, "Location"))
                .containsExactly(
                        "308 /id/person/eckhard-franz",
                        "308 /page/person/eckhard-franz",
                        "308 /data/person/eckhard-franz");
        assertThat(get("/data/person/guido-herz.ttl").headers().firstValue("Location"))
                .hasValue("/data/person/eckhard-franz.ttl");
        assertThat(get("/who-met?person=Guido%20Herz&format=csv").body())
                .contains("albert-rau")
                .isEqualTo(
                        get("/who-met?person=person:eckhard-franz&format=csv").body());
        assertThat(get("/who-met?person=person:albert-rau&format=csv").body()).doesNotContain("guido-herz");
        assertThat(get("/dossier?a=person:guido-herz&b=Albert%20Rau&format=json")
                        .body())
                .contains("event/wg-economy-9")
                .doesNotContain("person/guido-herz\"");
        assertThat(mentioning("person:eckhard-franz"))
                .as("sources that name the merged person speak of the one that is left")
                .containsAll(naming);
        assertThat(get("/reconcile/preview?id=person/guido-herz").body()).contains("Eckhard Franz");
        assertThat(get("/path?from=Albert%20Rau&to=Guido%20Herz&format=json").body())
                .contains("eckhard-franz");
        assertThat(get("/queries/names-of-entity?entity=person:eckhard-franz&format=csv")
                        .body())
                .contains("Guido Herz")
                .contains("person/guido-herz,https://w3id.org/entente/id/decision/test-merge");
        assertThat(ask("ASK { GRAPH ?s { ?p ent:participant person:guido-herz } }"))
                .as("the sources keep what they said")
                .contains("true");

        String withdrawal =
                decision("undo", "decision:test-merge", "ent:withdrawnBy") + " ent:overrides decision:test-merge . } }";
        assertThat(update(withdrawal).statusCode()).isEqualTo(204);
        assertThat(get("/id/person/guido-herz").statusCode()).isEqualTo(303);
        assertThat(get("/who-met?person=person:albert-rau&format=csv").body()).isEqualTo(met);
        assertThat(get("/who-met?person=person:eckhard-franz&format=csv")
                        .body()
                        .lines()
                        .count())
                .isEqualTo(ofFranz);
    }

    @Test
    void a_split_gives_the_assigned_participations_to_the_new_person() {
        assertThat(update(
                                "INSERT DATA { GRAPH <https://w3id.org/entente/graph/authority/own> { person:other-rau a ent:Person ;"
                                        + " rdfs:label \"Anderer Rau\"@de , \"Other Rau\"@en } }")
                        .statusCode())
                .isEqualTo(204);
        String participation = firstParticipation();
        assertThat(update(decision("split", "person:albert-rau", "ent:splitFrom")
                                + " ent:prefers person:other-rau ; ent:assigns <" + participation + "> . } }")
                        .statusCode())
                .isEqualTo(204);
        assertThat(ask("ASK { ?p ent:participant person:other-rau ; ent:inEvent ?e ; ent:supportedBy ?r ."
                        + " GRAPH ?g { <" + participation + "> ent:inReport ?r } }"))
                .contains("true");
        assertThat(ask("ASK { GRAPH ?g { <" + participation + "> ent:participant person:albert-rau } }"))
                .contains("true");
    }

    @Test
    void a_circle_is_refused_with_its_finding_and_nothing_is_committed() {
        assertThat(update(decision("one", "person:guido-herz", "ent:mergedInto")
                                + " ent:prefers person:eckhard-franz . } }")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> circle = update(
                decision("two", "person:eckhard-franz", "ent:mergedInto") + " ent:prefers person:guido-herz . } }");
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.body())
                .contains("merge-circle")
                .contains("person:guido-herz")
                .contains("findings");
        assertThat(get("/id/person/guido-herz").statusCode()).isEqualTo(308);
        assertThat(get("/id/person/eckhard-franz").statusCode()).isEqualTo(303);
    }

    @Slow
    @Test
    void a_chain_leads_to_its_end() {
        assertThat(List.of(
                        update(decision("one", "person:guido-herz", "ent:mergedInto")
                                        + " ent:prefers person:eckhard-franz . } }")
                                .statusCode(),
                        update(decision("two", "person:eckhard-franz", "ent:mergedInto")
                                        + " ent:prefers person:roland-weigert . } }")
                                .statusCode()))
                .containsOnly(204);
        assertThat(get("/id/person/guido-herz").headers().firstValue("Location"))
                .hasValue("/id/person/roland-weigert");
        assertThat(get("/id/person/eckhard-franz").headers().firstValue("Location"))
                .hasValue("/id/person/roland-weigert");
    }

    @Test
    void a_decision_without_reasons_is_refused_by_the_shapes() {
        HttpResponse<String> response = update("INSERT DATA { GRAPH <https://w3id.org/entente/graph/decisions/own> {"
                + " decision:test-bare a ent:Decision ; ent:decidedBy \"test\" ; ent:decidesOn person:guido-herz ;"
                + " ent:aspect ent:mergedInto ; ent:prefers person:eckhard-franz } }");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("ent:rationale");
        assertThat(get("/id/person/guido-herz").statusCode()).isEqualTo(303);
    }

    /** The sources that a dossier says name the person. */
    private static List<String> mentioning(String person) {
        try {
            return new ObjectMapper()
                    .readTree(get("/dossier?a=" + person + "&b=person:albert-rau&format=json")
                            .body())
                    .at("/searched/mentioningA")
                    .findValuesAsText("iri");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String firstParticipation() {
        return get("/sparql?format=csv&query="
                        + Urls.encode(PREFIXES
                                + "SELECT ?p { GRAPH ?g { ?p ent:participant person:albert-rau ; ent:inReport ?r } ?e ent:supportedBy ?r"
                                + " . ?e a ent:Event } ORDER BY ?p LIMIT 1"))
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static String decision(String name, String on, String aspect) {
        return "INSERT DATA { GRAPH <https://w3id.org/entente/graph/decisions/own> { decision:test-" + name
                + " a ent:Decision ; rdfs:label \"Versuch " + name + "\"@de , \"Trial " + name
                + "\"@en ; ent:decidesOn " + on
                + " ; ent:aspect " + aspect + " ; ent:decidedBy \"test\" ;"
                + " ent:decidedOn \"2026-11-24\" ; ent:rationale \"Versuch\"@de , \"Trial\"@en ;";
    }

    private static String ask(String query) {
        return get("/sparql?format=csv&query=" + Urls.encode(PREFIXES + query)).body();
    }

    private static HttpResponse<String> update(String update) {
        return merging.update(PREFIXES + update);
    }

    private static HttpResponse<String> get(String path) {
        return merging.get(path.replace(" ", "%20"));
    }
}
