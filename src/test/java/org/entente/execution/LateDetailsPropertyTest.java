package org.entente.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.system.Txn;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;

/** A page on which details are looked up late has rows of the whole answer, in the same order, as many as without. */
class LateDetailsPropertyTest {
    /** Patterns and what they are ordered by; the last shape of a row is given by its variables. */
    private static final List<String> QUERIES = List.of(
            "?a :p ?b . ?b :label ?l FILTER (LANG(?l) = 'en') OPTIONAL { ?a :q ?c } OPTIONAL { ?b :q ?d } } ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { ?a :day ?t } OPTIONAL { ?b :q ?d } OPTIONAL { ?b :label ?l FILTER (LANG(?l) = 'de') } }"
                    + " ORDER BY DESC(BOUND(?t)) ?t ?l ?a ?b",
            "VALUES ?b { :n0 :n1 :n2 :n3 } ?a :p ?b . ?a :label ?l OPTIONAL { ?a :day ?t } FILTER (!BOUND(?t) || ?t > '2001-01-01T00:00:00Z'^^xsd:dateTime) }"
                    + " ORDER BY DESC(?b) ?a",
            "?a :p ?b OPTIONAL { ?a :q ?c } OPTIONAL { ?c :label ?l FILTER (LANG(?l) = 'en') } BIND (CONCAT(STR(?b), COALESCE(?l, '-')) AS ?x) }"
                    + " ORDER BY ?b ?a",
            "?a :p ?b OPTIONAL { ?a :q ?c } OPTIONAL { ?b :q ?c } } ORDER BY ?a ?b",
            "{ SELECT ?a (COUNT(*) AS ?n) { ?a :p ?b } GROUP BY ?a } ?a :label ?l FILTER (LANG(?l) = 'en') OPTIONAL { ?a :q ?c } }"
                    + " ORDER BY DESC(?n) ?l ?a",
            "?a :p ?b . ?c :q ?b OPTIONAL { ?c :day ?t } FILTER EXISTS { ?c :label ?any } } ORDER BY ?t DESC(?a) ?b ?c",
            "?a :p ?b MINUS { ?b :q ?a } OPTIONAL { ?b :day ?t } } ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { ?a :q ?c } BIND (COALESCE(?c, ?b) AS ?x) OPTIONAL { ?b :day ?t } } ORDER BY ?x ?a ?b",
            "?a :p ?b OPTIONAL { ?a :q ?c ; :label ?l FILTER (LANG(?l) = 'en') } OPTIONAL { ?a :day ?t } OPTIONAL { ?c :label ?k ; :p ?d } } ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { ?a :q ?c } OPTIONAL { ?c :day ?t } OPTIONAL { ?a :day ?t ; :p ?e ; :label ?l FILTER (?e != ?b) } } ORDER BY ?a ?b",
            "?a :p ?b . ?a :label ?l FILTER (LANG(?l) = 'de' && ?b != :n1) ?b :q ?c ; :day ?t ; :label ?k } ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { ?a :label ?l } OPTIONAL { GRAPH ?g { ?a :q ?c } } OPTIONAL { ?b :day ?t }"
                    + " FILTER NOT EXISTS { GRAPH ?h { ?b :p ?a } } } ORDER BY ?a ?b",
            "GRAPH ?g { ?a :p ?b } ?a :label ?l OPTIONAL { ?b :day ?t } FILTER EXISTS { GRAPH ?h { ?b :q ?x } } } ORDER BY ?g ?a ?b",
            "?a :p ?b OPTIONAL { ?a :q ?c } FILTER EXISTS { ?b :label ?any } } ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { ?a :q ?c } FILTER NOT EXISTS { ?b :q ?c } } ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { ?a :q ?c } BIND (?b AS ?x) OPTIONAL { ?b :day ?t } FILTER (?a = :n1 || EXISTS { ?a :q ?y FILTER (?y != ?b) }) } ORDER BY ?a ?b",
            "{ ?a :p ?b OPTIONAL { ?b :day ?t } FILTER EXISTS { ?a :label ?l FILTER (LANG(?l) = 'en') } } UNION { ?a :q ?b BIND (?b AS ?x) FILTER NOT EXISTS { ?x :p ?a } } }"
                    + " ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { ?a :q ?c OPTIONAL { ?c :day ?t } FILTER EXISTS { ?c :label ?k FILTER (STR(?k) != STR(?b)) } } } ORDER BY ?a ?b",
            "?a :p ?b OPTIONAL { SELECT ?b (COUNT(*) AS ?n) { ?b :label ?l } GROUP BY ?b } FILTER (!BOUND(?n) || EXISTS { ?a :q ?z }) FILTER EXISTS { ?b :p ?z } } ORDER BY ?a ?b",
            "?a :p ?b BIND (1 / 0 AS ?c) OPTIONAL { ?a :q ?c } FILTER EXISTS { ?b :q ?c } } ORDER BY ?a ?b",
            "VALUES ?c { UNDEF :n1 } ?a :p ?b OPTIONAL { ?a :q ?c } FILTER EXISTS { ?b :q ?c } } ORDER BY ?a ?b",
            "?a :p ?b BIND (IF(?a = :n1, :n2, ?b) AS ?x) ?x :label ?l OPTIONAL { ?a :day ?t } } ORDER BY ?a ?b ?l");

    private record Statement(int subject, String property, int object) {}

