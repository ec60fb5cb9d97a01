package org.entente.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Finding;
import org.entente.store.Collection;
import org.entente.store.Gate;
import org.entente.store.LoadedFile;
import org.entente.store.Positions;

/** What a collection must pass: terms and references in its files, then shapes and checks over the whole. */
public final class Acceptance implements Gate {
    private final ShapeCheck shapes;
    private final List<QueryCheck> checks;

    private Acceptance(ShapeCheck shapes, List<QueryCheck> checks) {
        this.shapes = shapes;
        this.checks = checks;
    }

    /**
     * The shapes and checks of a collection.
     *
     * @throws CheckException if a shapes file or a check cannot be read; the message names the file
     */
    public static Acceptance of(Collection collection) {
        return new Acceptance(ShapeCheck.read(collection.shapes()), QueryCheck.read(collection.checks()));
    }

    @Override
    public List<Finding> ofFiles(List<LoadedFile> files) {
        return TermCheck.check(files);
    }

    @Override
    public List<Finding> ofDataset(DatasetGraph dataset, Positions positions) {
        List<Finding> findings = new ArrayList<>(shapes.check(everything(dataset), positions));
        for (QueryCheck check : checks) {
            findings.addAll(check.run(dataset, positions));
        }
        return findings;
    }

    /** All graphs as one: a shape about a report must see the event that another file describes. */
    private static Graph everything(DatasetGraph dataset) {
        Graph all = GraphFactory.createDefaultGraph();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> add(all, q));
        return all;
    }

    private static void add(Graph all, Quad quad) {
        all.add(quad.asTriple());
    }
}
