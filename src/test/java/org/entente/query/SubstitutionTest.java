package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;

/** Every place in which a parameter can stand. */
class SubstitutionTest {
    private static final Dataset DATA = DatasetFactory.createTxnMem();

    static {
        RDFParser.fromString("""
                PREFIX : <http://t/>
                :a :knows :b , :c ; :age 10 ; :name "A" . :b :knows :c ; :age 20 ; :name "B" . :c :age 30 ; :name "C" .
                GRAPH :g { :a :age 99 }""", Lang.TRIG).parse(DATA);
    }

    private static final Node A = iri("a");
    private static final Node B = iri("b");

    private static Node iri(String name) {
        return NodeFactory.createURI("http://t/" + name);
    }

    @Test
    void a_scalar_in_a_pattern_keeps_its_column() {
        assertThat(rows("SELECT ?x ?y { ?x :knows ?y } ORDER BY ?y", Map.of("x", A)))
                .containsExactly("x=a y=b", "x=a y=c");
    }

    @Test
    void a_scalar_in_a_path() {
        assertThat(rows("SELECT ?y { ?x :knows+ ?y } ORDER BY ?y", Map.of("x", B)))
                .containsExactly("y=c");
        assertThat(rows("SELECT ?x { ?x :knows|^:knows ?y } ORDER BY ?x", Map.of("y", B)))
                .containsExactly("x=a", "x=c");
    }

    @Test
    void a_scalar_in_a_graph_name() {
        assertThat(rows("SELECT ?age { GRAPH ?g { ?x :age ?age } } ORDER BY ?age", Map.of("g", iri("g"))))
                .containsExactly("age=99");
    }

    @Test
    void an_optional_scalar_works_both_ways() {
        String query = "SELECT ?x { ?x :age ?age FILTER(!BOUND(?min) || ?age >= ?min) } ORDER BY ?x";
        assertThat(rows(query, Map.of())).hasSize(3);
        assertThat(rows(query, Map.of("min", NodeFactory.createLiteralByValue(20))))
                .containsExactly("x=b", "x=c");
        assertThat(bound(query, Map.of("min", NodeFactory.createLiteralByValue(20)), Map.of()))
                .doesNotContainIgnoringCase("bound(");
        assertThat(bound(query, Map.of(), Map.of())).doesNotContain("FILTER");
    }

    @Test
    void an_optional_scalar_in_a_pattern_is_a_free_variable() {
        assertThat(rows("SELECT ?x ?y { ?x :knows ?y } ORDER BY ?x ?y", Map.of()))
                .hasSize(3);
    }

    @Test
    void bound_is_folded_wherever_it_stands() {
        String query = "SELECT ?x ?asked { ?x :age ?age BIND(IF(BOUND(?min), \"yes\", \"no\") AS ?asked) } ORDER BY ?x";
        assertThat(rows(query, Map.of("min", A))).allMatch(row -> row.endsWith("asked=yes"));
        assertThat(rows(query, Map.of())).allMatch(row -> row.endsWith("asked=no"));
    }

    @Test
    void a_scalar_in_a_sub_select_that_projects_it() {
        String query = "SELECT ?x ?n { { SELECT ?x (COUNT(?y) AS ?n) { ?x :knows ?y } GROUP BY ?x } } ORDER BY ?x";
        assertThat(rows(query, Map.of("x", A))).containsExactly("x=a n=2");
        assertThat(rows(query, Map.of())).hasSize(2);
    }

    @Test
    void a_where_that_is_only_a_sub_select() {
        assertThat(rows("SELECT ?x ?y { SELECT ?x ?y { ?x :knows ?y } } ORDER BY ?y", Map.of("x", A)))
                .hasSize(2);
    }

    @Test
    void a_scalar_in_group_by_having_and_order_by() {
        String query =
                "SELECT ?x (COUNT(?y) AS ?n) { ?x :knows ?y } GROUP BY ?x HAVING(COUNT(?y) >= ?min) ORDER BY ?x ?min";
        assertThat(rows(query.replace("ORDER BY ?x ?min", "ORDER BY ?x"), Map.of("x", A)))
                .isEmpty();
        assertThat(rows("SELECT ?x (COUNT(?y) AS ?n) { ?x :knows ?y } GROUP BY ?x ORDER BY ?x", Map.of("x", A)))
                .containsExactly("x=a n=2");
    }

