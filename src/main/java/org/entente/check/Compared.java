package org.entente.check;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.pattern.ChangedTriples;
import org.entente.pattern.ViewAndUnion;
import org.entente.store.JudgedChanges;

/**
 * A state, and in what it differs from the one that was judged before.
 *
 * @param now the state
 * @param inView statements that came or went in the consolidated view
 * @param inGraphs the same in any other graph
 * @param all what was there before and what is there now, together
 */
record Compared(
        DatasetGraph now, JudgedChanges difference, ChangedTriples inView, ChangedTriples inGraphs, DatasetGraph all) {

    static Compared of(DatasetGraph now, JudgedChanges difference) {
        Graph goneFromView = GraphFactory.createDefaultGraph();
        Graph goneFromGraphs = GraphFactory.createDefaultGraph();
        difference.changes().removed().forEach(q -> (q.isDefaultGraph() ? goneFromView : goneFromGraphs)
                .add(q.asTriple()));
        return new Compared(
                now,
                difference,
                changed(difference, true),
                changed(difference, false),
                new ViewAndUnion(
                        new Union(now.getDefaultGraph(), goneFromView),
                        new Union(now.getUnionGraph(), goneFromGraphs)));
    }

    private static ChangedTriples changed(JudgedChanges difference, boolean inView) {
        return ChangedTriples.of(
                Stream.concat(difference.changes().added().stream(), difference.changes().removed().stream())
                        .filter(quad -> quad.isDefaultGraph() == inView)
                        .map(Quad::asTriple)
                        .toList());
    }
}
