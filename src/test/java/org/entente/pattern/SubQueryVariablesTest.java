package org.entente.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

class SubQueryVariablesTest {
    @Test
    void one_name_in_two_sub_queries_is_two_variables() {
        DatasetGraph data = DatasetGraphFactory.wrap(
                SSE.parseGraph("(graph (<x:a> <x:near> <x:b>) (<x:a> <x:has> 1) (<x:b> <x:has> 2))"));
        Triple changed = SSE.parseTriple("(<x:b> <x:has> 2)");
        KeyedBranch branch = KeyedBranch.alternatives(QueryFactory.create("""
                                CONSTRUCT { ?a <x:like> ?b } WHERE {
                                  ?a <x:near> ?b .
                                  { SELECT ?a (COUNT(?thing) AS ?mine) { ?a <x:has> ?thing } GROUP BY ?a }
                                  { SELECT ?b (COUNT(?thing) AS ?theirs) { ?b <x:has> ?thing } GROUP BY ?b }
                                  FILTER (?mine = ?theirs)
                                }""")).getFirst();
        Set<Node> keys = new HashSet<>();
        for (Occurrence place : branch.occurrences()) {
            Binding match = place.reads().predicates().contains(changed.getPredicate())
                    ? place.reads().match(changed)
                    : null;
            if (match != null) {
                keys.addAll(
                        Objects.requireNonNull(place.keys(Objects.requireNonNull(branch.key()), List.of(match), data)));
            }
        }
        assertThat(keys)
                .contains(NodeFactory.createURI(branch.key().getVarName().equals("a") ? "x:a" : "x:b"));
    }
}