    @Test
    void a_scalar_in_exists_minus_union_optional_and_in() {
        assertThat(rows("SELECT ?x { ?x :age ?n FILTER EXISTS { ?x :knows ?y } } ORDER BY ?x", Map.of("y", B)))
                .containsExactly("x=a");
        assertThat(rows("SELECT ?x { ?x :age ?n FILTER NOT EXISTS { ?x :knows ?y } } ORDER BY ?x", Map.of("y", B)))
                .containsExactly("x=b", "x=c");
        assertThat(rows("SELECT ?x { ?x :age ?n MINUS { ?x :knows ?y } } ORDER BY ?x", Map.of("y", B)))
                .containsExactly("x=b", "x=c");
        assertThat(rows("SELECT ?x { { ?x :knows ?y } UNION { ?y :knows ?x } } ORDER BY ?x", Map.of("y", B)))
                .containsExactly("x=a", "x=c");
        assertThat(rows(
                        "SELECT ?x ?n { ?x :age ?z OPTIONAL { ?x :name ?n FILTER(?x = ?y) } } ORDER BY ?x",
                        Map.of("y", B)))
                .containsExactly("x=a", "x=b n=B", "x=c");
        assertThat(rows("SELECT ?x { ?x :age ?n FILTER(?x IN (?y, :c)) } ORDER BY ?x", Map.of("y", B)))
                .containsExactly("x=b", "x=c");
    }

    @Test
    void a_list_in_patterns_filters_and_nested_groups() {
        List<Node> both = List.of(A, B);
        assertThat(rows("SELECT ?x ?y { ?x :knows ?y } ORDER BY ?x ?y", Map.of(), Map.of("x", both)))
                .hasSize(3);
        assertThat(rows("SELECT ?z { ?z :age ?n FILTER(?z = ?x) } ORDER BY ?z", Map.of(), Map.of("x", both)))
                .containsExactly("z=a", "z=b");
        assertThat(rows(
                        "SELECT ?z { ?z :age ?n FILTER(!BOUND(?x) || ?z = ?x) } ORDER BY ?z",
                        Map.of(),
                        Map.of("x", both)))
                .containsExactly("z=a", "z=b");
        assertThat(rows("SELECT ?z { ?z :age ?n FILTER(!BOUND(?x) || ?z = ?x) } ORDER BY ?z", Map.of()))
                .hasSize(3);
        assertThat(rows(
                        "SELECT ?z { { ?z :knows ?x } UNION { ?x :knows ?z } } ORDER BY ?z",
                        Map.of(),
                        Map.of("x", both)))
                .containsExactly("z=a", "z=b", "z=c", "z=c");
        assertThat(rows(
                        "SELECT ?z ?n { ?z :age ?a OPTIONAL { ?z :name ?n FILTER(?z = ?x) } } ORDER BY ?z",
                        Map.of(),
                        Map.of("x", both)))
                .containsExactly("z=a n=A", "z=b n=B", "z=c");
        assertThat(rows(
                        "SELECT ?x ?n { ?x :age ?a OPTIONAL { ?x :name ?n } } ORDER BY ?x",
                        Map.of(),
                        Map.of("x", both)))
                .containsExactly("x=a n=A", "x=b n=B");
        assertThat(rows(
                        "SELECT ?x ?b { ?x :age ?a OPTIONAL { ?x :name ?n BIND(?x AS ?b) } } ORDER BY ?x",
                        Map.of(),
                        Map.of("x", both)))
                .containsExactly("x=a b=a", "x=b b=b");
    }

    @Test
    void a_list_inside_exists_means_any_of_them() {
        Map<String, List<Node>> targets = Map.of("t", List.of(B, iri("nobody")));
        assertThat(rows("SELECT ?z { ?z :age ?n FILTER EXISTS { ?z :knows ?t } } ORDER BY ?z", Map.of(), targets))
                .containsExactly("z=a");
        assertThat(rows("SELECT ?z { ?z :age ?n FILTER NOT EXISTS { ?z :knows ?t } } ORDER BY ?z", Map.of(), targets))
                .containsExactly("z=b", "z=c");
        assertThat(rows(
                        "SELECT ?z ?t { ?t :age ?n . ?z :age ?m FILTER EXISTS { ?z :knows ?t } } ORDER BY ?z",
                        Map.of(),
                        targets))
                .containsExactly("z=a t=b");
    }

    @Test
    void a_parameter_without_value_may_be_bound_inside_exists_while_it_is_not_outside() {
        String inside = "SELECT ?z { ?z :age ?n FILTER EXISTS { ?z :knows ?x FILTER(BOUND(?x)) } } ORDER BY ?z";
        assertThat(rows(inside, Map.of())).containsExactly("z=a", "z=b");
        assertThat(bound(inside, Map.of(), Map.of())).containsIgnoringCase("bound(?x)");
        assertThat(rows(inside, Map.of("x", B))).containsExactly("z=a");
        String not = "SELECT ?z { ?z :age ?n FILTER NOT EXISTS { ?z :knows ?x FILTER(BOUND(?x)) } } ORDER BY ?z";
        assertThat(rows(not, Map.of())).containsExactly("z=c");
        String both =
                "SELECT ?z { ?z :age ?n FILTER(BOUND(?x) || EXISTS { ?z :knows ?x FILTER(BOUND(?x)) }) } ORDER BY ?z";
        assertThat(rows(both, Map.of())).containsExactly("z=a", "z=b");
        assertThat(rows(both, Map.of("x", B))).hasSize(3);
    }

