package org.entente.encounter;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.entente.store.Graphs;

/**
 * What the rules read and write while they run, in memory: the consolidated view as default graph, and all named graphs as one union
 * graph in which every triple stands once. A union that is put together for each look-up costs as much as there are sources that say
 * the same, and the rules look up the bounds of the same few time spans again and again.
 *
 * <p>Things that decisions merge or split are seen as decided ({@link Identities}).
 *
 * <p>Nothing that an earlier run derived is in it, so nothing can follow from itself.
 */
final class Workspace extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private static final List<Node> VIEW = List.of(Graphs.ONTOLOGY, Graphs.VOCABULARY, Graphs.AUTHORITY);

    private final Graph view;
    private final Graph union;
    private final Graph derived;

    private Workspace(Graph view, Graph union) {
        super(DatasetGraphFactory.wrap(view));
        this.view = view;
        this.union = union;
        this.derived = new GraphMem2Fast();
    }

    static Workspace of(DatasetGraph dataset) {
        Graph view = new GraphMem2Fast();
        Graph union = new GraphMem2Fast();
        Identities identities = Identities.of(dataset);
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!quad.isDefaultGraph() && !quad.getGraph().equals(Graphs.DERIVED)) {
                Triple seen = identities.seen(quad.asTriple());
                if (seen == null) {
                    return;
                }
                union.add(seen);
                if (VIEW.contains(quad.getGraph())) {
                    view.add(seen);
                }
            }
        });
        Workspace workspace = new Workspace(view, union);
        identities.consequences().forEach(workspace::derived);
        return workspace;
    }

    /** Adds what a rule made, for the rules after it. */
    void derived(Graph consequences) {
        consequences.find().forEachRemaining(this::derived);
    }

    private void derived(Triple triple) {
        view.add(triple);
        union.add(triple);
        derived.add(triple);
    }

    @Override
    public Graph getUnionGraph() {
        return union;
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isUnionGraph(name) ? union : super.getGraph(name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isUnionGraph(name) || super.containsGraph(name);
    }

    /** Brings default graph and derived graph of the dataset to the state of this; what is there already is not written again. */
    void writeTo(DatasetGraph dataset) {
        replace(dataset, Quad.defaultGraphNodeGenerated, view);
        replace(dataset, Graphs.DERIVED, derived);
    }

    private static void replace(DatasetGraph dataset, Node name, Graph wanted) {
        List<Triple> outdated = new ArrayList<>();
        dataset.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> {
            if (!wanted.contains(q.asTriple())) {
                outdated.add(q.asTriple());
            }
        });
        outdated.forEach(t -> dataset.delete(Quad.create(name, t)));
        wanted.find().forEachRemaining(t -> {
            if (!dataset.contains(name, t.getSubject(), t.getPredicate(), t.getObject())) {
                dataset.add(Quad.create(name, t));
            }
        });
    }
}
