package org.entente.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.Csv;
import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** {@code /path} and {@code /network}, asked of the shipped collection. */
class ConnectionsServiceTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHAIN =
            "/path?from=" + Urls.encode("Roland Weigert") + "&to=" + Urls.encode("Monika Iwersen");
    private static final String NO_CHAIN =
            "/path?from=" + Urls.encode("Armin Willingmann") + "&to=" + Urls.encode("Wolfgang Tiefensee");
    private static final String ONLY_ANNOUNCED =
            "/path?from=" + Urls.encode("Wolfgang Tiefensee") + "&to=" + Urls.encode("Monika Iwersen");
    private static final String NETWORK = "/network?person=" + Urls.encode("Roman Sklyar");

    // Chains

    @Test
    void weigert_and_iwersen_are_connected_through_sklyar_and_every_hop_has_its_sources() throws Exception {
        JsonNode answer = JSON.readTree(get(CHAIN, "application/json").body());
        JsonNode shortest = answer.at("/chains/0");
        assertThat(shortest.at("/length").asInt()).isEqualTo(2);
        assertThat(shortest.at("/held").asBoolean()).isTrue();
        assertThat(shortest.at("/hops/0/b/id").asText()).endsWith("/person/roman-sklyar");
        assertThat(documents(shortest.at("/hops/0"))).containsExactly("d001");
        assertThat(documents(shortest.at("/hops/1"))).contains("d047", "d049");
        assertThat(shortest.at("/hops/0/sentence").asText()).contains("met Roman Sklyar", "12 and 16 July 2023");
        assertThat(answer.at("/chains")).hasSize(3);
        assertThat(answer.has("nearestAnnounced")).isFalse();
    }

    @Test
    void the_pages_of_chains_and_networks_say_how_names_and_dates_were_read() throws Exception {
        assertThat(get("/path?from=Weigert&to=Iwersen&lang=en", "text/html").body())
                .contains("“Weigert” was read as Roland Weigert", "“Iwersen” was read as Monika Iwersen");
        assertThat(get("/network?person=Sklyar&from=June%202019&lang=de", "text/html")
                        .body())
                .contains("„Sklyar“ wurde als", "„June 2019“ wurde als Juni 2019 gelesen");
    }

    @Test
    void willingmann_and_tiefensee_have_no_held_chain_and_the_answer_says_so() throws Exception {
        HttpResponse<String> response = get(NO_CHAIN, "application/json");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.at("/chains")).isEmpty();
        assertThat(answer.at("/answer").asText()).startsWith("No chain");
        assertThat(answer.at("/encountersSearched").asInt()).isPositive();
        assertThat(get(NO_CHAIN + "&lang=de", "text/html").body())
                .contains("keine Kette von Kontakten belegt", "Durchsucht: ");
    }

    @Test
    void without_a_held_chain_the_nearest_announced_one_is_marked_as_such() throws Exception {
        JsonNode answer = JSON.readTree(get(ONLY_ANNOUNCED, "application/json").body());
        assertThat(answer.at("/chains")).isEmpty();
        assertThat(answer.at("/nearestAnnounced/held").asBoolean()).isFalse();
        assertThat(answer.at("/nearestAnnounced/hops/0/level").asText()).isEqualTo("announced");
        assertThat(get(ONLY_ANNOUNCED, "text/html").body())
                .contains(
                        "meetings that were only announced", "<li class=\"announced\">", "announced, never confirmed");
        assertThat(Csv.lines(get(ONLY_ANNOUNCED, "text/csv").body()).stream().map(List::getFirst))
                .containsExactly("answer", "nearestAnnounced", "nearestAnnounced");
    }

    @Test
    void options_narrow_the_search() throws Exception {
        assertThat(JSON.readTree(get(CHAIN + "&level=met&k=1", "application/json")
                                .body())
                        .at("/chains"))
                .allSatisfy(c -> assertThat(c.get("hops"))
                        .allSatisfy(h -> assertThat(h.get("level").asText()).isEqualTo("met")));
        assertThat(JSON.readTree(get(CHAIN + "&years=1999", "application/json").body())
                        .at("/chains"))
                .isEmpty();
        assertThat(JSON.readTree(get(CHAIN + "&maxHops=1", "application/json").body())
                        .at("/chains"))
                .isEmpty();
        JsonNode ordered = JSON.readTree(
                get(CHAIN + "&timeRespecting=true", "application/json").body());
        assertThat(ordered.at("/chains"))
                .allSatisfy(c -> assertThat(c.get("orderInTime").asText()).isNotEqualTo("none"));
    }

    @Test
    void hops_come_as_csv() throws Exception {
        HttpResponse<String> response = get(CHAIN + "&format=csv", "*/*");
        assertThat(header(response, "Content-Type")).startsWith("text/csv");
        List<List<String>> rows = Csv.lines(response.body());
        assertThat(rows.getFirst()).startsWith("answer", "chain", "hop", "a").contains("date", "documents", "sentence");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row).hasSize(rows.getFirst().size()));
        assertThat(rows.get(1)).contains("[2023-07-12..2023-07-16]");
    }

    @ParameterizedTest
    @CsvSource({
        "de, Kürzeste Kette, traf zwischen dem 12. und dem 16. Juli 2023",
        "en, Shortest chain, between 12 and 16 July 2023"
    })
    void a_page_shows_the_chain_and_a_sentence_for_every_hop(String lang, String heading, String sentence)
            throws Exception {
        HttpResponse<String> response = get(CHAIN + "&lang=" + lang, "text/html");
        assertThat(response.body())
                .contains("<html lang=\"" + lang + "\"", heading, sentence)
                .contains("href=\"/page/doc/d001\"", "href=\"/page/person/roman-sklyar\"", "ent:paths", "format=csv")
                .doesNotContain("style=\"");
    }

    @Test
    void an_unknown_name_is_422_with_near_names_that_keep_the_other_end() throws Exception {
        String path = "/path?from=Roland+Weigert&to=Albrt+Rauw";
        HttpResponse<String> response = get(path, "application/json");
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.at("/parameter").asText()).isEqualTo("to");
        assertThat(problem.at("/near/0/id").asText()).isEqualTo("person:albert-rau");
        assertThat(problem.at("/near/0/href").asText()).contains("from=Roland%20Weigert", "to=person%3Aalbert-rau");
        HttpResponse<String> page = get(path + "&lang=de", "text/html");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"", "value=\"Albrt Rauw\"", "Albert Rau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&k=0",
                "&k=x",
                "&level=kissed",
                "&years=yesterday",
                "&maxParticipants=1",
                "&minConfidence=utter",
                "&timeRespecting=perhaps",
                "&colour=red",
                "&from=Albert+Rau"
            })
    void a_wrong_option_is_422(String option) throws Exception {
        assertThat(get(CHAIN + option, "application/json").statusCode()).isEqualTo(422);
    }

    @Test
    void data_need_both_ends_and_a_page_asks_for_them() throws Exception {
        assertThat(get("/path?from=Roland+Weigert", "application/json").statusCode())
                .isEqualTo(422);
        HttpResponse<String> page = get("/path?from=Roland+Weigert", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"Roland Weigert\"", "<details class=\"ask\" open>");
    }

    // Networks

    @ParameterizedTest
    @CsvSource({
        "graphml, application/graphml+xml, one",
        "graphml, application/graphml+xml, two",
        "gexf, application/gexf+xml, one",
        "gexf, application/gexf+xml, two"
    })
    void a_network_comes_as_xml_that_can_be_read(String format, String type, String mode) throws Exception {
        HttpResponse<String> response = get(NETWORK + "&mode=" + mode, type);
        assertThat(header(response, "Content-Type")).startsWith(type);
        assertThat(get(NETWORK + "&mode=" + mode + "&format=" + format, "*/*").body())
                .isEqualTo(response.body());
        Document document = xml(response.body());
        assertThat(document.getElementsByTagNameNS("*", "node").getLength()).isGreaterThan(5);
        assertThat(document.getElementsByTagNameNS("*", "edge").getLength()).isGreaterThan(5);
        assertThat(response.body()).contains("/id/person/roman-sklyar");
        assertThat(response.body().contains("_id_event_weigert-sklyar-2023\""))
                .isEqualTo(mode.equals("two") && format.equals("graphml"));
        assertThat(response.body().contains("/id/event/weigert-sklyar-2023\"")).isEqualTo(format.equals("gexf"));
    }

    @Test
    void a_network_comes_as_two_tables_or_json() throws Exception {
        List<List<String>> nodes =
                Csv.lines(get(NETWORK + "&part=nodes", "text/csv").body());
        List<List<String>> edges =
                Csv.lines(get(NETWORK + "&part=edges", "text/csv").body());
        assertThat(nodes.getFirst()).startsWith("Id", "Label");
        assertThat(edges.getFirst()).startsWith("Source", "Target").contains("strengthLevel", "strength");
        List<String> ids = nodes.stream().skip(1).map(List::getFirst).toList();
        assertThat(edges.stream().skip(1)).allSatisfy(e -> assertThat(ids).contains(e.get(0), e.get(1)));
        JsonNode json = JSON.readTree(get(NETWORK, "application/json").body());
        assertThat(json.at("/center/id").asText()).endsWith("/person/roman-sklyar");
        assertThat(json.at("/nodes")).hasSize(ids.size());
        assertThat(json.at("/edges")).hasSize(edges.size() - 1);
        assertThat(json.at("/edges")).allSatisfy(e -> {
            double parts = e.get("strengthLevel").asDouble()
                    * e.get("strengthWitnesses").asDouble()
                    * e.get("strengthSize").asDouble()
                    * e.get("strengthParity").asDouble();
            assertThat(e.get("strength").asDouble()).isCloseTo(parts, org.assertj.core.data.Offset.offset(0.001));
        });
    }

    @Test
    void sides_dates_and_steps_narrow_or_widen_a_network() throws Exception {
        int all = members(NETWORK);
        assertThat(members(NETWORK + "&side=Bavaria")).isBetween(2, all - 1);
        assertThat(members(NETWORK + "&to=1999")).isEqualTo(1);
        assertThat(members(NETWORK + "&steps=2")).isGreaterThan(all);
        assertThat(members(NETWORK + "&level=announced")).isGreaterThan(1);
        HttpResponse<String> cut = get(NETWORK + "&limit=3", "application/json");
        assertThat(JSON.readTree(cut.body()).at("/nodes")).hasSize(3);
        assertThat(header(cut, "Entente-More")).isEqualTo("true");
        assertThat(members("/network")).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/network?person=Roman+Sklyar", "/network", "/network?person=Roland+Weigert&steps=2"})
    void the_picture_is_well_formed_and_its_tables_hold_the_same(String path) throws Exception {
        for (String lang : List.of("de", "en")) {
            HttpResponse<String> page = get(path + (path.contains("?") ? "&" : "?") + "lang=" + lang, "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            Matcher svg = Pattern.compile("<svg class=\"network\".*?</svg>", Pattern.DOTALL)
                    .matcher(page.body());
            assertThat(svg.find()).isTrue();
            Document picture = xml(svg.group());
            assertThat(picture.getElementsByTagName("desc").getLength()).isEqualTo(1);
            int dots = picture.getElementsByTagName("circle").getLength();
            int lines = picture.getElementsByTagName("path").getLength();
            assertThat(dots).isBetween(2, 60);
            List<Integer> rows = new ArrayList<>();
            for (String body : page.body().split("<tbody>")) {
                if (body.contains("</tbody>")) {
                    rows.add(body.substring(0, body.indexOf("</tbody>")).split("<tr>").length - 1);
                }
            }
            assertThat(rows).containsExactly(lines, dots);
            assertThat(page.body()).doesNotContain("style=\"").contains("0" + (lang.equals("de") ? "," : "."));
        }
    }

    @Test
    void somebody_without_encounters_has_an_empty_network_that_says_what_was_searched() throws Exception {
        HttpResponse<String> page = get(NETWORK + "&to=1999&lang=en", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("No contact on record matches your settings.", "We searched ")
                .doesNotContain("<svg class=\"network\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?person=Albrt+Rauw",
                "?person=Roman+Sklyar&steps=9",
                "?side=Atlantis",
                "?from=soon",
                "?mode=three"
            })
    void a_wrong_parameter_of_a_network_is_422(String query) throws Exception {
        assertThat(get("/network" + query, "application/json").statusCode()).isEqualTo(422);
        assertThat(get("/network" + query, "text/html").statusCode()).isEqualTo(422);
    }

    // Both

    @ParameterizedTest
    @ValueSource(strings = {"/path?from=Roland+Weigert&to=Monika+Iwersen", "/network?person=Roman+Sklyar"})
    void answers_have_a_tag_open_doors_and_heads(String path) throws Exception {
        HttpResponse<String> response = get(path, "application/json");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Vary")).contains("Accept");
        assertThat(header(response, "Entente-Time-Limit")).isEqualTo("30");
        String tag = header(response, "ETag");
        HttpResponse<String> again = SHIPPED.get(path, "Accept", "application/json", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        HttpResponse<String> otherwise = SHIPPED.get(path, "Accept", "text/csv", "If-None-Match", tag);
        assertThat(otherwise.statusCode()).isEqualTo(200);
        HttpResponse<String> head =
                SHIPPED.send(SHIPPED.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(get(path, "image/png").statusCode()).isEqualTo(406);
        assertThat(get(path + "&release=1066", "application/json").statusCode()).isEqualTo(404);
    }

    @Test
    void the_api_description_has_every_parameter_that_is_read() throws Exception {
        JsonNode api = JSON.readTree(get("/openapi.json", "application/json").body());
        for (var question : List.of(ContactQuestions.PATH, ContactQuestions.NETWORK)) {
            List<String> described = new ArrayList<>();
            api.at("/paths/~1" + question.id() + "/get/parameters")
                    .forEach(p -> described.add(p.path("name").asText()));
            assertThat(described)
                    .containsAll(question.header().parameters().stream()
                            .map(p -> p.name())
                            .toList());
        }
    }

    @Test
    void the_home_page_and_the_page_of_a_person_lead_here() throws Exception {
        assertThat(get("/?lang=en", "text/html").body()).contains("href=\"/path\"", "href=\"/network\"");
        assertThat(get("/page/person/roman-sklyar", "text/html").body())
                .contains("/network?person=person:roman-sklyar", "/path?from=person:roman-sklyar");
    }

    @Test
    void tables_say_dates_in_words_and_keep_the_value_beside_them() throws Exception {
        String asked = "/who-met?person=Roland+Weigert&lang=";
        assertThat(get(asked + "de", "text/html").body())
                .contains("<span title=\"[2023-07-12..2023-07-16]\">zwischen dem 12. und dem 16. Juli 2023</span>");
        assertThat(get(asked + "en", "text/html").body()).contains("between 12 and 16 July 2023</span>");
        assertThat(get(asked + "de", "text/csv").body())
                .contains("[2023-07-12..2023-07-16]")
                .doesNotContain("Juli");
        assertThat(get("/queries/candidates?post=post:ambassador-de-kz&lang=de", "text/html")
                        .body())
                .contains("Die Amtszeit kann den Tag abdecken", "möglich")
                .doesNotContain(">possible<");
    }

    private static int members(String path) throws Exception {
        return JSON.readTree(get(path, "application/json").body()).at("/nodes").size();
    }

    private static List<String> documents(JsonNode hop) {
        return StreamSupport.stream(hop.get("sources").spliterator(), false)
                .map(s -> s.at("/document/id").asText().replaceAll(".*/", ""))
                .toList();
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static HttpResponse<String> get(String path, String accept) {
        return SHIPPED.get(path, "Accept", accept);
    }
}
