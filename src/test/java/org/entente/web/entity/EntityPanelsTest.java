package org.entente.web.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.ServedStore;
import org.entente.query.CannedQuery;
import org.entente.query.CatalogException;
import org.entente.query.PlacedPanel;
import org.entente.query.QueryCatalog;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query says itself on which pages it is a panel: who adds one adds a file. */
class EntityPanelsTest {
    private static final Path SHIPPED = Path.of("queries");
    private static final String NEW = """
            #+ summary: {de: "Veranstaltungen einer Person", en: "Happenings of a person"}
            #+ parameters:
            #+   who:
            #+     type: iri
            #+     required: true
            #+     class: ent:Person
            #+     description: {de: "Wer", en: "Who"}
            #+ example: {who: person:albert-rau}
            #+ columns:
            #+   day: {type: date, label: {de: "Tag der Veranstaltung", en: "Day of the happening"}}
            #+   event: event
            #+ panels:
            #+   happenings:
            #+     title: {de: "Was alles war", en: "All that happened"}
            #+     on: {person: 7}
            #+     parameter: who
            #+     columns: [day, event]

            PREFIX ent: <https://w3id.org/entente/ontology#>

            SELECT DISTINCT ?event ?day
            WHERE {
              ?participation ent:participant ?who ; ent:inEvent ?event .
              ?event ent:time/ent:edtf ?day .
            }
            ORDER BY ?day ?event
            """;

