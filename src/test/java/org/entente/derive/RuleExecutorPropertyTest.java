package org.entente.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.entente.pattern.ViewAndUnion;
import org.junit.jupiter.api.Test;

/** Patterns have the solutions that Jena's own executor finds in the same graphs. */
class RuleExecutorPropertyTest {
    private static final int RULE = 2;
    private static final String[] VARIABLES = {"?a", "?b", "?c", "?d"};

    @Property(tries = 300)
    void patterns_have_the_solutions_that_jena_finds(@ForAll Random random) {
        DatasetGraph dataset = dataset(random);
        String pattern = group(random, 2);
        assertThat(solutions(Algebra.exec(op(pattern), dataset)))
                .as(pattern)
                .isEqualTo(solutions(Algebra.exec(op(pattern), plain(dataset))));
    }

    @Test
    void what_an_outer_part_found_narrows_an_optional_part_and_a_named_graph() {
        DatasetGraph dataset = dataset(new Random(1));
        String pattern = "{ ?a <p:0> ?b OPTIONAL { ?b <p:1> ?c } GRAPH <urn:x-arq:UnionGraph> { ?a ?d ?b"
                + " FILTER NOT EXISTS { ?b <p:2> ?a } } }";
        Map<String, Integer> found = solutions(Algebra.exec(op(pattern), dataset));
        assertThat(found).isNotEmpty().isEqualTo(solutions(Algebra.exec(op(pattern), plain(dataset))));
    }

    @Test
    void a_sub_query_in_a_named_graph_is_one_for_each_solution_before_it() {
        DatasetGraph dataset = dense();
        for (String pattern : List.of(
                "{ ?a <p:0>|<p:1> ?b GRAPH <urn:x-arq:UnionGraph> { { SELECT DISTINCT ?a ?b { ?a <p:2> ?b } } ?a <p:0> ?c } }",
                "{ ?a <p:0> ?b GRAPH <urn:x-arq:UnionGraph> { { SELECT DISTINCT ?b { ?b <p:1> ?c } } ?b <p:2> ?a } }",
                "{ ?a <p:0>|<p:0> ?b . ?b (<p:1>|<p:2>)/<p:0> ?c }")) {
            assertThat(solutions(Algebra.exec(op(pattern), dataset)))
                    .as(pattern)
                    .isEqualTo(solutions(Algebra.exec(op(pattern), plain(dataset))));
        }
    }

    private static Op op(String pattern) {
        return Algebra.optimize(
                Algebra.compile(QueryFactory.create("SELECT * WHERE " + pattern).getQueryPattern()));
    }

    /** The same graphs, in which Jena's own executor goes about. */
    private static DatasetGraph plain(DatasetGraph dataset) {
        return new ViewAndUnion(dataset.getDefaultGraph(), dataset.getUnionGraph());
    }

    private static DatasetGraph dataset(Random random) {
        Workspace workspace = new Workspace();
        for (int i = 0; i < 60; i++) {
            Triple triple = Triple.create(thing(random), link(random), thing(random));
            if (random.nextBoolean()) {
                workspace.state(triple, random.nextBoolean());
            } else {
                workspace.derive(triple, random.nextInt(4));
            }
        }
        return workspace.seenBy(RULE);
    }

    /** Everything is linked with everything in each way. */
    private static DatasetGraph dense() {
        Workspace workspace = new Workspace();
        for (int i = 0; i < 27; i++) {
            workspace.state(
                    Triple.create(
                            NodeFactory.createURI("t:" + i % 3),
                            NodeFactory.createURI("p:" + i / 3 % 3),
                            NodeFactory.createURI("t:" + i / 9)),
                    true);
        }
        return workspace.seenBy(RULE);
    }

    private static Node thing(Random random) {
        int number = random.nextInt(6);
        return number < 5 ? NodeFactory.createURI("t:" + number) : NodeFactory.createURI("p:" + random.nextInt(3));
    }

    private static Node link(Random random) {
        return NodeFactory.createURI("p:" + random.nextInt(3));
    }

    private static String group(Random random, int depth) {
        List<String> parts = new ArrayList<>();
        int more = depth == 0 ? 0 : random.nextInt(3);
        for (int i = 0; i < more; i++) {
            String inner = group(random, depth - 1);
            parts.add(
                    switch (random.nextInt(8)) {
                        case 6 -> "{ SELECT DISTINCT ?a ?b WHERE " + inner + " }";
                        case 0 -> "OPTIONAL " + inner;
                        case 1 -> inner + " UNION " + group(random, depth - 1);
                        case 2 -> "GRAPH <urn:x-arq:UnionGraph> " + inner;
                        case 3 -> "FILTER NOT EXISTS " + inner;
                        case 4 -> "FILTER EXISTS " + inner;
                        case 5 -> "VALUES (?a ?b) { (<t:1> UNDEF) (UNDEF <t:2>) (<t:3> <t:none>) }";
                        default ->
                            "{ SELECT ?a (COUNT(*) AS ?n" + depth + i + ") WHERE " + inner + " GROUP BY " + "?a }";
                    });
        }
        parts.add(random.nextInt(parts.size() + 1), triples(random));
        return "{ " + String.join(" ", parts) + " }";
    }

    private static String triples(Random random) {
        List<String> triples = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String subject = random.nextInt(6) == 0 ? "<t:" + random.nextInt(5) + ">" : one(random);
            String object = random.nextInt(5) == 0 ? "<t:" + random.nextInt(7) + ">" : one(random);
            triples.add(subject + " " + predicate(random) + " " + object + " .");
        }
        return String.join(" ", triples);
    }

    private static String predicate(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> one(random);
            case 1 -> "<p:0>|<p:1>";
            case 2 -> "<p:0>/<p:1>";
            case 3 -> "<p:none>";
            default -> "<p:" + random.nextInt(3) + ">";
        };
    }

    private static String one(Random random) {
        return VARIABLES[random.nextInt(VARIABLES.length)];
    }

    /** How often each solution is there. */
    private static Map<String, Integer> solutions(QueryIterator found) {
        Map<String, Integer> counts = new HashMap<>();
        try {
            found.forEachRemaining(solution -> {
                List<String> values = new ArrayList<>();
                for (Var variable : solution.varsMentioned()) {
                    if (!variable.isAnonVar() && !variable.isAllocVar()) {
                        values.add(variable + "=" + solution.get(variable));
                    }
                }
                values.sort(null);
                counts.merge(String.join(" ", values), 1, Integer::sum);
            });
        } finally {
            found.close();
        }
        return counts;
    }
}
