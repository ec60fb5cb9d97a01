package org.entente.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.entente.ShippedCollection;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.Parameter;
import org.entente.query.ParameterType;
import org.entente.query.Parameters;
import org.entente.query.StoreEntityResolver;
import org.entente.sparql.FilledQuery;
import org.entente.sparql.InternalQuery;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A query that is answered by a known plan has the rows that it has without, in the same order. */
class KnownPlansTest {
    private static final Store STORE = ShippedCollection.store();
    private static final EntityResolver NAMES = new StoreEntityResolver(STORE);
    /** What another service is asked is not made from a plan. */
    private static final String WITH_SERVICE = "enrich-from-wikidata";

    static Stream<CannedQuery> canned() {
        return ShippedCollection.catalog().queries().stream()
                .filter(query -> !query.isConstruct() && !query.id().equals(WITH_SERVICE));
    }

    @ParameterizedTest
    @MethodSource("canned")
    void a_canned_query_has_the_same_rows_with_its_plan(CannedQuery query) {
        STORE.read(data -> {
            for (int i = 0; i < 2; i++) {
                Select.on(data).rows(bound(query, query.header().example()).filled(), 1);
            }
            for (Map<String, List<String>> given : asked(data, query)) {
                BoundQuery bound = bound(query, given);
                assertThat(text(Select.on(data).rows(bound.filled())))
                        .as(given.toString())
                        .isEqualTo(text(plain(data, bound)));
            }
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("canned")
    void a_plan_stays_as_it_is_however_often_it_is_used(CannedQuery query) {
        FilledQuery filled = bound(query, query.header().example()).filled();
        STORE.read(data -> {
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Select.on(data).rows(filled, 1);
                KnownPlans.of(data).plan(filled).ifPresent(plan -> seen.add(plan.toString()));
            }
            assertThat(seen.stream().distinct()).hasSizeLessThanOrEqualTo(1);
            return null;
        });
    }

    /** Those make something of the text of an IRI, which is worked out before the query runs. */
    @Test
    void every_canned_query_has_a_plan_but_two() {
        List<String> without = new ArrayList<>();
        STORE.read(data -> {
            canned().forEach(query -> {
                for (int i = 0; i < 3; i++) {
                    Select.on(data).rows(bound(query, query.header().example()).filled(), 1);
                }
                if (KnownPlans.of(data)
                        .plan(bound(query, query.header().example()).filled())
                        .isEmpty()) {
                    without.add(query.id());
                }
            });
            return null;
        });
        assertThat(without).containsExactly("met-according-to", "reports-of-source");
    }

    @Test
    void a_query_of_the_program_has_the_rows_of_other_nodes_with_its_plan() {
        STORE.read(data -> {
            List<Node> things = things(data, "Person");
            for (InternalQuery query : List.of(
                    InternalQuery.ENTITY_STATEMENTS, InternalQuery.ENTITY_ACCOUNTS, InternalQuery.ENTITY_INCOMING)) {
                for (Node thing : things) {
                    Rows rows = Select.on(data).rows(query, Map.of("thing", thing));
                    assertThat(text(rows))
                            .isEqualTo(text(Select.on(data)
                                    .rows(QueryTransformOps.replaceVars(
                                            query.query(), Map.of(Var.alloc("thing"), thing)))));
                }
                assertThat(KnownPlans.of(data).plan(query.given(Map.of("thing", things.getFirst()))))
                        .isPresent();
            }
            for (int n : List.of(1, 3, 0, 5)) {
                assertThat(text(Select.on(data).rows(InternalQuery.PAGE_LABELS, "node", things.subList(0, n))))
                        .isEqualTo(text(Select.on(data)
                                .rows(InternalQuery.PAGE_LABELS.among(Map.of("node", things.subList(0, n))))));
            }
            assertThat(KnownPlans.of(data).plan(InternalQuery.PAGE_LABELS.ranging(Map.of("node", things))))
                    .isPresent();
            return null;
        });
    }

    /** These would be worked out before the query runs, for a value that is not the one asked for. */
    @Test
    void what_is_made_of_a_value_alone_is_made_of_the_value_that_is_asked_for() {
        List<String> patterns = List.of(
                "BIND (STR(?x) AS ?y)",
                "BIND (IF(?x = <urn:a>, 'a', 'other') AS ?y)",
                "VALUES ?y { <urn:a> <urn:b> } FILTER (?y = ?x)",
                "VALUES ?y { <urn:a> <urn:b> } FILTER (?y != ?x)",
                "VALUES ?y { <urn:a> <urn:b> } FILTER EXISTS { ?x <urn:p> ?y }",
                "BIND (EXISTS { FILTER (STRENDS(STR(?x), 'a')) } AS ?y)",
                "?x <urn:p>+ ?y",
                "GRAPH ?x { ?s <urn:p> ?y }",
                "{ SELECT ?y { ?x <urn:p> ?y } ORDER BY DESC(?y) LIMIT 1 }");
        DatasetGraph data = SSE.parseDatasetGraph("(dataset (graph (<urn:a> <urn:p> <urn:b>) (<urn:b> <urn:p> <urn:b>))"
                + " (graph <urn:a> (<urn:b> <urn:p> <urn:a>)))");
        for (String pattern : patterns) {
            for (String value : List.of("urn:c", "urn:a", "urn:b", "urn:a", "urn:b")) {
                FilledQuery query = FilledQuery.of(
                        pattern,
                        Map.of("x", List.of(NodeFactory.createURI(value))),
                        filled -> QueryTransformOps.replaceVars(
                                QueryFactory.create("SELECT ?y { " + pattern + " }"),
                                Map.of(Var.alloc("x"), filled.get("x").getFirst())));
                assertThat(text(Select.on(data).rows(query)))
                        .as(pattern + " " + value)
                        .isEqualTo(text(Select.on(data).rows(query.query())));
            }
        }
    }

    /** The example, and another thing in the place of each of its own. */
    private static List<Map<String, List<String>>> asked(DatasetGraph data, CannedQuery query) {
        Map<String, List<String>> other = new TreeMap<>(query.header().example());
        for (Parameter parameter : query.header().parameters()) {
            if (parameter.type() == ParameterType.IRI && other.containsKey(parameter.name())) {
                for (String kind : parameter.classes()) {
                    things(data, kind.replaceFirst(".*[#/:]", "")).stream()
                            .skip(2)
                            .findFirst()
                            .ifPresent(thing -> other.put(parameter.name(), List.of(thing.getURI())));
                }
            }
        }
        return List.of(query.header().example(), other);
    }

    private static List<Node> things(DatasetGraph data, String kind) {
        List<Node> things = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(data)
                .query("PREFIX ent: <https://w3id.org/entente/ontology#> SELECT ?s { ?s a ent:" + kind
                        + " ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } GROUP BY ?s ORDER BY ?s LIMIT 6")
                .build()) {
            exec.select().forEachRemaining(row -> things.add(row.get(Var.alloc("s"))));
        }
        return things;
    }

    private static BoundQuery bound(CannedQuery query, Map<String, List<String>> given) {
        return query.bind(Parameters.read(query, given, NAMES, new EdtfDates()), new Paging(1, 200));
    }

    private static Rows plain(DatasetGraph data, BoundQuery bound) {
        return Select.on(data).rows(bound.query());
    }

    private static List<String> text(Rows rows) {
        List<String> all = new ArrayList<>(List.of(String.valueOf(rows.columns())));
        rows.rows()
                .forEach(row -> all.add(rows.columns().stream()
                        .map(column -> String.valueOf(row.node(column).orElse(null)))
                        .toList()
                        .toString()));
        return all;
    }
}