    @Provide
    Arbitrary<List<Statement>> graphs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("p", "p", "q", "label", "label", "day"),
                        Arbitraries.integers().between(0, 5))
                .as(Statement::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 150)
    void a_page_has_the_rows_of_the_whole_answer_in_order(
            @ForAll("graphs") List<Statement> graph,
            @ForAll @IntRange(min = 1, max = 9) int limit,
            @ForAll @IntRange(max = 4) int offset) {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> graph.forEach(statement -> add(d, statement)));
            for (String pattern : QUERIES) {
                Query all = query(pattern);
                Query page = query(pattern);
                page.setLimit(limit);
                page.setOffset(offset == 0 ? Query.NOLIMIT : offset);
                List<Var> sorted = new ArrayList<>();
                all.getOrderBy()
                        .forEach(condition ->
                                sorted.addAll(condition.getExpression().getVarsMentioned()));
                store.read(d -> {
                    List<Row> expected = plain(d, all);
                    List<Row> rows = Select.on(d).rows(page).rows();
                    int from = Math.min(offset, expected.size());
                    List<Row> cut = expected.subList(from, Math.min(from + limit, expected.size()));
                    assertThat(keys(rows, sorted)).as(pattern).isEqualTo(keys(cut, sorted));
                    List<String> left = new ArrayList<>(
                            expected.stream().map(LateDetailsPropertyTest::text).toList());
                    rows.forEach(row ->
                            assertThat(left.remove(text(row))).as(pattern + row).isTrue());
                    return null;
                });
            }
        }
    }

    @Property(tries = 60)
    void whole_answers_are_those_of_the_query_as_it_stands(@ForAll("graphs") List<Statement> graph) {
        DatasetGraph inMemory = DatasetGraphFactory.createTxnMem();
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.write(d -> graph.forEach(statement -> add(d, statement)));
            Txn.executeWrite(inMemory, () -> graph.forEach(statement -> add(inMemory, statement)));
            for (String pattern : QUERIES) {
                Query query = query(pattern);
                store.read(d -> {
                    assertSame(d, query);
                    return null;
                });
                Txn.executeRead(inMemory, () -> assertSame(inMemory, query));
                query.getOrderBy().clear();
                store.read(d -> {
                    assertSame(d, query);
                    return null;
                });
            }
        }
    }

    private static void assertSame(DatasetGraph d, Query query) {
        List<String> expected =
                plain(d, query).stream().map(LateDetailsPropertyTest::text).toList();
        assertThat(Select.on(d).rows(query).rows().stream().map(LateDetailsPropertyTest::text))
                .as(query.toString())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void details_come_after_the_order() {
        Query query = query(QUERIES.getFirst());
        query.setLimit(5);
        String plan = LateDetails.OPTIMIZER
                .create(ARQ.getContext())
                .rewrite(Algebra.compile(query))
                .toString();
        assertThat(plan).doesNotContain("(top").containsSubsequence("early-order", "urn:p>", "urn:label>", "urn:q>");
    }

    @Test
    void what_is_joined_to_a_value_comes_after_the_value() {
        Query query = query(QUERIES.getLast());
        query.setLimit(5);
        String plan = LateDetails.OPTIMIZER
                .create(ARQ.getContext())
                .rewrite(Algebra.compile(query))
                .toString();
        assertThat(plan.indexOf("extend")).isGreaterThan(plan.indexOf("early-order"));
    }

    @Test
    void conditions_on_patterns_come_before_details_that_they_do_not_need() {
        String plan = LateDetails.OPTIMIZER
                .create(ARQ.getContext())
                .rewrite(Algebra.compile(query("?a :p ?b OPTIONAL { ?a :q ?c } FILTER EXISTS { ?b :label ?any } }")))
                .toString();
        assertThat(plan.indexOf("exists")).isGreaterThan(plan.indexOf("conditional"));
    }

    private static Query query(String pattern) {
        return QueryFactory.create(
                "PREFIX : <urn:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * { " + pattern);
    }

    private static List<Row> plain(DatasetGraph d, Query query) {
        List<Row> rows = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(d).query(query).build()) {
            RowSet result = exec.select();
            result.forEachRemaining(row -> rows.add(new Row(row.detach())));
        }
        return rows;
    }

    private static List<List<String>> keys(List<Row> rows, List<Var> sorted) {
        return rows.stream()
                .map(row -> sorted.stream()
                        .map(variable -> String.valueOf(row.binding().get(variable)))
                        .toList())
                .toList();
    }

    private static String text(Row row) {
        java.util.Map<String, String> values = new java.util.TreeMap<>();
        row.binding().forEach((variable, node) -> values.put(variable.getVarName(), node.toString()));
        return values.toString();
    }

    private static void add(DatasetGraph d, Statement statement) {
        Node object =
                switch (statement.property()) {
                    case "label" ->
                        NodeFactory.createLiteralLang(
                                "name " + statement.object() / 2, statement.object() % 2 == 0 ? "en" : "de");
                    case "day" ->
                        NodeFactoryExtra.parseNode("'200" + statement.object()
                                + "-05-01T00:00:00Z'^^<http://www.w3.org/2001/XMLSchema#dateTime>");
                    default -> node(statement.object());
                };
        Node subject = node(statement.subject());
        Node property = NodeFactory.createURI("urn:" + statement.property());
        d.getDefaultGraph().add(subject, property, object);
        if (statement.subject() != statement.object()) {
            d.add(NodeFactory.createURI("urn:g" + statement.object()), subject, property, object);
        }
    }

    private static Node node(int number) {
        return NodeFactory.createURI("urn:n" + number);
    }
}
