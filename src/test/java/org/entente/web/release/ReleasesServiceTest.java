package org.entente.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.ServedStore.encoded;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.entente.Csv;
import org.entente.ServedStore;
import org.entente.release.KeptRelease;
import org.entente.release.KeptState;
import org.entente.release.ReleaseComparison;
import org.entente.release.SmallTalks;
import org.entente.text.Json;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases over HTTP, with two of them: in the first, Anna and Boris are announced to talk; for the second, a document more tells that they
 * did. What was cited of the first is asked again.
 */
class ReleasesServiceTest {
    private static final String WHO_MET = "/queries/who-met?person=person:anna";

    @TempDir
    static Path home;

    private static SmallTalks talks;
    private static ServedStore site;
    private static KeptRelease announced;
    private static KeptRelease held;
    /** Made of the first state, before the second document was there. */
    private static String citation;

    @BeforeAll
    static void keepTwo() throws IOException {
        talks = new SmallTalks(home);
        site = ServedStore.keeping(talks.store(), talks.catalog(), talks.releases());
        HttpResponse<String> kept = site.post(
                "/releases",
                "application/x-www-form-urlencoded",
                "by=Anna&note=As+announced",
                "Authorization",
                "Bearer " + ServedStore.KEY,
                "Accept",
                "application/json");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        announced = talks.releases().find(json(kept).path("release").asText()).orElseThrow();
        citation = cite("/queries/who-met?person=Anna%20Nord&lang=en");
        talks.tellThatItWasHeld();
        held = talks.keep("As held");
    }

    @AfterAll
    static void close() {
        site.close();
        talks.close();
    }

    // Comparing

    @Test
    void a_comparison_stops_where_it_is_told_to() {
        KeptState older = KeptState.open(announced);
        KeptState newer = KeptState.open(held);
        AtomicInteger asked = new AtomicInteger();
        ReleaseComparison.of(older, newer, asked::incrementAndGet);
        // Between statements, before and after questions, between rows.
        assertThat(asked.get()).isGreaterThan(5);
        for (int last = 1; last <= asked.get(); last++) {
            AtomicInteger left = new AtomicInteger(last);
            assertThatThrownBy(() -> ReleaseComparison.of(older, newer, () -> {
                        if (left.decrementAndGet() == 0) {
                            throw new QueryCancelledException();
                        }
                    }))
                    .isInstanceOf(QueryCancelledException.class);
        }
    }

