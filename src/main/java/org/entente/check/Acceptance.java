package org.entente.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Finding;
import org.entente.store.Collection;
import org.entente.store.Gate;
import org.entente.store.LoadedFile;
import org.entente.store.Positions;
import org.entente.vocab.Ent;

/** What a collection must pass: terms and references in its files, then shapes and checks over the whole. */
public final class Acceptance implements Gate {
    private static final Node MERGED_INTO = NodeFactory.createURI(Ent.term("mergedInto"));
    private static final Node SPLIT_FROM = NodeFactory.createURI(Ent.term("splitFrom"));

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

    /**
     * All graphs as one: a shape about a report must see the event that another file describes. Where decisions merged or split a
     * thing, what the graphs say of it and what was decided would contradict each other; what was decided counts.
     */
    private static Graph everything(DatasetGraph dataset) {
        Graph all = GraphFactory.createDefaultGraph();
        Graph view = dataset.getDefaultGraph();
        Set<Node> decided = new HashSet<>();
        view.find(Node.ANY, MERGED_INTO, Node.ANY).forEachRemaining(t -> decided.add(t.getSubject()));
        view.find(Node.ANY, SPLIT_FROM, Node.ANY).forEachRemaining(t -> decided.add(t.getObject()));
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> {
            if (!decided.contains(q.getObject()) || !isDecidedOtherwise(view, q.asTriple())) {
                all.add(q.asTriple());
            }
        });
        return all;
    }

    private static boolean isDecidedOtherwise(Graph view, Triple triple) {
        return !view.contains(triple) && view.contains(triple.getSubject(), triple.getPredicate(), Node.ANY);
    }
}
