package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of the product, against a small collection written for this test. */
class ShippedQueriesTest {
    private static final QueryCatalog CATALOG = QueryCatalog.read(Path.of("queries"));
    private static final Dataset DATA = DatasetFactory.createTxnMem();

    @BeforeAll
    static void load() {
        DATA.getContext().set(ARQ.httpServiceAllowed, false);
        RDFParser.source(Path.of("src/test/resources/query/small.trig"))
                .lang(Lang.TRIG)
                .parse(DATA);
        RowsToShow.addTo(DATA.asDatasetGraph());
    }

    static Stream<CannedQuery> all() {
        return CATALOG.queries().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_example_binds_parses_again_and_runs(CannedQuery query) {
        for (String lang : List.of("de", "en", "kk")) {
            Map<String, List<String>> given = new TreeMap<>(query.header().example());
            given.put("lang", List.of(lang));
            BoundQuery bound = query.bind(Parameters.read(query, given, KnownNames.ALL), query.firstPage());
            assertThat(CannedQuery.parse(bound.toSparql()).getResultVars()).isEqualTo(query.columns());
            try (QueryExecution execution = QueryExecution.create(bound.query(), DATA)) {
                execution.execSelect().materialise();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void binding_leaves_the_query_as_it_was_for_the_next_values(CannedQuery query) {
        Map<String, List<String>> example = query.header().example();
        String first = query.bind(Parameters.read(query, example, KnownNames.ALL), query.firstPage())
                .toSparql();
        Map<String, List<String>> other = new TreeMap<>(example);
        other.put("lang", List.of("kk"));
        query.bind(Parameters.read(query, other, KnownNames.ALL), new Paging(3, 7))
                .sortedBy(query.isConstruct() ? "x" : query.columns().getFirst(), true);
        assertThat(query.bind(Parameters.read(query, example, KnownNames.ALL), query.firstPage())
                        .toSparql())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_column_that_is_an_entity_has_its_label(CannedQuery query) {
        List<String> labels = query.columns().stream()
                .filter(column -> column.endsWith("Label"))
                .toList();
        assertThat(labels).allSatisfy(label -> assertThat(query.columns())
                .contains(label.substring(0, label.length() - "Label".length())));
    }

    @Test
    void a_contact_is_one_row_with_offices_place_and_sources() {
        List<Map<String, String>> rows = run("who-met", Map.of("person", "person:albert-rau", "lang", "de"));
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .containsEntry("whom", Ent.ID + "person/eckhard-franz")
                .containsEntry("whomLabel", "Eckhard Franz")
                .containsEntry("levelLabel", "getroffen")
                .containsEntry("date", "2015-06-09 | 2015-06-10")
                .containsEntry("placeLabel", "Karaganda")
                .containsEntry("officeLabel", "Vizeminister")
                .containsEntry("whomOfficeLabel", "Abteilungsleiter | Vizeminister des Bundes")
                .containsEntry("witnesses", "2")
                .containsEntry("sources", Ent.ID + "doc/s003 " + Ent.ID + "doc/s031")
                .containsEntry("sessionNumber", "9")
                .containsEntry("conflict", "berichtete Zeit")
                .containsEntry("conflictSources", Ent.ID + "doc/s003 " + Ent.ID + "doc/s031");
        assertThat(rows.get(1))
                .containsEntry("whom", Ent.ID + "post/ambassador")
                .containsEntry("whomOffice", Ent.ID + "post/ambassador")
                .containsEntry("whomOfficeLabel", "Botschafter")
                .doesNotContainKey("conflict");
    }

    @Test
    void a_label_falls_back_to_english() {
        assertThat(run("who-met", Map.of("person", "person:albert-rau", "lang", "kk"))
                        .getFirst())
                .containsEntry("levelLabel", "met");
    }

    @Test
    void dates_and_places_narrow_the_answer() {
        assertThat(run("who-met", Map.of("person", "person:albert-rau", "from", "2016")))
                .isEmpty();
        assertThat(run("who-met", Map.of("person", "person:albert-rau", "from", "2015-06-10", "to", "2015-06-10")))
                .hasSize(1);
        assertThat(run("who-met", Map.of("person", "person:albert-rau", "place", "place:kazakhstan")))
                .hasSize(1);
        assertThat(run("who-met", Map.of("person", "person:albert-rau", "place", "place:germany")))
                .isEmpty();
        assertThat(run("who-met", Map.of("person", "person:albert-rau", "place", "place:kazakhstan"))
                        .getFirst())
                .containsEntry("place", Ent.ID + "place/karaganda");
    }

    @Test
    void candidates_are_shown_only_on_request() {
        assertThat(run("who-met", Map.of("person", "person:albert-rau", "level", "candidate")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("whom", Ent.ID + "person/guido-herz"));
    }

    @Test
    void counted_minus_named_is_unnamed() {
        assertThat(run("unnamed-agreements", Map.of())).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("stated", "11")
                .containsEntry("named", "1")
                .containsEntry("unnamed", "10"));
    }

    @Test
    void a_change_is_computed_again() {
        assertThat(run("reported-changes", Map.of())).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("ratio", "5.79")
                .containsEntry("increase", "4.79")
                .containsEntry("reported", "5.8")
                .containsEntry("fits", "ratio"));
    }

    @Test
    void a_date_inside_an_attested_tenure_is_certain() {
        assertThat(run("office-holder-at", Map.of("date", "2015-06-09")))
                .extracting(row -> row.get("certain"))
                .contains("true");
        assertThat(run("office-holder-at", Map.of("date", "2014")))
                .extracting(row -> row.get("certain"))
                .containsOnly("false");
    }

    private static List<Map<String, String>> run(String id, Map<String, String> given) {
        CannedQuery query = CATALOG.query(id).orElseThrow();
        Map<String, List<String>> texts = new TreeMap<>();
        given.forEach((name, text) -> texts.put(name, List.of(text)));
        BoundQuery bound = query.bind(Parameters.read(query, texts, KnownNames.ALL), query.firstPage());
        List<Map<String, String>> rows = new ArrayList<>();
        try (QueryExecution execution = QueryExecution.create(bound.query(), DATA)) {
            ResultSet result = execution.execSelect();
            while (result.hasNext()) {
                QuerySolution solution = result.next();
                Map<String, String> row = new TreeMap<>();
                solution.varNames()
                        .forEachRemaining(name -> row.put(
                                name,
                                solution.get(name).isLiteral()
                                        ? solution.getLiteral(name).getLexicalForm()
                                        : solution.get(name).toString()));
                rows.add(row);
            }
        }
        return rows;
    }
}
