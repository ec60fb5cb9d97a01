package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.Golden;
import org.entente.ShippedCollection;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every canned query, run with its own example on the shipped collection, gives the expected rows. */
class CannedQueriesTest {
    private static final Store STORE = ShippedCollection.store();
    private static final QueryCatalog CATALOG = ShippedCollection.catalog();

    static Stream<String> queries() {
        return CATALOG.queries().stream().map(CannedQuery::id);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void the_example_of_a_query_gives_the_expected_rows(String id) {
        CannedQuery query = CATALOG.query(id).orElseThrow();
        String rows = run(query, query.header().example());
        assertThat(rows.lines().count()).as("an example shows something").isGreaterThan(1);
        Golden.assertMatches("queries/" + id + ".csv", rows);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void what_a_page_shows_as_sparql_gives_the_same_rows(String id) {
        CannedQuery query = CATALOG.query(id).orElseThrow();
        BoundQuery bound = bind(query, query.header().example());
        String shown = STORE.read(d -> {
            try (QueryExec exec = QueryExec.dataset(d).query(bound.toSparql()).build()) {
                return csv(ResultSet.adapt(exec.select()));
            }
        });
        assertThat(shown.lines().limit(bound.paging().size() + 1L))
                .containsExactlyElementsOf(run(query, query.header().example())
                        .lines()
                        .limit(bound.paging().size() + 1L)
                        .toList());
    }

    @Test
    void there_are_the_queries_that_researchers_were_promised() {
        assertThat(queries())
                .contains(
                        "who-met",
                        "met-by-office",
                        "announced-never-reported",
                        "event",
                        "events-of-person",
                        "events-in-place",
                        "events-between",
                        "delegation-members",
                        "who-led",
                        "agreements-of-trip",
                        "agreements-between-countries",
                        "agreements-of-organisation",
                        "unnamed-agreements",
                        "office-holder-at",
                        "tenures-of-person",
                        "offices-of-organisation",
                        "envoys",
                        "working-group-sessions",
                        "statistics-by-country",
                        "reported-changes",
                        "conflicts",
                        "evidence-of-event",
                        "sources",
                        "names-of-entity",
                        "without-wikidata",
                        "link-quality",
                        "universities-and-partners",
                        "projects-and-funding",
                        "coverage",
                        "event-source-matrix",
                        "plausibility",
                        "candidates",
                        "coverage-gaps",
                        "top-contacts");
    }

    private static String run(CannedQuery query, Map<String, List<String>> example) {
        BoundQuery bound = bind(query, example);
        return STORE.read(d -> {
            try (QueryExec exec = QueryExec.dataset(d).query(bound.query()).build()) {
                return csv(ResultSet.adapt(exec.select()));
            }
        });
    }

    private static BoundQuery bind(CannedQuery query, Map<String, List<String>> example) {
        return query.bind(
                Parameters.read(query, new TreeMap<>(example), new StoreEntityResolver(STORE), new EdtfDates()),
                query.firstPage());
    }

    /** CSV in which the IRIs of the collection are short, so that the expected files can be read. */
    private static String csv(ResultSet rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultSetMgr.write(out, rows, ResultSetLang.RS_CSV);
        return out.toString(StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace(Ent.NS, "ent:")
                .replace(Ent.ID, "id:")
                .replace(Ent.GRAPH, "graph:");
    }
}