    @Test
    void a_comparison_that_takes_longer_than_a_query_may_is_refused() {
        try (ServedStore hasty = ServedStore.keeping(
                talks.store(),
                talks.catalog(),
                talks.releases(),
                ServerOptions.defaults().withLimits(Duration.ofNanos(1), 10))) {
            HttpResponse<String> late = hasty.get("/releases/" + announced.id() + ".." + held.id());
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.body()).contains("query-timeout");
        }
    }

    // What was kept

    @Test
    void only_who_has_the_key_keeps_a_state() {
        assertThat(site.post("/releases", "application/x-www-form-urlencoded", "note=x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(site.post("/releases", "application/x-www-form-urlencoded", "note=x&key=wrong")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void who_has_signed_in_is_not_asked_for_the_key_again() {
        String here = site.url("");
        String address = "/releases/" + announced.id() + "/set-back?lang=en";
        String session = ServedStore.header(
                        site.post(
                                "/sign-in",
                                "application/x-www-form-urlencoded",
                                "by=Anna&key=" + ServedStore.KEY,
                                "Origin",
                                here),
                        "Set-Cookie")
                .replaceFirst(";.*", "");
        assertThat(site.get(address, "Accept", "text/html").body()).contains("name=\"key\"");
        assertThat(site.get(address, "Accept", "text/html", "Cookie", session).body())
                .contains("name=\"note\"")
                .doesNotContain("name=\"key\"");
        assertThat(site.post(
                                "/releases/0123456789ab/set-back",
                                "application/x-www-form-urlencoded",
                                "by=Anna&note=x",
                                "Cookie",
                                session,
                                "Origin",
                                here)
                        .statusCode())
                .as("the key is no matter any more; there is no such release")
                .isEqualTo(404);
        for (String elsewhere : new String[] {"https://elsewhere.example", "null"}) {
            assertThat(site.post(
                                    "/releases/0123456789ab/set-back",
                                    "application/x-www-form-urlencoded",
                                    "by=Anna&note=x",
                                    "Cookie",
                                    session,
                                    "Origin",
                                    elsewhere)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void releases_are_listed_as_page_json_and_feed() throws IOException {
        JsonNode list = json(site.get("/releases", "Accept", "application/json"));
        assertThat(list.path("releases")).hasSize(2);
        assertThat(list.path("releases").path(0).path("id").asText()).isEqualTo(held.id());
        assertThat(list.path("releases").path(1).path("note").asText()).isEqualTo("As announced");
        assertThat(list.path("kept").asBoolean()).isTrue();
        for (String lang : List.of("en", "de")) {
            assertThat(page("/releases?lang=" + lang)).contains(announced.id(), held.id(), "As announced");
            assertThat(page("/releases/" + held.id() + "?lang=" + lang)).contains("who-met", "statements.nq.gz");
        }
        assertThat(site.get("/releases.atom").body())
                .contains("<entry><id>", "/releases/" + held.id(), announced.id() + ".." + held.id());
    }

    @Test
    void the_files_of_a_release_can_be_fetched_and_nothing_beside_them() throws IOException {
        HttpResponse<byte[]> dump = site.send(
                site.request("/releases/" + held.id() + "/statements.nq.gz"), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(dump.body()).isEqualTo(Files.readAllBytes(held.statements()));
        for (String path : List.of("/..%2f.lock", "/../.lock", "/%2e%2e/x", "/queries", "/nothing.txt")) {
            assertThat(site.get("/releases/" + held.id() + path).statusCode())
                    .as(path)
                    .isIn(400, 404);
        }
    }

    // Every address as it was

    @Test
    void an_address_in_a_release_answers_as_it_did() {
        assertThat(levels("/r/" + announced.id() + WHO_MET)).containsExactly("meeting announced");
        assertThat(levels("/r/" + held.id() + WHO_MET)).containsExactly("met");
        assertThat(levels(WHO_MET)).containsExactly("met");
        String sparql = "/sparql?query="
                + encoded("SELECT ?g { GRAPH ?g { ?r <https://w3id.org/entente/ontology#reportedStatus> ?s } }");
        assertThat(Csv.rows(site.get("/r/" + announced.id() + sparql, "Accept", "text/csv")
                        .body()))
                .hasSize(1);
        assertThat(Csv.rows(site.get(sparql, "Accept", "text/csv").body())).hasSize(2);
        String nowhere = "/sparql?query=" + encoded("SELECT * { GRAPH <https://example.org/none> { ?s ?p ?o } }");
        assertThat(Csv.rows(site.get("/r/" + announced.id() + nowhere, "Accept", "text/csv")
                        .body()))
                .isEmpty();
    }

    @Test
    void the_links_of_a_page_in_a_release_stay_in_it() {
        String page = page("/r/" + announced.id() + "/page/person/anna");
        assertThat(page).contains("You are reading an earlier release", "href=\"/r/" + announced.id() + "/page/");
        Matcher links = Pattern.compile("(?:href|action)=\"(/[^\"]*)\"").matcher(page);
        while (links.find()) {
            assertThat(links.group(1)).matches("/(r/" + announced.id() + "/|static/|releases|cite|history/|favicon).*");
        }
        HttpResponse<String> thing = site.get("/r/" + announced.id() + "/id/person/anna", "Accept", "text/html");
        assertThat(thing.statusCode()).isEqualTo(303);
        assertThat(header(thing, "Location")).isEqualTo("/r/" + announced.id() + "/page/person/anna");
    }

    @Test
    void nothing_is_written_into_a_release() {
        assertThat(site.post(
                                "/r/" + announced.id() + "/update",
                                "application/sparql-update",
                                "CLEAR ALL",
                                "Authorization",
                                "Bearer " + ServedStore.KEY)
                        .statusCode())
                .isIn(403, 404, 405);
        assertThat(levels("/r/" + announced.id() + WHO_MET)).hasSize(1);
    }

    @Test
    void a_release_that_was_not_kept_is_not_answered_by_another_one() {
        HttpResponse<String> none = site.get("/r/0123456789ab" + WHO_MET, "Accept", "application/json");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains(held.id());
    }

    // Citations

    @Test
    void a_citation_names_release_question_time_rows_and_hash() throws IOException {
        JsonNode cited = json(site.get(citation, "Accept", "application/json")).path("citation");
        assertThat(cited.path("release").asText()).isEqualTo(announced.id());
        assertThat(cited.path("id").asText()).startsWith(announced.id() + "-");
        assertThat(cited.path("path").asText()).isEqualTo("/queries/who-met?person=person%3Aanna");
        assertThat(cited.path("rows").asInt()).isEqualTo(1);
        assertThat(cited.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        String csv =
                site.get("/r/" + announced.id() + cited.path("twin").asText()).body();
        assertThat(cited.path("sha256").asText()).isEqualTo(DigestUtils.sha256Hex(csv));
    }

    @Test
    void a_citation_made_before_a_document_came_is_asked_again_after_it_and_names_the_document() throws IOException {
        JsonNode again = json(site.get(citation + "?again=1", "Accept", "application/json"))
                .path("again");
        assertThat(again.path("same").asBoolean()).isFalse();
        assertThat(again.path("pinnedSame").asBoolean()).isTrue();
        assertThat(again.path("changes")).hasSize(1);
        assertThat(again.path("changes").path(0).path("kind").asText()).isEqualTo("CHANGED");
        assertThat(again.path("changes").path(0).path("causes"))
                .extracting(cause -> cause.path("iri").asText())
                .containsExactly("https://w3id.org/entente/id/doc/d2");
        assertThat(page(citation + "?again=1&lang=en"))
                .contains("One row differs, because of", "doc:d2", "meeting announced → met");
    }

    @Test
    void the_same_question_with_the_same_result_keeps_its_citation_and_says_so() throws IOException {
        String first = cite("/queries/event?event=event:talk");
        assertThat(cite("/queries/event?event=" + encoded("Talk of Anna and Boris")))
                .isEqualTo(first);
        assertThat(first).startsWith("/cite/" + held.id() + "-");
        assertThat(page(first + "?again=1&lang=en")).contains("Same result.");
        assertThat(page(first + "?again=1&lang=de")).contains("Dasselbe Ergebnis.");
        assertThat(cite("/r/" + announced.id() + WHO_MET)).isEqualTo(citation);
        assertThat(cite(WHO_MET)).isNotEqualTo(citation);
    }

    @Test
    void a_citation_is_there_after_a_restart() throws IOException {
        try (ServedStore again = ServedStore.keeping(talks.store(), talks.catalog(), talks.releases())) {
            assertThat(json(again.get(citation, "Accept", "application/json")).path("citation"))
                    .isEqualTo(json(site.get(citation, "Accept", "application/json"))
                            .path("citation"));
        }
    }

    @Test
    void a_citation_is_written_in_five_formats_with_the_release_in_its_address() {
        String id = citation.substring("/cite/".length());
        for (String format : List.of("bib", "csl", "datacite", "ris", "txt")) {
            HttpResponse<String> written = site.get(citation + "?format=" + format);
            assertThat(written.statusCode()).isEqualTo(200);
            assertThat(written.body()).as(format).contains("/cite/" + id, announced.id());
        }
        assertThat(site.get(citation + "?format=csl").body()).contains("\"issued\"", "2026");
        assertThat(site.get(citation + "?format=txt").body())
                .contains("Question /queries/who-met", "1 row.", "SHA-256");
    }

    @Test
    void a_page_of_a_thing_is_cited_with_what_is_stated_of_it() throws IOException {
        String cited = cite("/page/person/boris");
        JsonNode body = json(site.get(cited + "?again=1", "Accept", "application/json"));
        assertThat(body.path("citation").path("rows").asInt()).isPositive();
        assertThat(body.path("again").path("same").asBoolean()).isTrue();
    }

    @Test
    void what_is_no_page_of_this_server_is_not_cited() {
        for (String of : List.of("", "//example.org", "/cite/x", "/nothing", "/queries/who-met?person=Nobody+Known")) {
            assertThat(site.get("/cite?of=" + encoded(of)).statusCode()).as(of).isIn(404, 422);
        }
        assertThat(site.get("/cite/0123456789ab-0123456789ab").statusCode()).isEqualTo(404);
    }

    // What differs

    @Test
    void what_differs_is_told_per_answer_and_per_statement_with_the_document() throws IOException {
        String path = "/releases/" + announced.id() + ".." + held.id();
        JsonNode body = json(site.get(path, "Accept", "application/json"));
        assertThat(body.path("answers"))
                .filteredOn(a -> a.path("query").asText().equals("who-met")
                        && a.path("parameters").path("person").path(0).asText().equals("person:anna"))
                .singleElement()
                .satisfies(a -> {
                    JsonNode row = a.path("rows").path(0);
                    assertThat(row.path("causes").path(0).path("iri").asText()).endsWith("/doc/d2");
                    assertThat(row.path("cells").toString()).contains("meeting announced", "\"met\"");
                });
        assertThat(body.path("answers").toString()).contains("person/boris");
        assertThat(body.path("graphs").fieldNames())
                .toIterable()
                .containsExactly("https://w3id.org/entente/graph/source/d2");
        assertThat(page(path + "?lang=en"))
                .contains("(Anna Nord): one row changed", "doc:d2", "meeting announced → met");
        assertThat(page(path + "?lang=de")).contains("(Anna Nord): eine Zeile geändert");
        String patch = site.get(path + "?format=patch").body();
        assertThat(patch)
                .startsWith("H id")
                .contains("\nA <https://w3id.org/entente/id/doc/d2> ")
                .doesNotContain("\nD ");
        assertThat(json(site.get("/releases/now..now", "Accept", "application/json"))
                        .path("asked")
                        .asInt(-1))
                .isZero();
        assertThat(site.get("/releases/" + held.id() + "..now", "Accept", "application/json")
                        .body())
                .contains("\"answers\" : [ ]");
    }

    // Memento

    @Test
    void an_address_leads_to_its_state_at_a_time() {
        HttpResponse<String> gate =
                site.get(WHO_MET, "Accept-Datetime", "Thu, 01 Jan 2026 12:00:00 GMT", "Accept", "text/csv");
        assertThat(gate.statusCode()).isEqualTo(302);
        assertThat(header(gate, "Vary")).containsIgnoringCase("accept-datetime");
        assertThat(header(gate, "Location"))
                .isEqualTo(site.url("/r/" + announced.id() + "/queries/who-met?person=person%3Aanna"));
        assertThat(gate.headers().firstValue("Memento-Datetime")).isEmpty();
        assertThat(links(gate)).contains("rel=\"original timegate\"", "rel=\"timemap\"");

        HttpResponse<String> memento =
                site.get(header(gate, "Location").replace(site.url(""), ""), "Accept", "text/csv");
        assertThat(memento.statusCode()).isEqualTo(200);
        assertThat(header(memento, "Memento-Datetime")).isEqualTo("Thu, 01 Jan 2026 10:00:00 GMT");
        assertThat(links(memento))
                .contains("<" + site.url("/queries/who-met?person=person%3Aanna") + ">; rel=\"original timegate\"");
        assertThat(header(memento, "Vary")).doesNotContain("datetime");

        HttpResponse<String> late = site.get("/page/person/anna", "Accept-Datetime", "Fri, 01 Jan 2100 12:00:00 GMT");
        assertThat(header(late, "Location")).contains("/r/" + held.id() + "/");
        HttpResponse<String> early = site.get("/data/person/anna", "Accept-Datetime", "Wed, 01 Jan 2020 12:00:00 GMT");
        assertThat(header(early, "Location")).contains("/r/" + announced.id() + "/");
        assertThat(site.get(WHO_MET, "Accept-Datetime", "yesterday").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_present_says_where_its_earlier_states_are_and_how_it_is_cited() {
        HttpResponse<String> now = site.get("/page/person/anna", "Accept", "text/html");
        assertThat(header(now, "Vary")).contains("Accept-Datetime");
        assertThat(links(now))
                .contains(
                        "rel=\"original timegate\"",
                        "<" + site.url("/timemap/page/person/anna") + ">; rel=\"timemap\"",
                        "<" + site.url("/r/" + held.id() + "/page/person/anna") + ">; rel=\"cite-as\"");
        HttpResponse<String> map = site.get("/timemap/page/person/anna");
        assertThat(header(map, "Content-Type")).startsWith("application/link-format");
        assertThat(map.body())
                .contains(
                        "rel=\"first memento\"; datetime=\"Thu, 01 Jan 2026 10:00:00 GMT\"",
                        "rel=\"last memento\"",
                        "rel=\"original timegate\"");
    }

    // Description and history

    @Test
    void the_dataset_is_described_with_its_versions_and_checksums() throws IOException {
        String turtle = site.get("/dcat", "Accept", "text/turtle").body();
        assertThat(turtle)
                .contains(
                        "dcat:hasVersion",
                        "dcat:previousVersion",
                        "dcat:hasCurrentVersion",
                        DigestUtils.sha256Hex(Files.readAllBytes(held.statements())));
        assertThat(ServedStore.model(site.get("/dcat", "Accept", "text/turtle"), Lang.TURTLE)
                        .size())
                .isGreaterThan(30);
        assertThat(site.get("/.well-known/void", "Accept", "text/turtle").body())
                .contains("/dcat", held.id());
        assertThat(turtle).contains("statements.trig.gz", "media-types/application/trig");
        assertThat(site.get("/sitemap.xml").body()).contains("/releases<");
        assertThat(site.get("/robots.txt").body()).contains("Disallow: /r/", site.url("/sitemap-releases.xml"));
        assertThat(site.get("/sitemap-releases.xml").body())
                .contains(
                        "<loc>" + site.url("/releases/" + held.id()) + "</loc><lastmod>2026-",
                        "/releases/" + announced.id() + "/statements.trig.gz<");
        HttpResponse<String> forPeople = site.get("/dcat", "Accept", "text/html,*/*;q=0.8");
        assertThat(forPeople.statusCode()).isEqualTo(303);
        assertThat(header(forPeople, "Location")).isEqualTo("/releases");
    }

    @Test
    void the_history_of_a_thing_says_since_when_and_by_which_document() throws IOException {
        JsonNode history = json(site.get("/history/event/talk", "Accept", "application/json"));
        assertThat(history.path("entries"))
                .filteredOn(e -> e.path("graph").asText().endsWith("source/d2"))
                .isNotEmpty()
                .allSatisfy(e -> {
                    assertThat(e.path("since").asText()).isEqualTo(held.id());
                    assertThat(e.path("stands").asBoolean()).isTrue();
                });
        assertThat(history.path("entries"))
                .filteredOn(e -> e.path("graph").asText().endsWith("source/d1"))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.path("since").asText()).isEqualTo(announced.id()));
        assertThat(page("/history/event/talk?lang=en")).contains("source/d2", "2026-01-02");
        assertThat(site.get("/history/person/nobody").statusCode()).isEqualTo(404);
    }

    private static String cite(String of) {
        HttpResponse<String> made = site.get("/cite?of=" + encoded(of));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return header(made, "Location").replaceFirst("\\?.*", "");
    }

    private static List<String> levels(String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Csv.rows(answer.body()).stream()
                .map(row -> row.get("levelLabel"))
                .toList();
    }

    private static String page(String path) {
        HttpResponse<String> page = site.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static String links(HttpResponse<String> response) {
        return String.join(", ", response.headers().allValues("Link"));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return Json.MAPPER.readTree(response.body());
    }
}
