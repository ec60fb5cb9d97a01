package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that a researcher clicks through, over the shipped collection: first page, entities, evidence, citations. */
class PortalPagesTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();

    // Evidence

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event:wg-economy-9 | Event | took place on 9 June 2015 (Karaganda). | P3-P7",
                "doc:s003-r1 | Report | A report on “ | P3-P7",
                "doc:s003-p1 | Participation | Eckhard Franz took part in | P3-P7",
                "agreement:erfurt-bildungszentrum-uz-2023 | Agreement | ERFURT | s001",
                "tenure:anke-rehlinger-sl-minister-president | Tenure | Anke Rehlinger held the office “ | d022",
                "doc:d010-o1 | Figure | population | d010",
                "doc:s003 | Source | working group 2015 | P3-P7",
                "person:albert-rau | Entry | Albert Rau. | d031"
            })
    void everything_that_sources_claim_has_evidence(String of, String kind, String claim, String from) {
        HttpResponse<String> page = get("/evidence?of=" + of + "&lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(kind, claim, from, "<html").doesNotContain("evidence.", "sign.");
        HttpResponse<String> german = get("/evidence?of=" + of + "&lang=de&fragment=true");
        assertThat(german.body())
                .doesNotContain("<html", "evidence.kind", "“ took")
                .contains("class=\"accounts\"");
    }

    @Test
    void the_whole_collection_is_a_link_away() {
        for (String page : java.util.List.of("/about", "/sources")) {
            assertThat(ServedStore.shipped()
                            .get(page + "?lang=en", "Accept", "text/html")
                            .body())
                    .as(page)
                    .contains("<a href=\"/graph-store\" download=\"entente.trig\">");
        }
        assertThat(ServedStore.header(
                        ServedStore.shipped()
                                .send(ServedStore.shipped()
                                        .request("/graph-store")
                                        .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody())),
                        "Content-Type"))
                .startsWith("application/trig");
    }

    @Test
    void a_contradiction_shows_both_sides_the_decision_and_its_reason() {
        String body = get("/evidence?of=event:vassilenko-iwersen-2024&lang=en").body();
        assertThat(body)
                .contains("sign-dispute", "de.ibnews.com", "Decision:", "/page/decision/", "announced", "held")
                .contains("one independent source");
        assertThat(get("/evidence?of=event:bavaria-central-asia-2023&lang=en").body())
                .as("dates in words, the one that is followed marked")
                .contains("12 to 16 July 2023", "(adopted)", "2021");
    }

    @Test
    void a_copied_text_is_shown_as_no_witness_of_its_own() {
        assertThat(get("/evidence?of=doc:d026&lang=en").body())
                .contains("not an independent source", "/page/doc/x-government-kz-investment-day-2025");
    }

    @Test
    void what_a_rule_derived_shows_the_rule() {
        String encounters = get("/queries/who-met?person=person:albert-rau&format=csv&level=met")
                .body();
        assertThat(encounters).contains("Eckhard Franz");
        String iri = get("/sparql?format=csv&query="
                        + Urls.encode(
                                "PREFIX ent: <https://w3id.org/entente/ontology#> SELECT ?e WHERE { ?e a ent:Encounter ;"
                                        + " ent:level ent:levelCandidate } ORDER BY ?e LIMIT 1"))
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(get("/evidence?lang=en&of=" + Urls.encode(iri)).body())
                .contains("sign-derived", "Follows from the rule", "may have met", "Office inferred from:");
    }

    @Test
    void no_evidence_for_what_is_not_there_and_no_other_servers_names() {
        assertThat(get("/evidence?of=event:nix").statusCode()).isEqualTo(404);
        assertThat(get("/evidence").statusCode()).isEqualTo(422);
        assertThat(get("/evidence?of=https://example.org/x").statusCode()).isEqualTo(422);
        assertThat(get("/evidence?of=event:a%3E%20b").statusCode()).isEqualTo(422);
        assertThat(get("/evidence?of=" + "x".repeat(3000)).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/who-met?person=person:albert-rau",
                "/dossier?a=person:roman-vassilenko&b=person:monika-iwersen",
                "/path?from=person:roland-weigert&to=person:monika-iwersen",
                "/page/person/roman-sklyar",
                "/page/event/wg-economy-9"
            })
    void every_statement_has_a_sign_that_leads_to_its_evidence(String path) {
        List<String> links = new ArrayList<>();
        Matcher found = Pattern.compile("<a class=\"evidence\" data-evidence href=\"([^\"]+)\"")
                .matcher(get(path + (path.contains("?") ? "&" : "?") + "lang=en", "text/html")
                        .body());
        while (found.find()) {
            links.add(found.group(1).replace("&amp;", "&"));
        }
        assertThat(links).isNotEmpty();
        new LinkedHashSet<>(links)
                .stream().limit(8).forEach(link -> assertThat(get(link).statusCode())
                        .as(link)
                        .isEqualTo(200));
    }

    // Entities

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person/roman-sklyar | panel-met, panel-announced, panel-sources, id=\"offices\"",
                "person/armin-willingmann | panel-announced",
                "event/wg-economy-9 | panel-participants, panel-reports",
                "event/vassilenko-iwersen-2024 | panel-conflicts",
                "event/thuringia-central-asia-2023 | panel-agreements, panel-unnamed, panel-stops",
                "post/ambassador-de-kz | panel-sources, id=\"offices\"",
                "org/bmwi | panel-names, panel-sources",
                "state/kazakhstan | panel-envoysFrom, panel-envoysTo, panel-figures",
                "region/thuringia | panel-sources",
                "place/astana | panel-events",
                "series/wg-economy | panel-sessions",
                "agreement/erfurt-bildungszentrum-uz-2023 | panel-sources",
                "doc/s003 | panel-reports, panel-metAccording",
                "project/gekavoc | panel-funding",
                "tenure/anke-rehlinger-sl-minister-president | class=\"facts\""
            })
    void every_kind_of_thing_has_its_panels_in_both_languages(String name, String expected) {
        for (String language : List.of("de", "en")) {
            HttpResponse<String> page = get("/page/" + name + "?lang=" + language, "text/html");
            assertThat(page.statusCode()).as(name).isEqualTo(200);
            assertThat(page.body()).contains(expected.split(", "));
            assertThat(page.body()).doesNotContainPattern(">(panel|entity|evidence|sign|thing)\\.[a-zA-Z]");
        }
    }

    @Test
    void a_panel_is_a_query_that_can_be_opened_changed_and_downloaded() {
        String body = get("/page/person/roman-sklyar?lang=en", "text/html").body();
        String panel = body.substring(body.indexOf("id=\"panel-met\""));
        String editor = get(href(panel, "/sparql\\?[^\"]*example=who-met[^\"]*"), "text/html")
                .body();
        assertThat(editor)
                .contains("SELECT", "PREFIX  person: &lt;https://w3id.org/entente/id/person/", "person:roman-sklyar");
        HttpResponse<String> nobody = get("/sparql?example=who-met&person=Nobody%20Known", "text/html");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Nobody Known");
        String csv = get(href(panel, "/queries/who-met\\?[^\"]*format=csv")).body();
        assertThat(csv).contains("Roland Weigert");
        assertThat(panel).contains("Roland Weigert");
    }

    @Test
    void announced_is_apart_from_met_and_the_unnamed_are_grey_figures() {
        String body = get("/page/person/armin-willingmann?lang=en", "text/html").body();
        assertThat(body).contains("id=\"panel-announced\"", "sign-announced", "<svg class=\"figure\"");
        assertThat(body).as("what there is not").contains("No entries for:");
    }

    @Test
    void offices_fade_where_they_are_only_attested() {
        String body = get("/page/person/roman-sklyar?lang=en", "text/html").body();
        Matcher bar = Pattern.compile(
                        "class=\"soft\" x=\"(\\d+)\" y=\"3\" width=\"(\\d+)\".*?class=\"sure\" x=\"(\\d+)\"")
                .matcher(body);
        assertThat(bar.find()).isTrue();
        assertThat(Integer.parseInt(bar.group(1))).isLessThan(Integer.parseInt(bar.group(3)));
    }

    // The one box

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Roman Sklyar | /page/person/roman-sklyar",
                "Токаев | /page/person/kassym-jomart-tokayev",
                "Roman Vassilenko × Monika Iwersen | /dossier?a=Roman%20Vassilenko&b=Monika%20Iwersen",
                "Roman Vassilenko und Monika Iwersen | /dossier?a=Roman%20Vassilenko&b=Monika%20Iwersen",
                "Roman Vassilenko and Monika Iwersen | /dossier?a=Roman%20Vassilenko&b=Monika%20Iwersen",
                "Roman Vassilenko Monika Iwersen | /dossier?a=Roman%20Vassilenko&b=Monika%20Iwersen",
                "xyzzy plugh | /search?q=xyzzy%20plugh"
            })
    void one_box_leads_to_a_name_to_two_or_to_the_search(String typed, String location) {
        HttpResponse<String> response = get("/find?q=" + Urls.encode(typed), "text/html");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Whom did Roman Sklyar meet?", "Wen traf Roman Sklyar?", "С кем встречался Roman Sklyar?"})
    void a_question_leads_to_its_answer(String question) {
        HttpResponse<String> found = get("/find?lang=en&q=" + Urls.encode(question), "text/html");
        assertThat(found.statusCode()).isEqualTo(303);
        String answer = found.headers().firstValue("Location").orElseThrow();
        assertThat(answer).startsWith("/ask?q=");
        assertThat(get(answer, "text/html").body()).contains("Roland Weigert");
    }

    @Test
    void a_question_that_is_too_long_is_refused_and_odd_ones_are_not_understood() {
        assertThat(get("/find?q=" + "a".repeat(400), "text/html").statusCode()).isEqualTo(422);
        assertThat(get("/ask?q=" + Urls.encode("who (((.* met?"), "text/html").statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_first_page_shows_what_is_here_in_less_than_100_kilobytes() throws Exception {
        String body = get("/?lang=en", "text/html").body();
        assertThat(body)
                .contains("<rect class=\"held\"", "<rect class=\"other\"", "As a table", "Whom did Albert Rau meet?");
        long bytes = zipped(body.getBytes(StandardCharsets.UTF_8));
        Set<String> files = new LinkedHashSet<>();
        Matcher file = Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js))\"")
                .matcher(body);
        while (file.find()) {
            files.add(file.group(1));
        }
        files.add("/static/js/suggest.js"); // what the page's script loads for its box
        for (String name : files) {
            bytes += zipped(bytes(name));
        }
        for (String font : List.of("serif-latin-400", "serif-latin-600", "sans-latin-400", "sans-latin-600")) {
            bytes += bytes("/static/fonts/" + font + ".woff2").length;
        }
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(bytes).isLessThan(100_000);
    }

    // Citations

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/who-met?person=person:albert-rau",
                "/queries/conflicts",
                "/dossier?a=person:roman-vassilenko&b=person:monika-iwersen",
                "/path?from=person:roland-weigert&to=person:monika-iwersen",
                "/network?person=person:roman-sklyar"
            })
    void the_fingerprint_of_a_citation_is_that_of_the_download(String path) throws Exception {
        String cited =
                follow("/cite?of=" + Urls.encode(path) + "&format=txt&lang=en").body();
        Matcher hash =
                Pattern.compile("SHA-256 of the result as CSV: ([0-9a-f]{64})").matcher(cited);
        assertThat(hash.find()).as(cited).isTrue();
        byte[] csv = bytes(path + (path.contains("?") ? "&" : "?") + "format=csv");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv)))
                .isEqualTo(hash.group(1));
        assertThat(cited).contains("Release ", "(retrieved ", "/", "Entente");
    }

    @ParameterizedTest
    @CsvSource({
        "bib, application/x-bibtex, '@misc{entente-'",
        "csl, application/vnd.citationstyles.csl+json, '\"type\" : \"webpage\"'",
        "ris, application/x-research-info-systems, 'TY  - ELEC'",
        "txt, text/plain, 'Entente: “Albert Rau”'"
    })
    void every_page_is_cited_in_four_formats(String format, String type, String text) {
        HttpResponse<String> cited = follow("/cite?of=" + Urls.encode("/page/person/albert-rau") + "&format=" + format);
        assertThat(cited.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(cited.body()).contains(text, "/page/person/albert-rau");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            422, ''
            422, //example.org/x
            422, https://example.org
            422, /\\example.org
            422, /cite?of=/
            404, /a b
            400, /a%0d%0ax y
            """)
    void a_citation_leads_to_no_other_server(int status, String of) {
        assertThat(get("/cite?format=bib&of=" + Urls.encode(of)).statusCode()).isEqualTo(status);
        assertThat(get("/cite?format=docx&of=/").statusCode()).isEqualTo(422);
    }

    @Test
    void another_release_is_not_cited_for_this_one() {
        assertThat(get("/cite?format=bib&of=" + Urls.encode("/who-met?person=person:albert-rau&release=2019"))
                        .statusCode())
                .isEqualTo(404);
    }

    // About, errors, robots

    @Test
    void about_says_how_met_is_decided_from_the_levels_themselves() {
        for (String language : List.of("de", "en")) {
            String body = get("/about?lang=" + language, "text/html").body();
            assertThat(body).contains("/ontology#levelMet", "/ontology#levelCandidate", "CC0 1.0", "sign-dispute");
            assertThat(body).doesNotContainPattern(">about\\.[a-z]");
        }
    }

    @Test
    void errors_speak_the_readers_language_and_help_on() {
        HttpResponse<String> lost = get("/page/person/albert-rauu?lang=de", "text/html");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body())
                .contains("Seite nicht gefunden", "/page/person/albert-rau\"", "value=\"albert rauu\"", "noindex");
        assertThat(get("/evidence?lang=de", "text/html").body()).contains("nicht verstanden");
    }

    @Test
    void robots_find_the_sitemap_and_in_it_every_person() {
        assertThat(get("/robots.txt").body()).contains("Sitemap: http://127.0.0.1:", "Disallow: /sparql");
        assertThat(get("/sitemap.xml").body())
                .contains("/page/person/albert-rau</loc>", "/page/doc/s003</loc>", "/about</loc>");
    }

    @Test
    void a_chosen_language_is_kept() {
        HttpResponse<String> chosen = get("/about?lang=de", "text/html");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("lang=de", "HttpOnly", "SameSite=Lax");
        HttpResponse<String> next =
                SHIPPED.get("/about", "Accept", "text/html", "Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(next.body()).contains("<html lang=\"de\"");
        assertThat(next.headers().allValues("Vary").toString()).contains("Cookie");
    }

    private static String href(String html, String pattern) {
        Matcher found = Pattern.compile("href=\"(" + pattern + ")\"").matcher(html);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static HttpResponse<String> follow(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(303);
        return get(response.headers().firstValue("Location").orElseThrow());
    }

    private static HttpResponse<String> get(String path) {
        return get(path, "*/*");
    }

    private static HttpResponse<String> get(String path, String accept) {
        return SHIPPED.get(path, "Accept", accept);
    }

    private static byte[] bytes(String path) {
        return SHIPPED.send(SHIPPED.request(path), BodyHandlers.ofByteArray()).body();
    }

    private static long zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }
}
