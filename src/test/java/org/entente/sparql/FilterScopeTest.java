package org.entente.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.ShippedCollection;
import org.entente.query.CannedQuery;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No condition of a shipped query reads a variable that SPARQL does not see where the condition stands. */
class FilterScopeTest {
    /** By custom: what nothing binds, so that a rule can say "no value". */
    private static final String NOTHING = "none";

    private static final String SH = "http://www.w3.org/ns/shacl#";

    @Test
    void no_condition_of_a_canned_query_reads_what_it_does_not_see() {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (CannedQuery query : ShippedCollection.catalog().queries()) {
            Set<String> given = new HashSet<>(Set.of(CannedQuery.LANG));
            query.header().parameters().forEach(parameter -> given.addAll(parameter.variables()));
            note(wrong, query.id(), FilterScope.unseen(parsed(query.sparql()), given::contains));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_condition_of_a_query_of_the_program_reads_what_it_does_not_see() {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (InternalQuery query : InternalQuery.values()) {
            // What nothing in the query binds is given.
            Set<String> bound = new HashSet<>(FilterScope.bound(query.query()));
            if (query.path().startsWith("engine/")) {
                // The columns are arguments of a call, which stand before everything else.
                bound.removeAll(query.query().getResultVars());
            }
            note(wrong, query.path(), FilterScope.unseen(query.query(), name -> !bound.contains(name)));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_condition_of_a_rule_or_check_reads_what_it_does_not_see() throws IOException {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (String folder : List.of("rules", "checks")) {
            try (Stream<Path> files =
                    Files.list(ShippedCollection.HOME.resolve("queries").resolve(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
                    note(
                            wrong,
                            folder + "/" + file.getFileName(),
                            FilterScope.unseen(parsed(Files.readString(file)), NOTHING::equals));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_condition_of_a_shape_reads_what_it_does_not_see() throws IOException {
        Map<String, List<String>> wrong = new TreeMap<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(ShippedCollection.FILES.ontology().resolve("shapes"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ttl")).toList()) {
                for (String text : queriesOf(file)) {
                    read++;
                    note(
                            wrong,
                            file.getFileName() + " " + read,
                            FilterScope.unseen(
                                    parsed(text), Set.of("this", "value", "PATH", "currentShape")::contains));
                }
            }
        }
        assertThat(read).isGreaterThan(5);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A filter in GRAPH, in OPTIONAL of it, in a sub-select, in a branch, in a group, in MINUS, in BIND.
                "SELECT * { ?a ?p ?b GRAPH ?g { ?a ?q ?c FILTER(?p != ?q) } }",
                "SELECT * { ?a ?p ?b GRAPH ?g { ?a ?q ?c OPTIONAL { ?c ?r ?d FILTER(?p = ?r) } } }",
                "SELECT * { ?a ?p ?b OPTIONAL { ?a ?q ?c OPTIONAL { ?c ?r ?d FILTER(?p = ?r) } } }",
                "SELECT * { ?a ?p ?b { SELECT ?a { ?a ?q ?c FILTER(?p = ?q) } } }",
                "SELECT * { ?a ?p ?b { ?a ?q ?c FILTER(?p = ?q) } UNION { ?a ?r ?c } }",
                "SELECT * { ?a ?p ?b { ?a ?q ?c FILTER(?p = ?q) } }",
                "SELECT * { ?a ?p ?b MINUS { ?a ?q ?c FILTER(?p = ?q) } }",
                "SELECT * { ?a ?p ?b { ?a ?q ?c BIND(IF(?p = ?q, 1, 2) AS ?n) } }",
                "SELECT * { ?a ?q ?c BIND(?p AS ?n) ?a ?p ?b }",
                "SELECT * { { SELECT ?a (MAX(?p) AS ?n) { ?a ?q ?c } GROUP BY ?a } ?a ?p ?b }",
                // The branch before may bind it, or not: then the condition is an error, although it is bound around
                // the group.
                "SELECT * { ?a ?p ?b GRAPH ?g { ?a ?q ?c OPTIONAL { ?a ?p ?d } OPTIONAL { ?c ?r ?e FILTER(?p = <urn:x>) } } }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?a ?q ?d { SELECT ?e { ?e ?r ?d FILTER(?r = ?q) } } } }"
            })
    void a_variable_that_is_bound_outside_only_is_found(String query) {
        assertThat(FilterScope.unseen(parsed(query), name -> false)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a ?p ?b GRAPH ?g { ?a ?q ?c } FILTER(?p != ?q) }",
                "SELECT * { ?a ?p ?b OPTIONAL { GRAPH ?g { ?a ?q ?c } FILTER(?p != ?q) } }",
                "SELECT * { FILTER(?p = <urn:x>) ?a ?p ?b }",
                "SELECT * { ?a ?p ?b FILTER NOT EXISTS { GRAPH ?g { ?a ?q ?c FILTER(?p != ?q) } } }",
                "SELECT * { ?a ?p ?b OPTIONAL { ?a ?q ?c } FILTER(!BOUND(?c) || ?c = ?b) BIND(COALESCE(?c, ?b) AS ?d) }",
                "SELECT * { ?a ?p ?b OPTIONAL { ?a ?q ?c } OPTIONAL { ?b ?r ?d FILTER(?d = ?c) } }",
                "SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b } GROUP BY ?a HAVING(?n > 1) ORDER BY ?n",
                "SELECT * { VALUES ?x { 1 } ?a ?p ?b BIND(?x + 1 AS ?y) FILTER(?y = ?b) }",
                "SELECT * { ?a ?p ?b GRAPH ?g { ?a ?p ?c FILTER(?p != <urn:x>) } }",
                "ASK { ?a ?p ?b FILTER(?b > 1) }",
                "CONSTRUCT { ?a ?p ?n } WHERE { ?a ?p ?b BIND(?b + 1 AS ?n) }"
            })
    void what_is_seen_is_not_found(String query) {
        assertThat(FilterScope.unseen(parsed(query), name -> false)).isEmpty();
    }

    @Test
    void what_is_given_is_seen_everywhere() {
        Query query = parsed("SELECT * { ?a ?p ?b { ?a ?q ?c FILTER(?p = ?q && ?q != ?r) } }");

        assertThat(FilterScope.unseen(query, "r"::equals))
                .singleElement()
                .asString()
                .startsWith("?p in ");
        assertThat(FilterScope.bound(query)).containsExactlyInAnyOrder("a", "p", "b", "q", "c");
    }

    private static void note(Map<String, List<String>> wrong, String name, List<String> found) {
        if (!found.isEmpty()) {
            wrong.put(name, found);
        }
    }

    private static List<String> queriesOf(Path file) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(file).parse(graph);
        List<String> texts = new ArrayList<>();
        for (String property : List.of("select", "ask")) {
            graph.find(Node.ANY, NodeFactory.createURI(SH + property), Node.ANY)
                    .forEachRemaining(triple -> texts.add(triple.getObject().getLiteralLexicalForm()));
        }
        return texts;
    }

    private static Query parsed(String text) {
        StringBuilder prefixed = new StringBuilder();
        Prefixes.all().forEach((prefix, space) -> prefixed.append("PREFIX ")
                .append(prefix)
                .append(": <")
                .append(space)
                .append(">\n"));
        return QueryFactory.create(prefixed + text, "https://w3id.org/entente/", Syntax.syntaxARQ);
    }
}
