package org.entente.web.canned;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.vocab.Ent;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of canned queries, pages that tell their results, and the ontology's page, over the shipped collection. */
class QueryPagesTest {
    private static ServedStore shipped;
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void start() {
        shipped = ServedStore.shipped(ServerOptions.defaults().withOntology(ShippedCollection.FILES.ontology()));
    }

    @AfterAll
    static void stop() {
        shipped.close();
    }

    @Test
    void filters_of_a_list_combine_and_count_what_they_lead_to() throws Exception {
        String announced = get("/events?status=announced", "text/html").body();
        Matcher topic = Pattern.compile(
                        "href=\"([^\"]*topic=economyTrade[^\"]*)\"[^<]*</a> <span class=\"quiet\">(\\d+)<")
                .matcher(announced.replaceAll("<span aria-hidden.*?</span>", ""));
        assertThat(topic.find()).isTrue();
        String both = topic.group(1).replace("&amp;", "&");
        assertThat(both).contains("status=announced");
        assertThat(texts(both + "&limit=1000", "event")).hasSize(Integer.parseInt(topic.group(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/organizations", "/offices", "/events", "/places", "/topics", "/unknown"})
    void lists_say_in_a_sentence_what_they_hold(String path) throws Exception {
        HttpResponse<String> page = get(path, "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsPattern("class=\"said\">[^<]*[0-9]");
    }

    @Test
    void an_answer_says_in_a_sentence_what_it_comes_to_and_how_names_and_dates_were_read() throws Exception {
        String page = get("/queries/who-met?person=Rau&from=Juni+2015&lang=en", "text/html")
                .body();
        assertThat(page)
                .contains("Albert Rau met 6 people between 2015 and 2019")
                .contains("“Rau” was read as Albert Rau")
                .contains("“Juni 2015” was read as June 2015");
        assertThat(get("/queries/who-met?person=Rau&from=blah", "text/html").body())
                .contains("9 June 2015");
        // Two dates of one event, on which sources disagree.
        assertThat(get("/queries/events-in-place?place=Berlin&from=2014-11-12&to=2014-11-12&lang=en", "text/html")
                        .body())
                .contains("took place in Berlin in 2014");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries/holders-of-post?post=Ambassador+of+Germany+to+Uzbekistan",
                "/queries/events-in-place?place=Sachsen",
                "/queries/events-in-place?place=Frankfurt+(Oder)",
                "/queries/events-in-place?place=Berlin,+Kasachstan",
                "/dossier?a=BMJ&b=Kasachstan"
            })
    void what_is_not_called_so_is_refused_with_names_that_are_near(String path) throws Exception {
        assertThat(get(path, "application/json").statusCode()).isEqualTo(422);
    }

    @Test
    void a_result_is_ordered_by_any_of_its_columns_in_either_direction() throws Exception {
        List<Long> down = numbers("/queries/sources?sort=-reports&limit=1000", "reports");
        assertThat(down).isSortedAccordingTo(Comparator.reverseOrder()).hasSizeGreaterThan(100);
        assertThat(numbers("/queries/sources?sort=reports&limit=1000", "reports"))
                .isSorted();
        List<String> labels = texts("/queries/sources?sort=publisher&limit=1000", "publisherLabel").stream()
                .map(label -> label.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(labels).as("by label, not by IRI").isSorted();
        HttpResponse<String> wrong = get("/queries/sources?sort=nothing", "application/json");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"parameter\":\"sort\"", "publisher");
        assertThat(page("/queries/sources?sort=reports"))
                .contains("aria-sort=\"ascending\"", "href=\"/queries/sources?sort=-reports\"");
    }

    @Test
    void pages_of_a_result_know_how_many_there_are() throws Exception {
        int rows = texts("/queries/sources?limit=1000", "document").size();
        int pages = (rows + 49) / 50;
        String first = page("/queries/sources");
        assertThat(first)
                .contains(
                        "Rows 1 to 50 of " + rows,
                        "Page 1 of " + pages,
                        "rel=\"last\" href=\"/queries/sources?page=" + pages)
                .doesNotContain("rel=\"prev\"");
        String last = page("/queries/sources?page=" + pages);
        assertThat(last).contains("to " + rows + " of " + rows, "rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(page("/queries/sources?page=99")).contains("There is no page 99; the last is page " + pages);
    }

    @Test
    void a_download_holds_the_whole_result_and_not_only_its_page() throws Exception {
        Matcher link =
                Pattern.compile("href=\"([^\"]*format=csv)\" type=\"text/csv\"").matcher(page("/queries/sources"));
        assertThat(link.find()).isTrue();
        int rows = texts("/queries/sources?limit=1000", "document").size();
        assertThat(get(link.group(1).replace("&amp;", "&"), "*/*")
                        .body()
                        .lines()
                        .count())
                .isGreaterThan(rows);
    }

    @Test
    void every_wrong_field_says_what_is_wrong_beside_it_and_what_may_have_been_meant() throws Exception {
        HttpResponse<String> response =
                get("/queries/who-met?person=Rolan+Weigert&from=20233&lang=en&level=mett", "text/html");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .containsPattern("id=\"e-person\" role=\"alert\"")
                .containsPattern("id=\"e-from\" role=\"alert\"")
                .containsPattern("id=\"e-level\" role=\"alert\"")
                .contains("aria-describedby=\"h-from e-from\"", "aria-invalid=\"true\"", "value=\"Rolan Weigert\"");
        Matcher near = Pattern.compile("<a class=\"button plain small\" href=\"([^\"]*)\">met</a>")
                .matcher(response.body());
        assertThat(near.find()).as("a button that mends the field").isTrue();
        assertThat(near.group(1)).contains("level=met", "from=20233");
        assertThat(page("/queries/who-met?lang=de&person=x%22%3E%3Cb%3E")).doesNotContain("<b>");
    }

    @Test
    void inputs_have_their_types() throws Exception {
        assertThat(page("/queries/who-met?lang=en"))
                .contains(
                        "data-suggest=\"ent:",
                        "2023-05/2023-08",
                        "type=\"checkbox\" name=\"level\" value=\"met\" checked");
    }

    @Test
    void the_code_to_copy_asks_what_the_page_asked() throws Exception {
        String page = page("/queries/who-met?person=Roman+Sklyar&lang=en");
        String code = unescaped(between(page, "<h3 id=\"code-curl\">", "</code>"));
        List<String> parameters = Pattern.compile("--data-urlencode '([^']*)'")
                .matcher(code)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(parameters).contains("person=person:roman-sklyar");
        String address = Pattern.compile("'(http://[^']*)'")
                .matcher(code)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String asked = parameters.stream()
                .map(p -> p.split("=", 2))
                .map(p -> Urls.encode(p[0]) + "=" + Urls.encode(p[1]))
                .collect(Collectors.joining("&"));
        assertThat(address).startsWith(shipped.url("/"));
        String path = address.substring(shipped.url("").length());
        assertThat(get(path + "?" + asked, "text/csv").body())
                .isEqualTo(get("/who-met?person=Roman+Sklyar&limit=1000", "text/csv")
                        .body());
        assertThat(Snippet.quoted("a\"b\\c\nd")).isEqualTo("\"a\\\"b\\\\c\\nd\"");
        assertThat(Snippet.shell("it's")).isEqualTo("'it'\\''s'");
    }

    @Test
    void the_catalogue_is_searched_on_the_server_too() throws Exception {
        assertThat(page("/queries?q=delegation&lang=en"))
                .contains("delegation-members")
                .doesNotContain("<code>sources</code>");
        assertThat(page("/queries?q=zzzz&lang=en")).contains("No question");
        assertThat(page("/queries?lang=de")).contains("Kontakte", "Wen traf Albert Rau?");
    }

    @Test
    void conflicts_show_both_sides_and_why_one_is_followed() throws Exception {
        String page = page("/conflicts?lang=en");
        int conflicts = new HashSet<>(texts("/conflicts?limit=1000", "conflict")).size();
        assertThat(page).contains(conflicts + " contradictions: ");
        String talk = between(page, "Meeting Vassilenko – Iwersen", "</article>");
        assertThat(talk).contains("taken for an error of translation");
        assertThat(page).contains("class=\"side preferred\"", "/evidence?of=");
        assertThat(page.indexOf("ruling open"))
                .as("the open ones first")
                .isLessThan(page.indexOf("class=\"side preferred\""));
        assertThat(page("/conflicts?lang=en&view=table"))
                .contains("<table class=\"rows\">")
                .doesNotContain("class=\"sides");
        assertThat(page("/conflicts?lang=en&thing=person:roman-sklyar")).contains("Nothing found.");
    }

    @Test
    void possible_holders_are_grouped_by_office_and_event() throws Exception {
        String page = page("/candidates?lang=en");
        assertThat(page).contains("class=\"fit-possible\"", "class=\"fit-none\"", "No known tenure of this office");
        assertThat(page("/candidates?lang=de&fit=none"))
                .contains("class=\"fit-none\"")
                .doesNotContain("class=\"fit-possible\"");
    }

    @Test
    void plausibility_names_also_the_kinds_of_which_nothing_was_found() throws Exception {
        String page = page("/plausibility?lang=de");
        List<String> things = texts("/plausibility?lang=de", "thingLabel");
        assertThat(things).isNotEmpty().allSatisfy(thing -> assertThat(page).contains(thing));
        assertThat(page).contains("Eine Person am selben Tag an zwei Orten", "Zu prüfen:", "Nichts gefunden.");
        assertThat(page("/plausibility?lang=de&kind=hostIsGuest"))
                .contains("Gastgeber und Gast auf derselben Seite")
                .doesNotContain("id=\"k-twoPlaces\"");
    }

    @Test
    void sources_say_what_they_yielded_and_which_are_copies() throws Exception {
        String page = page("/sources?lang=en");
        assertThat(page).contains("A copy or translation, so not an independent source, of", "reports, ", "Page 1 of ");
        assertThat(page("/sources?lang=en&publisher=org:kazinform"))
                .contains("<code>doc:d031</code>")
                .doesNotContain("<code>doc:d003</code>");
        assertThat(new HashSet<>(texts("/sources?language=ru&limit=1000", "language")))
                .containsExactly("ru");
    }

    @Test
    void coverage_names_the_years_without_an_event() throws Exception {
        List<String> none = new ArrayList<>();
        for (JsonNode row : rows("/queries/coverage-gaps?limit=1000")) {
            if (row.has("year") && row.at("/events/value").asText().equals("0")) {
                none.add(row.at("/year/value").asText());
            }
        }
        String named = between(page("/coverage?lang=en"), "No events in ", ". That");
        Set<String> years = new HashSet<>();
        for (String span : named.split(", ")) {
            int[] ends =
                    Arrays.stream(span.split("–")).mapToInt(Integer::parseInt).toArray();
            for (int year = ends[0]; year <= ends[ends.length - 1]; year++) {
                years.add(Integer.toString(year));
            }
        }
        assertThat(years).containsExactlyInAnyOrderElementsOf(none).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/conflicts",
                "/coverage",
                "/candidates",
                "/plausibility",
                "/sources",
                "/queries",
                "/ontology",
                "/sparql",
                "/queries/who-met?person=Roman+Sklyar",
                "/queries/events-between?from=2023&to=2023"
            })
    void pages_speak_one_language_and_use_each_id_once(String path) throws Exception {
        for (String language : List.of("de", "en")) {
            String page = page(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            List<String> ids = Pattern.compile(" id=\"([^\"]*)\"")
                    .matcher(page)
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            assertThat(ids).as(path).doesNotHaveDuplicates();
            Set<String> rooms = Messages.in(language).keys().stream()
                    .map(key -> key.split("\\.")[0])
                    .collect(Collectors.toSet());
            Matcher said =
                    Pattern.compile(">\\s*([a-z]+)\\.[A-Za-z0-9_.]+\\s*<").matcher(page);
            while (said.find()) {
                assertThat(rooms)
                        .as("a key without text on " + path + said.group())
                        .doesNotContain(said.group(1));
            }
            Matcher described = Pattern.compile("aria-(?:describedby|labelledby)=\"([^\"]*)\"")
                    .matcher(page);
            while (described.find()) {
                assertThat(ids)
                        .as(path + " " + described.group())
                        .contains(described.group(1).split(" "));
            }
        }
    }

    @Test
    void every_term_of_the_ontology_has_its_place_on_the_page() throws Exception {
        Model ontology = RDFDataMgr.loadModel(ShippedCollection.FILES
                .ontology()
                .resolve("entente.ttl")
                .toUri()
                .toString());
        Set<String> names = new HashSet<>();
        for (var type : List.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)) {
            ontology.listSubjectsWithProperty(RDF.type, type).forEachRemaining(term -> {
                if (term.isURIResource() && term.getURI().startsWith(Ent.NS)) {
                    names.add(term.getURI().substring(Ent.NS.length()));
                }
            });
        }
        for (String language : List.of("de", "en")) {
            String page = page("/ontology?lang=" + language);
            assertThat(names).hasSizeGreaterThan(150).allSatisfy(name -> assertThat(page)
                    .contains(" id=\"" + name + "\""));
            Matcher anchor = Pattern.compile("href=\"#([^\"]*)\"").matcher(page);
            while (anchor.find()) {
                assertThat(page).as("a link on the page").contains(" id=\"" + anchor.group(1) + "\"");
            }
        }
    }

    @Test
    void the_diagram_shows_the_core_of_the_ontology_and_its_table_the_same() throws Exception {
        String page = page("/ontology?lang=en");
        String picture = between(page, "<svg class=\"classes\"", "</svg>");
        assertThat(picture.split("<rect")).as("every class that has a place").hasSize(15);
        assertThat(picture.split("<line")).as("every relation").hasSize(16);
        assertThat(picture).contains("href=\"#Participation\"", "stated in", "as holder of");
    }

    @Test
    void functions_have_examples_that_run() throws Exception {
        String page = page("/ontology?lang=en");
        List<String> examples = Pattern.compile("name=\"query\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(m -> unescaped(m.group(1)))
                .toList();
        assertThat(examples).hasSizeGreaterThan(5);
        for (String example : examples) {
            HttpResponse<String> response = get("/sparql?query=" + Urls.encode(example), "application/json");
            assertThat(response.statusCode()).as(example).isEqualTo(200);
        }
        assertThat(page).contains("Give the kind of event as its class", "0.1.0");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        int to = text.indexOf(end, from + start.length());
        return text.substring(from + start.length(), to);
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static List<Long> numbers(String path, String column) throws Exception {
        return texts(path, column).stream().map(Long::valueOf).toList();
    }

    private static List<String> texts(String path, String column) throws Exception {
        List<String> texts = new ArrayList<>();
        rows(path).forEach(row -> {
            if (row.has(column)) {
                texts.add(row.get(column).get("value").asText());
            }
        });
        return texts;
    }

    private static JsonNode rows(String path) throws Exception {
        return JSON.readTree(get(path, "application/sparql-results+json").body())
                .at("/results/bindings");
    }

    private static String page(String path) throws Exception {
        return get(path, "text/html").body();
    }

    private static HttpResponse<String> get(String path, String accept) {
        return shipped.get(path, "Accept", accept);
    }
}
