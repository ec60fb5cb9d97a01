package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The pictures of the shipped collection, over HTTP. */
class PicturesServiceTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/timeline",
                "/timeline?person=Roman+Sklyar",
                "/map",
                "/statistics",
                "/queries/top-contacts?view=network",
                "/queries/collection-figures",
                "/queries/events-in-place?place=place:kazakhstan",
                "/queries/tenures-of-person?person=Monika+Iwersen",
                "/dossier?a=Roman+Vassilenko&b=Monika+Iwersen"
            })
    void a_page_has_its_picture_and_a_table_or_list_that_holds_the_same(String path) throws Exception {
        for (String lang : List.of("de", "en")) {
            HttpResponse<String> page = get(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
            assertThat(page.statusCode()).isEqualTo(200);
            Document picture = picture(page.body());
            assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
            assertThat(page.body())
                    .containsPattern("<table|class=\"encounter")
                    .doesNotContain("style=\"", "picture.", ">view.");
        }
    }

    @Test
    void the_timeline_has_all_events_its_filters_and_the_query() {
        String page = get("/timeline?lang=en").body();
        assertThat(page.split("class=\"glyph").length).isGreaterThan(200);
        assertThat(page)
                .contains("href=\"/timeline?from=2015&amp;to=2015", "announced, never confirmed", "SELECT")
                .contains("name=\"person\"", "name=\"type\"", "name=\"status\"");
        assertThat(get("/timeline?lang=en&status=announced").body())
                .doesNotContain("class=\"glyph stated\"")
                .contains("class=\"glyph announced\"");
    }

    @Test
    void what_finds_nothing_says_so_and_draws_nothing() {
        // Without somebody in particular, events of which only an end is known may fall into any year.
        String page = get("/timeline?person=Albert+Rau&from=2090&lang=en").body();
        assertThat(page).contains("Nothing found.").doesNotContain("class=\"timeline\"");
    }

    @Test
    void the_map_has_towns_by_their_coordinates_and_countries_by_number() throws Exception {
        String page = get("/map?lang=en").body();
        assertThat(page).contains("Astana", "class=\"whole\"", "events-in-place?place=place%3Aastana");
        // A palace lies where its town lies.
        assertThat(page).containsPattern("Astana: \\d+ events?, [^<]*Akorda");
    }

    @Test
    void a_reported_change_stands_beside_the_computed_one() {
        String page = get("/statistics?measure=directInvestmentInflow&lang=en").body();
        assertThat(page).contains("um das 5,8-fache", "5.79 times as much", "4.79 times more", "National Bank");
    }

    @ParameterizedTest
    @CsvSource({"timeline,timeline", "map,map", "chart,chart"})
    void free_sparql_is_shown_as_what_its_columns_allow(String view, String look) throws Exception {
        String query = """
                PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
                PREFIX ent: <https://w3id.org/entente/ontology#>
                SELECT ?event ?start ?place ?lat ?long ?witnesses (1 AS ?number) {
                  ?event a ent:HeldEvent ; ent:place ?place ; ent:time/ent:earliestStart ?start .
                  ?place geo:lat ?lat ; geo:long ?long
                } LIMIT 30""";
        String page = get("/sparql?query=" + Urls.encode(query) + "&view=" + view + "&lang=en")
                .body();
        assertThat(picture(page).getDocumentElement().getAttribute("class")).startsWith(look);
    }

    @Test
    void a_view_that_does_not_exist_is_refused_and_one_that_is_not_possible_is_the_table() {
        assertThat(get("/queries/top-contacts?view=hologram").statusCode()).isEqualTo(422);
        HttpResponse<String> page = get("/queries/top-contacts?view=map&lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<table").doesNotContain("class=\"map");
    }

    @Test
    void the_interactive_network_knows_states_evidence_and_years_of_every_contact() throws Exception {
        HttpResponse<String> answer = get("/network?person=Roman+Sklyar&format=cyjs&lang=en");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.cytoscape+json");
        JsonNode network = new ObjectMapper().readTree(answer.body());
        List<String> polities = new ArrayList<>();
        network.at("/elements/nodes")
                .forEach(n -> polities.add(n.at("/data/polity").asText()));
        assertThat(polities).contains("KZ", "DE");
        assertThat(network.at("/elements/edges")).isNotEmpty().allSatisfy(edge -> {
            assertThat(edge.at("/data/ties")).isNotEmpty();
            assertThat(edge.at("/data/ties/0/evidence").asText()).startsWith("/evidence?of=event");
            assertThat(edge.at("/data/ties/0/from").asInt()).isBetween(1990, 2030);
        });
        JsonNode two = new ObjectMapper()
                .readTree(
                        get("/network?person=Roman+Sklyar&format=cyjs&mode=two").body());
        assertThat(two.at("/elements/nodes"))
                .anySatisfy(n -> assertThat(n.at("/data/kind").asText()).isEqualTo("event"));
    }

    @Test
    void the_libraries_of_the_network_are_served_from_here() {
        String script = get("/static/js/network.js").body();
        Matcher library = Pattern.compile("'(/static/lib/[^']+)'").matcher(script);
        List<String> found = new ArrayList<>();
        while (library.find()) {
            found.add(library.group(1));
            assertThat(get(library.group(1)).statusCode()).as(library.group(1)).isEqualTo(200);
        }
        assertThat(found).hasSize(4);
    }

    /** The first picture of the page, read as XML; what is set into it is read, too. */
    private static Document picture(String page) throws Exception {
        Matcher svg = Pattern.compile("<svg[^>]*class=\"(timeline|map|chart|network).*?</figure>", Pattern.DOTALL)
                .matcher(page);
        assertThat(svg.find()).as("a picture").isTrue();
        String text = svg.group();
        // The insets follow behind the end of the region in which the picture scrolls.
        String[] drawings = text.substring(0, text.indexOf("<figcaption")).split("</div>");
        for (String inset : drawings) {
            if (inset.contains("<svg")) {
                document(inset.substring(inset.indexOf("<svg"), inset.lastIndexOf("</svg>") + "</svg>".length()));
            }
        }
        return document(drawings[0].substring(0, drawings[0].lastIndexOf("</svg>") + "</svg>".length()));
    }

    private static Document document(String drawing) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing)));
    }

    private static HttpResponse<String> get(String path) {
        return SHIPPED.get(path, "Accept", "text/html, */*;q=0.5");
    }
}
