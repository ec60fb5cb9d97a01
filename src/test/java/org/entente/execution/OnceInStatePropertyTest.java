package org.entente.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.sparql.FilledQuery;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;

/** Sub-queries that are asked once in each state, whatever is asked about, change no answer. */
class OnceInStatePropertyTest {
    /** Patterns with a place, X. */
    private static final List<String> QUERIES = List.of(
            "X :p ?b . { SELECT ?b (COUNT(*) AS ?n) { ?b :q ?c } GROUP BY ?b }",
            "X :p ?b OPTIONAL { SELECT ?b (COUNT(*) AS ?n) { ?b :q ?c } GROUP BY ?b }",
            "{ SELECT DISTINCT ?a ?c { ?a :p ?b OPTIONAL { ?b :q ?c } } } X :p ?a OPTIONAL { ?a :q ?c }",
            "X :p ?a OPTIONAL { ?a :q ?c } { SELECT ?a ?c { ?a :p ?b OPTIONAL { ?b :q ?c } } }",
            "{ SELECT ?a { ?a :p ?b } } { SELECT ?b { X :q ?b . ?b :p ?any } }",
            "{ SELECT ?a ?n { { SELECT ?a (COUNT(*) AS ?n) { ?a :p ?b } GROUP BY ?a } FILTER (?n > 1) } } ?a :q X",
            "{ ?a :p X } UNION { SELECT ?a { ?a :q ?b } ORDER BY ?a LIMIT 2 }",
            "{ ?a :p X } UNION { SELECT ?a { ?a :q ?b } ORDER BY ?a LIMIT 3 }",
            "X :p ?a { SELECT ?a ?n { ?a :q ?b OPTIONAL { { SELECT ?b (COUNT(*) AS ?n) { ?b :q ?c } GROUP BY ?b } FILTER (?n > 1) } } }",
            "X :p ?a { SELECT ?a ?n { ?a :q ?b OPTIONAL { { SELECT ?b (COUNT(*) AS ?n) { ?b :q ?c } GROUP BY ?b } FILTER (?n > 2) } } }",
            "?a :p X MINUS { SELECT ?a { ?a :q ?b } }",
            "?a :p X FILTER NOT EXISTS { { SELECT ?c { ?b :q ?c } } ?c :p ?a }",
            "GRAPH ?g { ?a :p X . { SELECT ?b { ?b :q ?c } } ?a :q ?b }",
            "?a :p X BIND (1 AS ?k) { SELECT ?a (1 AS ?k) { ?a :q ?b } }");

    private record Statement(int subject, String property, int object) {
        void add(DatasetGraph d) {
            Node property = NodeFactory.createURI("urn:" + property());
            d.getDefaultGraph().add(node(subject), property, node(object));
            d.add(NodeFactory.createURI("urn:g" + object % 2), node(subject), property, node(object));
        }
    }

    @Provide
    Arbitrary<List<Statement>> graphs() {
        Arbitrary<Integer> node = Arbitraries.integers().between(0, 4);
        return Combinators.combine(node, Arbitraries.of("p", "q"), node)
                .as(Statement::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 60)
    void the_rows_are_those_of_the_query_as_it_stands_in_every_state(
            @ForAll("graphs") List<Statement> first, @ForAll("graphs") List<Statement> then) {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            for (List<Statement> some : List.of(first, then)) {
                store.write(d -> some.forEach(statement -> statement.add(d)));
                store.read(d -> {
                    for (String pattern : QUERIES) {
                        for (int i = 0; i < 7; i++) {
                            FilledQuery asked = asked(pattern, i % 5);
                            assertThat(rows(Select.on(d).rows(asked).rows()))
                                    .as(asked.query().toString())
                                    .isEqualTo(rows(plain(d, asked)));
                        }
                    }
                    return null;
                });
            }
        }
    }

    @Test
    void what_has_no_place_is_found_once_and_what_has_one_is_not() {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            store.read(d -> {
                for (String pattern : QUERIES) {
                    for (int i = 0; i < 2; i++) {
                        Select.on(d).rows(asked(pattern, i));
                    }
                }
                assertThat(plan(d, QUERIES.getFirst())).contains("once-in-state");
                assertThat(plan(d, QUERIES.get(4)))
                        .containsOnlyOnce("once-in-state")
                        .containsSubsequence("once-in-state", "urn:p", "urn:q");
                // Inside a graph it depends on the graph.
                assertThat(plan(d, QUERIES.get(12))).doesNotContain("once-in-state");
                return null;
            });
        }
    }

    private static String plan(DatasetGraph d, String pattern) {
        return KnownPlans.of(d).plan(asked(pattern, 0)).orElseThrow().toString();
    }

    private static FilledQuery asked(String pattern, int number) {
        return FilledQuery.of(
                pattern,
                Map.of("x", List.of(node(number))),
                iris -> QueryFactory.create("PREFIX : <urn:> SELECT * { "
                        + pattern.replaceAll(
                                "\\bX\\b", "<" + iris.get("x").getFirst().getURI() + ">") + " }"));
    }

    private static List<Row> plain(DatasetGraph d, FilledQuery asked) {
        List<Row> rows = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(d).query(asked.query()).build()) {
            exec.select().forEachRemaining(row -> rows.add(new Row(row.detach())));
        }
        return rows;
    }

    private static List<String> rows(List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> values = new TreeMap<>();
                    row.binding().forEach((variable, value) -> values.put(variable.getVarName(), value.toString()));
                    return values.toString();
                })
                .sorted()
                .toList();
    }

    private static Node node(int number) {
        return NodeFactory.createURI("urn:n" + number);
    }
}
