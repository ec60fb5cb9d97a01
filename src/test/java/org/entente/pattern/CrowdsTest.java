package org.entente.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Which variable tells solutions apart, by what is there. */
class CrowdsTest {
    private static final KeyedBranch BRANCH =
            KeyedBranch.alternatives(QueryFactory.create("""
                    PREFIX : <http://example.org/>
                    CONSTRUCT { ?part :is :there }
                    WHERE { ?part :of ?event ; :by ?person . FILTER NOT EXISTS { ?person :notAt ?event } }
                    """)).getFirst();

    private static Node node(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private static Graph parts(int events, int people) {
        Graph graph = GraphFactory.createGraphMem();
        for (int i = 0; i < 1000; i++) {
            Node part = node("part" + i);
            graph.add(Triple.create(part, node("of"), node("event" + i % events)));
            graph.add(Triple.create(part, node("by"), node("person" + i % people)));
        }
        return graph;
    }

    private static Var key(Var first, Graph graph) {
        KeyedBranch branch = new KeyedBranch(
                BRANCH.pattern(),
                first,
                BRANCH.by(first).occurrences(),
                java.util.List.of(Var.alloc(first.getVarName().equals("event") ? "person" : "event")));
        return new Crowds(DatasetGraphFactory.wrap(graph)).choose(branch).key();
    }

    @Test
    void a_key_with_much_smaller_groups_is_chosen() {
        assertThat(key(Var.alloc("person"), parts(500, 2))).isEqualTo(Var.alloc("event"));
        assertThat(key(Var.alloc("event"), parts(2, 500))).isEqualTo(Var.alloc("person"));
    }

    @Test
    void where_groups_are_small_or_alike_the_nearest_key_stays() {
        assertThat(key(Var.alloc("person"), parts(500, 500))).isEqualTo(Var.alloc("person"));
        assertThat(key(Var.alloc("person"), parts(2, 2))).isEqualTo(Var.alloc("person"));
        assertThat(key(Var.alloc("event"), parts(2, 2))).isEqualTo(Var.alloc("event"));
    }

    @Test
    void a_pattern_is_matched_from_its_key_also_where_a_filter_cuts_it() {
        KeyedBranch branch = KeyedBranch.alternatives(QueryFactory.create("""
                        PREFIX : <http://example.org/>
                        CONSTRUCT { ?one :beside ?other }
                        WHERE { ?one a :Part . ?other a :Part . FILTER (?one != ?other) ?one :of ?event . ?other :of ?event }
                        """)).getFirst();
        String plan = Algebra.optimize(
                        KeyedPattern.of(branch.pattern(), Var.alloc("event"), java.util.List.of(node("event1"))))
                .toString();
        assertThat(plan.indexOf("example.org/of")).isLessThan(plan.indexOf("example.org/Part"));
    }
}
