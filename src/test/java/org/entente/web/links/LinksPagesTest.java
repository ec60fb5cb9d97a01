package org.entente.web.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.entente.ServedStore;
import org.entente.link.CandidateRanking;
import org.entente.link.LinkedExample;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The review of links over HTTP: read by everybody, decided by whoever has the key, taken back, never lost. */
class LinksPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CHOICE = "person%3Aerika-muster%20Q9000003";

    private final ServedStore site =
            ServedStore.over(LinkedExample.store(), ServerOptions.defaults().withWriteKey(KEY));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_page_lists_what_is_to_be_decided_with_reasons_in_both_languages() {
        HttpResponse<String> page = site.get("/links?lang=en", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Erika Muster", "Q9000003", "office +0.25", "type=\"password\"", "Links to Wikidata")
                .doesNotContain("Max Beispiel");
        assertThat(site.get("/links?lang=de", "Accept", "text/html").body())
                .contains("Verweise auf Wikidata", "Amt +0.25");
        assertThat(site.get("/links?state=accepted", "Accept", "text/html").body())
                .contains("Max Beispiel");
        assertThat(site.get("/links?state=rejected&lang=en", "Accept", "text/html")
                        .body())
                .contains("No link is in this state");
        assertThat(site.get("/links?state=nonsense").statusCode()).isEqualTo(422);
        assertThat(site.get("/links?type=ship").statusCode()).isEqualTo(422);
    }

    @Test
    void a_form_with_the_key_decides_and_leads_back_and_its_key_is_in_no_address() {
        HttpResponse<String> done = form("by=Redaktion&why=same+office&" + CHOICE + "=accepted&key=" + KEY);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(header(done, "Location"))
                .startsWith("/links?state=open")
                .contains("saved=1")
                .doesNotContain(KEY);
        assertThat(site.get(header(done, "Location"), "Accept", "text/html").body())
                .contains("One decision was saved", "Nothing left to decide");
        assertThat(json("/links/person/erika-muster").at("/history/0/rule").asText())
                .isEqualTo(CandidateRanking.VERSION);
        assertThat(json("/links/person:erika-muster").at("/links/0/state").asText())
                .isEqualTo("accepted");
        HttpResponse<String> history = site.get("/links/person/erika-muster?lang=en", "Accept", "text/html");
        assertThat(history.body()).contains("same office", "Redaktion", "Érica Moustère", "withdraw");

        HttpResponse<String> undone = form("by=R&why=wrong&return=/links/person/erika-muster&" + CHOICE
                + "=withdrawn&seen+" + CHOICE + "=accepted&key=" + KEY);
        assertThat(header(undone, "Location")).startsWith("/links/person/erika-muster?saved=1");
        assertThat(json("/links/person/erika-muster").at("/history").size()).isEqualTo(2);
    }

    @Test
    void without_the_key_nothing_is_decided_and_nothing_typed_is_lost() {
        for (String key : new String[] {"", "&key=wrong"}) {
            HttpResponse<String> refused = form("by=Red%26aktion&why=a+long+reason&" + CHOICE + "=accepted" + key);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("value=\"Red&amp;aktion\"", "value=\"a long reason\"", "role=\"alert\"")
                    .contains("name=\"person:erika-muster Q9000003\" value=\"accepted\" checked")
                    .doesNotContain("value=\"wrong\"");
        }
        assertThat(json("/links/person/erika-muster").at("/history").size()).isZero();
        assertThat(form("by=&why=x&" + CHOICE + "=accepted&key=" + KEY).statusCode())
                .isEqualTo(422);
        assertThat(form("by=R&why=x&key=" + KEY).statusCode()).isEqualTo(422);
        assertThat(form("by=R&why=x&seen+" + CHOICE + "=rejected&" + CHOICE + "=accepted&key=" + KEY)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void candidates_stand_beside_what_the_collection_says_with_the_facts_of_the_snapshot() {
        String page = site.get("/links?lang=en", "Accept", "text/html").body();
        assertThat(page)
                .contains("In this collection", "<dt>Offices</dt><dd><span>Minister of Musterland", "Эрика Мустер")
                .contains("Minister of Musterland (2014-03-01 –)", "Why this score:", "Another item for Erika Muster");
        assertThat(site.get("/links?state=all&score=99&lang=en", "Accept", "text/html")
                        .body())
                .contains("Erika Muster")
                .doesNotContain("Max Beispiel");
        assertThat(site.get("/links?score=101").statusCode()).isEqualTo(422);
        assertThat(site.get("/links?choose=clear&lang=en", "Accept", "text/html")
                        .body())
                .contains("name=\"person:erika-muster Q9000003\" value=\"accepted\" checked");
    }

    @Test
    void a_batch_is_shown_in_words_before_it_is_saved_and_needs_no_key_for_that() {
        HttpResponse<String> preview = form("step=preview&by=R&" + CHOICE
                + "=accepted&item+post%3Aminister=Q9000002&person%3Aerika-muster%20Q9000004=rejected");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("3 decisions before saving", "Accept: Erika Muster is", "Reject: Erika Muster is not")
                .contains("name=\"person:erika-muster Q9000003\" value=\"accepted\" checked", "value=\"R\"")
                .contains("is already accepted. Nothing was changed.");
        assertThat(json("/links/person/erika-muster").at("/history").size()).isZero();
    }

    @Test
    void any_item_of_the_snapshot_can_be_given_by_its_number_or_address_and_others_only_knowingly() {
        String erika = "by=R&why=x&key=" + KEY + "&item+person%3Aerika-muster=";
        HttpResponse<String> outside = form(erika + "Q77");
        assertThat(outside.statusCode()).isEqualTo(422);
        assertThat(outside.body()).contains("has no Q77", "outside the snapshot", "value=\"Q77\"", "Nothing was saved");
        assertThat(form(erika + "Erika").body()).contains("is not a Q number of Wikidata", "value=\"Erika\"");
        assertThat(form(erika + "Q77&step=preview").body()).contains("not in the snapshot: nothing about it");
        assertThat(form(erika + "https%3A%2F%2Fwww.wikidata.org%2Fwiki%2FQ9000004")
                        .statusCode())
                .isEqualTo(303);
        assertThat(json("/links?state=accepted&type=person").toString()).contains("\"Q9000004\"");
        assertThat(form("by=R&why=x&outside=yes&key=" + KEY + "&item+post%3Aminister=Q77")
                        .statusCode())
                .as("the post has another item")
                .isEqualTo(409);
        String compared = site.get("/links/person/max-beispiel?item=q9000004&lang=en", "Accept", "text/html")
                .body();
        assertThat(compared).contains("Q9000004", "ship", "name=\"person:max-beispiel Q9000004\"");
        assertThat(site.get("/links/person/max-beispiel?item=Q77").statusCode()).isEqualTo(422);
    }

    @Test
    void what_was_just_saved_can_be_taken_back_from_the_page_that_says_so() {
        HttpResponse<String> done =
                form("by=R&why=x&key=" + KEY + "&" + CHOICE + "=accepted&person%3Aerika-muster%20Q9000004=rejected");
        String page = site.get(header(done, "Location"), "Accept", "text/html").body();
        assertThat(page)
                .contains("2 decisions were saved", "Take back", "Erika Muster: Q9000003, accepted → withdrawn")
                .contains("name=\"seen person:erika-muster Q9000003\" value=\"accepted\"");
        assertThat(form("by=R&why=wrong&key=" + KEY + "&seen+" + CHOICE + "=accepted&" + CHOICE + "=withdrawn")
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.get(header(done, "Location"), "Accept", "text/html").body())
                .contains("Q9000004, rejected → withdrawn")
                .doesNotContain("Q9000003, accepted → withdrawn");
        // A link that a file states is accepted again, not only withdrawn.
        HttpResponse<String> rejected = form("by=R&why=x&key=" + KEY + "&person%3Amax-beispiel%20Q9000010=rejected");
        assertThat(site.get(header(rejected, "Location"), "Accept", "text/html").body())
                .contains("Max Beispiel: Q9000010, rejected → accepted");
    }

    @Test
    void a_wrong_key_on_the_page_of_one_thing_stays_on_it_and_keeps_what_was_typed() {
        HttpResponse<String> refused = form("by=Red&why=a+long+reason&return=/links/person/erika-muster&" + CHOICE
                + "=unsure&item+person%3Aerika-muster=Q5&key=wrong");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("href=\"/links/person/erika-muster\"", "value=\"a long reason\"", "value=\"Q5\"")
                .contains("value=\"unsure\" checked", "Nothing was saved. What you chose and wrote is still here")
                // Nothing was worked out: no candidate is shown.
                .doesNotContain("Q9000004");
    }

    @Test
    void a_form_of_another_site_is_refused_even_with_the_key() {
        String body = "by=R&why=x&" + CHOICE + "=accepted&key=" + KEY;
        assertThat(site.post("/links", FORM, body, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.post("/links", FORM, body, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(site.post("/links", FORM, body, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(header(site.post("/links", FORM, body), "Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(site.post(
                                "/links",
                                FORM,
                                "by=R&why=x&return=https://evil.example&" + CHOICE + "=withdrawn&key=" + KEY,
                                "Origin",
                                site.url(""))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith("/links?");
    }

    @Test
    void a_program_decides_in_json_with_the_key_in_the_header() {
        String decision =
                "{\"entity\":\"person:erika-muster\",\"qid\":\"Q9000004\",\"state\":\"rejected\",\"by\":\"R\",\"why\":\"a ship\"}";
        assertThat(site.post("/links", "application/json", decision).statusCode())
                .isEqualTo(401);
        assertThat(site.post("/links", "application/json", decision, "Authorization", "Bearer no")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(decision).statusCode()).isEqualTo(201);
        assertThat(post(decision).statusCode()).isEqualTo(409);
        assertThat(post(decision.replace("erika-muster", "nobody")).statusCode())
                .isEqualTo(404);
        assertThat(post(decision.replace("\"R\"", "7")).statusCode()).isEqualTo(422);
        assertThat(post(decision.replace("rejected", "maybe")).statusCode()).isEqualTo(422);
        assertThat(post("[]").statusCode()).isEqualTo(400);
        assertThat(post("{").statusCode()).isEqualTo(400);
        assertThat(post("{\"decisions\":[]}").statusCode()).isEqualTo(400);
        assertThat(post("{\"decisions\":{}}").statusCode()).isEqualTo(400);
        assertThat(post("{\"decisions\":[7]}").statusCode()).isEqualTo(400);
        for (String unknown : new String[] {
            decision.replace("{", "{\"scheme\":\"gnd\","),
            "{\"decisions\":[" + decision.replace("{", "{\"scheme\":\"gnd\",") + "]}",
            "{\"scheme\":1,\"decisions\":[" + decision + "]}"
        }) {
            HttpResponse<String> refused = post(unknown);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"parameter\":\"scheme\"");
        }
        assertThat(post("{\"decisions\":[" + "{},".repeat(600) + "{}]}").statusCode())
                .isEqualTo(422);
        assertThat(site.post("/links", "text/plain", decision, "Authorization", "Bearer " + KEY)
                        .statusCode())
                .isEqualTo(415);
        JsonNode rejected = json("/links?state=rejected");
        assertThat(rejected.at("/items/0/entity").asText()).isEqualTo("person:erika-muster");
    }

    @Test
    void one_item_is_not_given_to_two_in_one_batch_and_a_link_is_changed_in_one_step() {
        String erika =
                "{\"entity\":\"person:erika-muster\",\"qid\":\"Q9000006\",\"state\":\"accepted\",\"by\":\"R\",\"why\":\"w\"}";
        String max = erika.replace("erika-muster", "max-beispiel").replace("Q9000006", "Q9000010");
        String takenBack = max.replace("accepted", "withdrawn");
        String changed = max.replace("Q9000010", "Q9000006");
        HttpResponse<String> both = post("{\"decisions\":[" + erika + "," + takenBack + "," + changed + "]}");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body()).contains("erika-muster");
        assertThat(json("/links/person/max-beispiel").at("/links/0/state").asText())
                .isEqualTo("accepted");
        assertThat(post("{\"decisions\":[" + takenBack + "," + changed + "]}").statusCode())
                .isEqualTo(201);
        // In a form the order of the fields is that of the page.
        assertThat(
                        form("by=R&why=x&outside=yes&person%3Amax-beispiel%20Q9000005=accepted&person%3Amax-beispiel%20Q9000006=rejected&key="
                                        + KEY)
                                .statusCode())
                .isEqualTo(303);
        assertThat(json("/links?state=accepted&type=person").toString()).contains("\"Q9000005\"");
    }

    @Test
    void a_document_is_linked_and_shown_and_what_no_page_shows_is_not_linked() {
        String decision =
                "{\"entity\":\"doc:x1\",\"qid\":\"Q9000007\",\"state\":\"accepted\",\"by\":\"R\",\"why\":\"w\"}";
        assertThat(post(decision).statusCode()).isEqualTo(201);
        assertThat(json("/links/doc/x1").at("/links/0/qid").asText()).isEqualTo("Q9000007");
        assertThat(json("/links?state=accepted&type=document").at("/total").asInt())
                .isEqualTo(1);
        assertThat(site.get("/links?state=all&type=document&lang=de", "Accept", "text/html")
                        .body())
                .contains("Dokument", "Q9000007");
        for (String other : new String[] {"doc:x1-r1", "tenure:erika"}) {
            HttpResponse<String> refused = post(decision.replace("doc:x1", other));
            assertThat(refused.statusCode()).as(other).isEqualTo(422);
            assertThat(refused.body()).contains("cannot be linked", "documents");
        }
        assertThat(site.get("/links?format=sssom").body()).contains("doc:x1\t");
    }

    @Test
    void an_accepted_link_leads_from_the_item_to_the_thing() {
        HttpResponse<String> state = site.get("/id/wikidata/Q9000001");
        assertThat(state.statusCode()).isEqualTo(303);
        assertThat(header(state, "Location")).isEqualTo("/id/state/musterland");
        assertThat(site.get("/id/wikidata/Q9000003").statusCode()).isEqualTo(404);
        assertThat(site.get("/id/wikidata/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void an_item_that_wikidata_merged_leads_to_the_thing_under_both_names_and_the_page_says_so() {
        String wikidata = "GRAPH <https://w3id.org/entente/graph/wikidata>";
        assertThat(site.update("PREFIX wd: <http://www.wikidata.org/entity/> DELETE WHERE { " + wikidata
                                + " { wd:Q9000010 ?p ?o } } ; INSERT DATA { " + wikidata
                                + " { wd:Q9000010 <http://www.w3.org/2002/07/owl#sameAs> wd:Q9000099 ."
                                + " wd:Q9000099 <http://schema.org/version> 5 ;"
                                + " <http://www.w3.org/2000/01/rdf-schema#label> \"Zorblax Quux\"@en } }")
                        .statusCode())
                .isEqualTo(204);
        for (String qid : new String[] {"Q9000010", "Q9000099"}) {
            assertThat(header(site.get("/id/wikidata/" + qid), "Location")).isEqualTo("/id/person/max-beispiel");
        }
        for (String address : new String[] {"/suggest?q=Zorblax%20Q", "/search?format=json&q=Zorblax%20Quux"}) {
            assertThat(site.get(address).body()).as(address).contains("person:max-beispiel");
        }
        JsonNode links = json("/links/person/max-beispiel").at("/links");
        assertThat(links.at("/0/mergedInto").asText()).isEqualTo("Q9000099");
        assertThat(links.findValuesAsText("qid")).contains("Q9000099");
        assertThat(site.get("/links?state=accepted&lang=en", "Accept", "text/html")
                        .body())
                .contains("Wikidata merged this item into Q9000099");
        assertThat(form("by=R&why=merged+there&person%3Amax-beispiel%20Q9000010=withdrawn"
                                + "&person%3Amax-beispiel%20Q9000099=accepted&key=" + KEY)
                        .statusCode())
                .isEqualTo(303);
        assertThat(header(site.get("/id/wikidata/Q9000099"), "Location")).isEqualTo("/id/person/max-beispiel");
        assertThat(site.get("/id/wikidata/Q9000010").statusCode()).isEqualTo(404);
    }

    @Test
    void every_statement_is_in_words_before_it_is_copied_and_what_differs_is_no_statement() {
        String gnd = "[ a ent:IdentifierLink ; ent:identifierScheme ent:gnd ; ent:identifierValue \"118540238\" ;"
                + " ent:linkState ent:linkAccepted ; ent:linkEvidence \"https://example.org/list\" ]";
        String prefix = "PREFIX ent: <https://w3id.org/entente/ontology#> ";
        assertThat(site.update(prefix + "INSERT DATA { GRAPH <https://w3id.org/entente/graph/authority/own> {"
                                + " <https://w3id.org/entente/id/person/max-beispiel> ent:identifier " + gnd + " } }")
                        .statusCode())
                .isEqualTo(204);
        String english = site.get("/links/quickstatements?lang=en", "Accept", "text/html")
                .body();
        assertThat(english)
                .contains(
                        "Max Beispiel has the GND identifier 118540238",
                        "https://example.org/list",
                        "The snapshot has only what public files say of some of these items",
                        "No identifier differs from Wikidata",
                        "Q9000010\tP227\t\"118540238\"");
        assertThat(site.get("/links/quickstatements?lang=de", "Accept", "text/html")
                        .body())
                .contains("Max Beispiel hat die GND-Nummer 118540238", "GND-Nummern (P227)");
        assertThat(site.get("/links/openrefine").body()).contains("Q9000010,Max Beispiel,118540238");
        assertThat(site.update(
                                "PREFIX p: <http://www.wikidata.org/prop/> PREFIX ps: <http://www.wikidata.org/prop/statement/>"
                                        + " INSERT DATA { GRAPH <https://w3id.org/entente/graph/wikidata> {"
                                        + " <http://www.wikidata.org/entity/Q9000010> p:P227 <http://www.wikidata.org/entity/statement/Q9000010-P227-1> ."
                                        + " <http://www.wikidata.org/entity/statement/Q9000010-P227-1> ps:P227 \"118540246\" } }")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.get("/links/quickstatements").body()).doesNotContain("P227");
        assertThat(json("/links/quickstatements").at("/counts/P227/other-value").asInt())
                .isEqualTo(1);
        assertThat(site.get("/links/differences?show=identifiers&lang=en", "Accept", "text/html")
                        .body())
                .contains("Max Beispiel", "118540238", "118540246", "other identifiers (1)");
        assertThat(site.get("/links/differences?show=identifiers&format=csv").body())
                .contains("person:max-beispiel,Max Beispiel,Q9000010,P227,118540246,118540238");
        assertThat(site.get("/links/quickstatements?items=x").statusCode()).isEqualTo(422);
    }

    @Test
    void mappings_the_log_and_statements_can_be_taken_away() {
        HttpResponse<String> sssom = site.get("/links?format=sssom");
        assertThat(header(sssom, "Content-Type")).startsWith("text/tab-separated-values");
        assertThat(sssom.body()).startsWith("#curie_map:").contains("wikidata:Q9000010");
        assertThat(site.get("/links?format=ttl").body()).isEmpty();
        HttpResponse<String> statements = site.get("/links/quickstatements");
        assertThat(header(statements, "Content-Type")).startsWith("text/plain");
        assertThat(statements.body()).startsWith("Q9000010\tP39\tQ9000002");
        assertThat(json("/links/quickstatements").at("/commands").size()).isEqualTo(1);
        assertThat(site.get("/links/quickstatements?lang=en", "Accept", "text/html")
                        .body())
                .contains("One command", "Q9000010\tP39\tQ9000002");
    }

    @Test
    void the_page_of_a_person_shows_what_wikidata_says_with_a_sign_of_its_own() {
        String page = site.get("/page/person/max-beispiel?lang=en", "Accept", "text/html")
                .body();
        assertThat(page).contains("What Wikidata says", "Born 1960", "Макс Байшпиль", "<abbr class=\"wd\"");
        assertThat(site.get("/page/person/erika-muster?lang=en", "Accept", "text/html")
                        .body())
                .doesNotContain("What Wikidata says");
    }

    @Test
    void files_for_openrefine_and_libraries_are_there_for_everybody() {
        HttpResponse<String> table = site.get("/links/openrefine");
        assertThat(header(table, "Content-Type")).startsWith("text/csv");
        assertThat(table.body()).startsWith("person,person label,office").contains("Q9000010,Max Beispiel,Q9000002");
        assertThat(json("/links/openrefine?format=json")
                        .at("/entityEdits/0/subject/columnName")
                        .asText())
                .isEqualTo("person");
        assertThat(site.get("/links/beacon?scheme=wikidata").body())
                .startsWith("#FORMAT: BEACON")
                .contains("Q9000010||https://w3id.org/entente/id/person/max-beispiel");
        assertThat(site.get("/links/beacon?scheme=orcid").statusCode()).isEqualTo(422);
    }

    @Test
    void offices_of_wikidata_stand_beside_ours_with_a_sign_of_their_own() {
        assertThat(form("by=R&why=x&key=" + KEY + "&" + CHOICE + "=accepted").statusCode())
                .isEqualTo(303);
        assertThat(json("/links/differences?show=agrees").at("/items/0/person").asText())
                .isEqualTo("person:erika-muster");
        String wikidata = "GRAPH <https://w3id.org/entente/graph/wikidata>";
        String end = "<http://www.wikidata.org/prop/qualifier/P582>";
        assertThat(site.update(
                                "INSERT { " + wikidata + " { ?s " + end
                                        + " \"2014-06-01\"^^<http://www.w3.org/2001/XMLSchema#date> } } WHERE { "
                                        + wikidata
                                        + " { <http://www.wikidata.org/entity/Q9000003> <http://www.wikidata.org/prop/P39> ?s } }")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.get("/links/differences?format=csv").body())
                .contains("person:erika-muster,Erika Muster,Q9000003,Q9000002,", "2014-03-01,2014-06-01,2014-03-01/");
        assertThat(site.get("/links/differences?lang=en", "Accept", "text/html").body())
                .contains(
                        "contradicts our sources (1)",
                        "<abbr class=\"wd\" title=\"Wikidata\">W</abbr> 2014-03-01 – 2014-06-01");
        assertThat(site.get("/links/differences?show=x").statusCode()).isEqualTo(422);
    }

    @Test
    void where_nothing_is_to_be_given_to_wikidata_the_text_is_empty_and_the_page_says_why() {
        assertThat(form("by=R&why=x&person%3Amax-beispiel%20Q9000010=withdrawn&" + CHOICE + "=accepted&key=" + KEY)
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> text = site.get("/links/quickstatements");
        assertThat(text.statusCode()).isEqualTo(200);
        assertThat(text.body()).isEmpty();
        assertThat(header(text, "Link")).contains("describedby");
        assertThat(site.get("/links/quickstatements?lang=en", "Accept", "text/html")
                        .body())
                .contains(
                        "There is nothing to add to the items that the snapshot holds", "Wikidata already has it: 1.");
        assertThat(site.get("/links/quickstatements?lang=de", "Accept", "text/html")
                        .body())
                .contains("Wikidata hat es schon: 1.");
    }

    @Test
    void an_update_cannot_rewrite_the_log_and_the_server_goes_on() {
        form("by=R&why=x&" + CHOICE + "=rejected&key=" + KEY);
        HttpResponse<String> refused = site.update("CLEAR GRAPH <https://w3id.org/entente/graph/links>");
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(json("/links/person/erika-muster").at("/history").size()).isEqualTo(1);
        assertThat(form("by=R&why=x&" + CHOICE + "=withdrawn&key=" + KEY).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_server_without_a_key_shows_links_and_takes_no_decision() {
        try (ServedStore closed = ServedStore.over(LinkedExample.store(), ServerOptions.defaults())) {
            String page = closed.get("/links?lang=en", "Accept", "text/html").body();
            assertThat(page).contains("Read-only: decisions are switched off").doesNotContain("type=\"password\"");
            assertThat(closed.post("/links", FORM, "by=R&why=x&" + CHOICE + "=accepted&key=x")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private HttpResponse<String> form(String body) {
        return site.post("/links", FORM, body, "Accept", "text/html");
    }

    private HttpResponse<String> post(String json) {
        return site.post("/links", "application/json", json, "Authorization", "Bearer " + KEY);
    }

    private JsonNode json(String path) {
        try {
            return JSON.readTree(site.get(path, "Accept", "application/json").body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
