package org.entente.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;

/** What came or went on a path of any length leads to all groups of solutions that are others now, and not to everything. */
class RepeatedPathsPropertyTest {
    private static final List<String> PATTERNS = List.of(
            "?thing <p:kind> <t:0> ; <p:step>* ?end .",
            "?thing <p:kind> ?kind ; <p:step>+ ?end . ?end <p:kind> ?kind .",
            "?thing <p:kind> ?kind . FILTER NOT EXISTS { ?thing <p:step>* <t:3> }",
            "?thing <p:kind> ?kind . ?other <p:kind> ?kind . ?other (<p:step>|<p:leap>)* ?end . ?end <p:kind> <t:1> .");

    @Property(tries = 200)
    void groups_that_differ_are_found(@ForAll Random random, @ForAll @IntRange(min = 0, max = 3) int which) {
        KeyedBranch branch = KeyedBranch.alternatives(QueryFactory.create(
                        "CONSTRUCT { ?thing <p:has> ?thing } WHERE { " + PATTERNS.get(which) + " }"))
                .getFirst();
        Var key = Objects.requireNonNull(branch.key());
        Set<Triple> before = triples(random);
        Set<Triple> now = new HashSet<>(before);
        now.removeIf(triple -> random.nextInt(12) == 0);
        now.addAll(triples(random).stream().limit(2).toList());
        Set<Triple> changed = new HashSet<>(before);
        changed.addAll(now);
        Graph all = graph(changed);
        changed.removeIf(triple -> before.contains(triple) && now.contains(triple));

        Set<Node> found = new HashSet<>();
        for (Occurrence place : branch.occurrences()) {
            assertThat(place.leadsToKey()).isTrue();
            Set<Binding> values = ChangedTriples.of(changed).matching(place.reads());
            found.addAll(Objects.requireNonNull(place.keys(key, values, DatasetGraphFactory.wrap(all))));
        }

        Map<Node, Set<String>> solutionsBefore = solutions(branch, key, before);
        Map<Node, Set<String>> solutionsNow = solutions(branch, key, now);
        Set<Node> different = new HashSet<>(solutionsBefore.keySet());
        different.addAll(solutionsNow.keySet());
        different.removeIf(value -> Objects.equals(solutionsBefore.get(value), solutionsNow.get(value)));
        assertThat(found).containsAll(different);
    }

    private static Set<Triple> triples(Random random) {
        Set<Triple> triples = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            String predicate = List.of("p:step", "p:step", "p:kind", "p:leap").get(random.nextInt(4));
            triples.add(Triple.create(thing(random), NodeFactory.createURI(predicate), thing(random)));
        }
        return triples;
    }

    private static Node thing(Random random) {
        return NodeFactory.createURI("t:" + random.nextInt(7));
    }

    private static Graph graph(Set<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    private static Map<Node, Set<String>> solutions(KeyedBranch branch, Var key, Set<Triple> triples) {
        Map<Node, Set<String>> solutions = new HashMap<>();
        Algebra.exec(branch.pattern(), DatasetGraphFactory.wrap(graph(triples))).forEachRemaining(solution -> solutions
                .computeIfAbsent(solution.get(key), k -> new TreeSet<>())
                .add(solution.toString()));
        return solutions;
    }
}
