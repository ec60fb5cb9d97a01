package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.execution.ServiceRules;
import org.entente.query.QueryCatalog;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped query about what Wikidata knows, asked of a second SPARQL server that holds data of Wikidata's shape. */
class EnrichFromWikidataTest {
    private static final String ASK = "/queries/enrich-from-wikidata?entity=org:dku&format=csv";

    @TempDir
    private Path queries;

    private FusekiServer wikidata;

    @BeforeEach
    void start() {
        DatasetGraph items = DatasetGraphFactory.createTxnMem();
        items.executeWrite(() -> RDFParser.fromString("""
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX schema: <http://schema.org/>
                        PREFIX wd: <http://www.wikidata.org/entity/>
                        PREFIX wdt: <http://www.wikidata.org/prop/direct/>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        wd:Q373642 schema:version 42 ; schema:description "a body of a test"@en, "Körperschaft eines Tests"@de, "организация"@ru ;
                          wdt:P571 "1999-01-01T00:00:00Z"^^xsd:dateTime ;
                          wdt:P17 wd:Q232 .
                        wd:Q232 schema:version 7 ; rdfs:label "Kasachstan"@de, "Kazakhstan"@en .
                        """, Lang.TURTLE).parse(items));
        wikidata = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/items", items)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        wikidata.stop();
    }

    @Test
    void an_allowed_wikidata_adds_what_it_knows_in_the_language_of_the_reader() throws IOException {
        try (ServedStore server = serving(true)) {
            assertThat(rows(server, "&lang=de"))
                    .containsExactly(
                            "identifier,state,revision,property,value",
                            "Q373642,answered,42,country,Kasachstan",
                            "Q373642,answered,42,description,Körperschaft eines Tests",
                            "Q373642,answered,42,description,a body of a test",
                            "Q373642,answered,42,founded,1999-01-01T00:00:00Z");
            assertThat(rows(server, "&lang=en"))
                    .contains("Q373642,answered,42,country,Kazakhstan")
                    .doesNotContain("Q373642,answered,42,description,Körperschaft eines Tests");
        }
    }

    @Test
    void an_item_that_wikidata_tells_nothing_about_is_answered_and_not_offline() throws IOException {
        try (ServedStore server = serving(true)) {
            assertThat(server.get(ASK.replace("org:dku", "state:kazakhstan"))
                            .body()
                            .lines())
                    .containsExactly("identifier,state,revision,property,value", "Q232,answered,7,,");
        }
    }

    @Test
    void a_wikidata_that_is_not_allowed_or_gone_is_offline_and_the_row_stays() throws IOException {
        try (ServedStore closed = serving(false)) {
            HttpResponse<String> response = closed.get(ASK);
            assertThat(response.body().lines())
                    .containsExactly("identifier,state,revision,property,value", "Q373642,offline,,,");
            assertThat(response.headers().firstValue("Entente-Notice"))
                    .hasValueSatisfying(notice -> assertThat(notice).contains("--service-allow"));
        }
        try (ServedStore open = serving(true)) {
            wikidata.stop();
            assertThat(rows(open, ""))
                    .containsExactly("identifier,state,revision,property,value", "Q373642,offline,,,");
        }
    }

    @Test
    void an_answer_that_hangs_on_another_service_has_no_tag_by_which_it_would_be_kept() throws IOException {
        try (ServedStore server = serving(true)) {
            HttpResponse<String> response = server.get(ASK);
            assertThat(response.headers().firstValue("ETag")).isEmpty();
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(server.get("/queries/without-wikidata?format=csv")
                            .headers()
                            .firstValue("ETag"))
                    .isPresent();
        }
    }

    /** The shipped query, but for the address that it asks. */
    private ServedStore serving(boolean allowed) throws IOException {
        String here = "http://127.0.0.1:" + wikidata.getPort() + "/items/sparql";
        for (String name : List.of("enrich-from-wikidata.rq", "without-wikidata.rq")) {
            String shipped = Files.readString(ShippedCollection.FILES.queries().resolve(name));
            Files.writeString(
                    queries.resolve(name),
                    shipped.replace("SILENT <https://query.wikidata.org/sparql>", "SILENT <" + here + ">"));
        }
        ServerOptions options = ServerOptions.defaults();
        ServiceRules rules = ServiceRules.allowing(List.of(URI.create(here)))
                .onThisMachine()
                .within(Duration.ofSeconds(10), 20_000, 5);
        return ServedStore.shipped(QueryCatalog.read(queries), allowed ? options.withServices(rules) : options);
    }

    private static List<String> rows(ServedStore server, String more) {
        return server.get(ASK + more).body().lines().toList();
    }
}