    @Test
    void a_parameter_without_value_that_no_pattern_binds_is_unbound_inside_exists_too() {
        String query = "SELECT ?z { ?z :age ?n FILTER EXISTS { ?z :knows ?y FILTER(!BOUND(?min) || ?n > ?min) } }";
        assertThat(rows(query + " ORDER BY ?z", Map.of())).containsExactly("z=a", "z=b");
        assertThat(bound(query, Map.of(), Map.of())).doesNotContainIgnoringCase("bound(");
        assertThat(rows(query + " ORDER BY ?z", Map.of("min", NodeFactory.createLiteralByValue(15))))
                .containsExactly("z=b");
    }

    @Test
    void after_exists_the_outer_rules_hold_again() {
        String query = "SELECT ?z { ?z :age ?n FILTER(EXISTS { ?z :knows ?x FILTER(BOUND(?x)) } && !BOUND(?x)) }";
        assertThat(rows(query + " ORDER BY ?z", Map.of())).containsExactly("z=a", "z=b");
        assertThat(bound(query, Map.of(), Map.of()).toLowerCase(java.util.Locale.ROOT))
                .containsOnlyOnce("bound(?x)");
    }

    @Test
    void a_list_in_a_sub_select_that_hides_it_does_not_multiply() {
        String query = "SELECT ?z { { SELECT DISTINCT ?z { ?x :knows ?z } } ?z :age ?n } ORDER BY ?z";
        assertThat(rows(query, Map.of(), Map.of("x", List.of(A, B)))).containsExactly("z=b", "z=c");
    }

    @Test
    void construct_keeps_its_template() {
        CannedQuery query = canned("CONSTRUCT { ?x :met ?y } WHERE { ?x :knows ?y }");
        BoundQuery bound = query.bind(new Arguments("en", Map.of("x", A), Map.of(), Map.of()), new Paging(1, 50));
        try (QueryExecution execution = QueryExecution.create(CannedQuery.parse(bound.toSparql()), DATA)) {
            assertThat(execution.execConstruct().size()).isEqualTo(2);
        }
    }

    @Test
    void a_page_asks_for_one_row_more_and_shows_its_own_limit() {
        BoundQuery bound = canned("SELECT ?x { ?x :age ?n } ORDER BY ?x")
                .bind(new Arguments("en", Map.of(), Map.of(), Map.of()), new Paging(3, 10));
        assertThat(bound.query().getLimit()).isEqualTo(11);
        assertThat(bound.query().getOffset()).isEqualTo(20);
        assertThat(bound.toSparql()).contains("LIMIT   10").contains("OFFSET  20");
    }

    @Test
    void the_language_is_a_string_everywhere() {
        assertThat(bound("SELECT ?x { ?x :name ?n FILTER(LANG(?n) = ?lang) } ORDER BY ?x", Map.of(), Map.of()))
                .contains("lang(?n) = \"en\"");
    }

    private static CannedQuery canned(String sparql) {
        QueryHeader header = new QueryHeader(
                LocalText.NONE,
                LocalText.NONE,
                List.of(),
                LocalText.NONE,
                List.of(parameter("x"), parameter("min")),
                Map.of(),
                "table",
                50);
        return new CannedQuery("test", Path.of("test.rq"), header, "PREFIX : <http://t/>\n" + sparql);
    }

    private static Parameter parameter(String name) {
        return new Parameter(
                name,
                name,
                ParameterType.IRI,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                java.util.OptionalLong.empty(),
                java.util.OptionalLong.empty(),
                LocalText.NONE,
                java.util.Optional.empty());
    }

    private static String bound(String sparql, Map<String, Node> scalars, Map<String, List<Node>> lists) {
        return canned(sparql)
                .bind(new Arguments("en", scalars, lists, Map.of()), new Paging(1, 50))
                .toSparql();
    }

    private static List<String> rows(String sparql, Map<String, Node> scalars) {
        return rows(sparql, scalars, Map.of());
    }

    /** Rows of the shown text, so that every test also proves that it parses again. */
    private static List<String> rows(String sparql, Map<String, Node> scalars, Map<String, List<Node>> lists) {
        var query = CannedQuery.parse(bound(sparql, scalars, lists));
        List<String> rows = new ArrayList<>();
        try (QueryExecution execution = QueryExecution.create(query, DATA)) {
            var result = execution.execSelect();
            while (result.hasNext()) {
                Binding row = result.nextBinding();
                List<String> cells = new ArrayList<>();
                for (Var variable : query.getProjectVars()) {
                    if (row.contains(variable)) {
                        Node node = row.get(variable);
                        cells.add(variable.getName() + "="
                                + (node.isURI() ? node.getLocalName() : node.getLiteralLexicalForm()));
                    }
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    @Test
    void no_prefix_is_lost() {
        Set<String> prefixes = new TreeSet<>(CannedQuery.parse(bound(
                        "SELECT ?x { ?x :knows ?y } ORDER BY ?x",
                        Map.of("y", NodeFactory.createURI(Ent.ID + "person/x")),
                        Map.of()))
                .getPrefixMapping()
                .getNsPrefixMap()
                .keySet());
        assertThat(prefixes).containsExactly("", "person");
    }
}
