package org.entente.web.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.Golden;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a gap to the letter that asks for what is missing. */
class LetterServiceTest {
    private final ServedStore served = ServedStore.shipped();

    private static String request(String gap, String event) {
        return "/request?gap=" + gap + "&of=" + ServedStore.encoded(event);
    }

    @ParameterizedTest
    @CsvSource({
        "trips-without-participants, event:rhineland-palatinate-kazakhstan-uzbekistan-2023, transparency-act",
        "trips-without-participants, event:bavaria-kazakhstan-2016, justified-interest",
        "announced-never-reported, event:hesse-business-kazakhstan-2025, announced",
        "unnamed-offices, event:raw-materials-signing-2012, office-without-name"
    })
    void the_letter_names_event_sources_law_and_what_is_asked_for(String gap, String event, String golden) {
        HttpResponse<String> file = served.get(request(gap, event) + "&format=text");
        assertThat(ServedStore.header(file, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
        Golden.assertMatches("letters/" + golden + ".txt", file.body());
    }

    @Test
    void the_page_speaks_the_language_of_the_reader_and_the_letter_that_of_the_country() {
        String path = request("announced-never-reported", "event:hesse-business-kazakhstan-2025");
        assertThat(served.get(path + "&lang=en").body())
                .contains("<h1>Ask for it</h1>", "Announced but never confirmed")
                .contains(
                        "<span lang=\"de\">§ 80 Abs. 1 HDSIG, Hessisches Datenschutz- und Informationsfreiheitsgesetz")
                .contains("lang=\"de\"><code>Zuständige Stelle: Hessen", "Fand das statt?")
                .contains(
                        "Open in the form of FragDenStaat",
                        "href=\"https://fragdenstaat.de/anfrage-stellen/?subject=Fand%20das%20statt%3F")
                .contains("laws of these countries only: Germany");
        assertThat(served.get(path + "&lang=de").body())
                .contains("<h1>Danach fragen</h1>", "Das Recht zu fragen", "Kopieren")
                .contains("nur die Gesetze dieser Staaten: Deutschland");
    }

    @Test
    void where_there_is_no_such_act_the_page_says_so() {
        String page = served.get(request("trips-without-participants", "event:bavaria-kazakhstan-2016") + "&lang=en")
                .body();
        assertThat(page)
                .contains("Bavaria has no freedom of information act.", "Art. 39 BayDSG")
                .contains("Also involved, but without a law that is known here: Kasachstan.");
    }

    @Test
    void another_body_that_may_know_can_be_chosen() {
        String path = request("announced-never-reported", "event:willingmann-ambassador-2017") + "&lang=en";
        String page = served.get(path).body();
        assertThat(page).contains("Others who may know");
        String other = page.replaceFirst("(?s).*Others who may know.*?<a href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(served.get(other).statusCode()).isEqualTo(200);
        assertThat(served.get(other).body()).isNotEqualTo(page);
        assertThat(served.get(path + "&to=org:bmwi-of-nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void where_only_other_countries_were_involved_no_law_is_known() {
        String path = request("announced-never-reported", "event:summit") + "&lang=en";
        Store store = Store.inMemory(Derivation.NONE);
        store.write(dataset -> RDFDataMgr.read(dataset, new StringReader("""
                        PREFIX ent: <https://w3id.org/entente/ontology#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX event: <https://w3id.org/entente/id/event/>
                        PREFIX state: <https://w3id.org/entente/id/state/>
                        ent:announced ent:displayLabel "announced"@en , "angekündigt"@de .
                        event:summit a ent:Event ; ent:status ent:announced ; ent:involves state:atlantis ;
                          rdfs:label "Summit <b>"@en , "Gipfel <b>"@de ;
                          ent:displayLabel "Summit <b>"@en , "Gipfel <b>"@de .
                        state:atlantis a ent:State , ent:Polity ; ent:displayLabel "Atlantis"@en , "Atlantis"@de .
                        <urn:p> ent:inEvent event:summit ; ent:onBehalfOf state:atlantis .
                        """), null, Lang.TRIG));
        try (ServedStore elsewhere = ServedStore.over(store, ShippedCollection.catalog(), ServerOptions.defaults())) {
            assertThat(elsewhere.get(path).body())
                    .contains("Summit &lt;b&gt;", "No law is known here")
                    .contains("without a law that is known here: Atlantis.", "laws of these countries only: Germany")
                    .doesNotContain("fragdenstaat", "class=\"letter\"");
            assertThat(elsewhere.get(path + "&format=text").statusCode()).isEqualTo(200);
            assertThat(elsewhere.get("/unknown").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/request",
                "/request?gap=unnamed-offices",
                "/request?gap=&of=",
                "/request?gap=unnamed-offices&of=event:does-not-exist",
                "/request?gap=unnamed-offices&of=event:vassilenko-iwersen-2024",
                "/request?gap=announced-never-reported&of=event:raw-materials-signing-2012",
                "/request?gap=who-met&of=event:raw-materials-signing-2012",
                "/request?gap=right.everybody&of=event:raw-materials-signing-2012",
                "/request?gap=..%2F..%2Fetc%2Fpasswd&of=event:raw-materials-signing-2012",
                "/request?gap=unnamed-offices&of=%3Chttps%3A%2F%2Fx%3E%20%7D%20DROP%20ALL",
                "/request?gap=unnamed-offices&of=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/request?gap=unnamed-offices&of=javascript:alert(1)",
                "/request?gap=unnamed-offices&of=person:albert-rau",
                "/request?gap=unnamed-offices&of=event:raw-materials-signing-2012&to=%22%3E%3Cb%3E",
                "/request?gap=unnamed-offices&of=%00"
            })
    void what_is_no_gap_is_not_found(String path) throws Exception {
        HttpResponse<String> answer = served.get(path, "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.path("detail").asText()).contains("GET /unknown lists them");
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void every_gap_in_the_lists_leads_to_its_letter() throws Exception {
        Set<String> requests = new LinkedHashSet<>();
        for (String list : List.of("trips-without-participants", "announced-never-reported", "unnamed-offices")) {
            JsonNode rows = Json.MAPPER
                    .readTree(served.get("/queries/" + list + "?format=json&limit=1000")
                            .body())
                    .at("/results/bindings");
            assertThat(rows).as(list).isNotEmpty();
            rows.forEach(row -> requests.add(row.at("/request/value").asText()));
        }
        List<String> lost = new ArrayList<>();
        int letters = 0;
        for (String request : requests) {
            HttpResponse<String> page = served.get(request + "&lang=en");
            if (page.statusCode() != 200) {
                lost.add(request);
            }
            letters += page.body().contains("class=\"letter\"") ? 1 : 0;
            if (page.body().contains("class=\"letter\"") && !page.body().contains("anfrage-stellen/?subject=")) {
                lost.add(request);
            }
        }
        assertThat(lost).isEmpty();
        assertThat(letters).isGreaterThan(requests.size() / 2);
    }

    @Test
    void the_pages_with_gaps_link_to_the_letter() {
        String link =
                "/request?gap=unnamed-offices&amp;of=https%3A%2F%2Fw3id.org%2Fentente%2Fid%2Fevent%2Fraw-materials-signing-2012";
        assertThat(served.get("/queries/unnamed-offices?lang=en&format=html").body())
                .contains("<a href=\"" + link + "\">Ask for it</a>");
        assertThat(served.get("/page/event/raw-materials-signing-2012?lang=de").body())
                .contains("<a href=\"" + link + "\">Danach fragen</a>");
        assertThat(served.get("/page/event/bavaria-kazakhstan-2016?lang=de").body())
                .contains("/request?gap=trips-without-participants&amp;of=");
        assertThat(served.get("/unknown?lang=en").body())
                .contains("/queries/trips-without-participants", "/queries/unnamed-offices");
    }
}