    @Test
    void a_new_query_file_is_a_panel_of_a_person_s_page(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("happenings.rq"), NEW);
        QueryCatalog catalog = QueryCatalog.read(List.of(SHIPPED, folder));
        try (ServedStore served = ServedStore.shipped(catalog, ServerOptions.defaults())) {
            String page = served.get("/page/person/albert-rau?lang=en").body();
            assertThat(page).contains("All that happened", "Day of the happening", "9 June 2015");
            assertThat(page.indexOf("panel-happenings")).isLessThan(page.indexOf("panel-met"));
            assertThat(served.get("/page/person/albert-rau?lang=de").body()).contains("Was alles war");
        }
    }

    @Test
    void two_panels_at_one_place_are_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("happenings.rq"), NEW.replace("person: 7", "person: 10"));
        assertThat(catchThrowableOfType(CatalogException.class, () -> QueryCatalog.read(List.of(SHIPPED, folder))))
                .hasMessageContaining("place 10 on pages of person is taken by panel");
    }

    @Test
    void a_column_that_the_query_lacks_is_refused_with_its_line(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("happenings.rq"),
                NEW.replace("#+   event: event", "#+   happening: event").replace("[day, event]", "[day, happening]"));
        assertThat(catchThrowableOfType(CatalogException.class, () -> QueryCatalog.read(folder))
                        .findings())
                .extracting(Object::toString)
                .containsExactly(
                        "happenings.rq:11: column happening: the query selects no ?happening",
                        "happenings.rq:13: panel happenings: the query selects no ?happening");
    }

    @Test
    void the_pages_of_the_shipped_kinds_have_their_panels_in_this_order() {
        assertThat(panels("person"))
                .containsExactly(
                        "tenures-of-person offices",
                        "named-in-office named",
                        "who-met met",
                        "who-met together",
                        "who-met announced",
                        "unnamed-counterparts unnamed",
                        "who-met possible",
                        "events-of-person events",
                        "conflicts conflicts",
                        "names-of-entity names",
                        "sources-of sources");
        assertThat(panels("event"))
                .containsExactly(
                        "event participants",
                        "candidates candidates",
                        "itinerary itinerary",
                        "stops-of-trip stops",
                        "talks-of-trip talks",
                        "agreements-of-trip agreements",
                        "unnamed-agreements unnamed",
                        "not-known-of-event unknown",
                        "trips-without-participants nobodyNamed",
                        "conflicts conflicts",
                        "evidence-of-event reports",
                        "names-of-entity names");
        assertThat(panels("region"))
                .isEqualTo(panels("state"))
                .startsWith(
                        "people-of-country people",
                        "envoys envoysFrom",
                        "envoys envoysTo",
                        "offices-of-organisation offices",
                        "events-of-country events",
                        "partners-of-country partners",
                        "agreements-of-organisation agreements",
                        "statistics-by-country figures");
        assertThat(panels("post")).contains("holders-of-post holders", "office-chain chain");
        assertThat(panels("delegation")).contains("itinerary trips");
        assertThat(panels("tenure")).isEmpty();
    }

    @Test
    void the_page_of_a_trip_begins_with_its_story() throws Exception {
        ServedStore served = ServedStore.shipped();
        String page =
                served.get("/page/event/thuringia-central-asia-2023?lang=en").body();
        assertThat(page)
                .contains("State Secretary in the Ministry of Economy and Science of Thuringia", "led the trip.")
                .contains("9 agreements were concluded:", ": 11 counted, 9 of them named by a source.")
                .doesNotContain("panel-led");
        assertThat(page.indexOf("It is not known")).isLessThan(page.indexOf("panel-participants"));
        assertThat(page).contains("Talk Tiefensee – Roman Sklyar (planned)", "id=\"panel-unknown\"");
        assertThat(page.indexOf("Wolfgang Tiefensee", page.indexOf("panel-participants")))
                .as("those who led come before groups without a name")
                .isLessThan(
                        page.indexOf("representatives of firms and universities", page.indexOf("panel-participants")));
        assertThat(served.get("/page/event/wg-economy-9?lang=en").body())
                .as("what only a trip can have is not missing elsewhere")
                .doesNotContain("Stops on the way");
    }

    @Test
    void the_page_of_a_land_has_its_people_offices_events_partners_and_agreements() throws Exception {
        ServedStore served = ServedStore.shipped();
        assertThat(served.get("/page/region/bavaria?lang=en").body())
                .contains("9 people acted for Bavaria.", "Minister-President of Bavaria")
                .contains(
                        "29 events of Bavaria between 2013 and 2025 or on days that are not known; 3 were announced only.")
                .contains(
                        "3 partners of Bavaria in meetings, at joint events or in announced talks: Kazakhstan, Kyrgyzstan, Uzbekistan.");
        assertThat(served.get("/page/region/thuringia?lang=de").body())
                .contains("Vereinbarung", "Partner", "Usbekistan");
    }

    @Test
    void a_place_has_a_map_and_leads_to_the_region_of_its_name_and_back() throws Exception {
        ServedStore served = ServedStore.shipped();
        assertThat(served.get("/page/place/karaganda-region?lang=en").body())
                .contains("class=\"drawn small-map\"", "Map of Karaganda Region")
                .contains("href=\"/page/region/karaganda\"", "region or country of this name");
        assertThat(served.get("/page/region/karaganda?lang=en").body())
                .contains("href=\"/page/place/karaganda-region\"", "place of this name")
                .contains("href=\"/page/place/karaganda\"", "lies within")
                .doesNotContain("small-map");
        assertThat(served.get("/page/place/karaganda?lang=de").body())
                .contains("hat hier den Sitz", "umgibt den Ort", "Karte: Karaganda");
    }

    private static List<String> panels(String kind) {
        return QueryCatalog.read(SHIPPED).panels(kind).stream()
                .map(EntityPanelsTest::name)
                .toList();
    }

    private static String name(PlacedPanel placed) {
        CannedQuery query = placed.query();
        return query.id() + " " + placed.panel().id();
    }

    @Test
    void a_name_that_is_written_alike_in_two_languages_stands_once() {
        String names = ServedStore.shipped()
                .get("/page/place/astana?lang=de", "Accept", "text/html")
                .body()
                .replaceAll("(?s).*</h1>|<p class=\"ids.*", "");
        assertThat(names.split("Астана", -1)).hasSize(2);
    }
}
