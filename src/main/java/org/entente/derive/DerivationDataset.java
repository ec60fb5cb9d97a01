package org.entente.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.entente.store.Graphs;
import org.entente.vocab.EntProperty;

/**
 * What the rules read and write while they run, in memory: the consolidated view as default graph, and all named graphs as one union
 * graph in which every triple stands once. A union that is put together for each look-up costs as much as there are sources that say
 * the same, and the rules look up the bounds of the same few time spans again and again.
 *
 * <p>Things that decisions merge or split are seen as decided ({@link Identities}).
 *
 * <p>Nothing that an earlier run derived is in it, so nothing can follow from itself.
 */
final class DerivationDataset extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private static final List<Node> VIEW =
            List.of(Graphs.ONTOLOGY, Graphs.VOCABULARY, Graphs.AUTHORITY, Graphs.OWN_AUTHORITY);

    /** What was derived before, and what is no part of the collection. */
    private static final Set<Node> NOT_READ = Set.of(Graphs.DERIVED, Graphs.WIKIDATA);

    private final Graph view;
    private final Graph union;
    private final Graph derived;

    private DerivationDataset(Graph view, Graph union) {
        super(DatasetGraphFactory.wrap(view));
        this.view = view;
        this.union = union;
        this.derived = new GraphMemFast();
    }

    static DerivationDataset of(DatasetGraph dataset) {
        Graph view = new GraphMemFast();
        Graph union = new GraphMemFast();
        Identities identities = Identities.of(dataset);
        List<Quad> inherited = new ArrayList<>();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!quad.isDefaultGraph() && !NOT_READ.contains(quad.getGraph())) {
                Triple seen = identities.seen(quad.asTriple());
                if (seen == null) {
                    return;
                }
                union.add(seen);
                if (VIEW.contains(quad.getGraph())) {
                    view.add(seen);
                    if (seen.getPredicate().equals(EntProperty.IDENTIFIER)
                            && !seen.getSubject().equals(quad.getSubject())) {
                        inherited.add(quad);
                    }
                }
            }
        });
        yieldToLog(view, union);
        yieldToOwn(view, inherited, identities);
        DerivationDataset workspace = new DerivationDataset(view, union);
        identities.consequences().forEach(workspace::derived);
        return workspace;
    }

    /** Takes links out of the view about which the log decides: a rule puts them in again, in the state that was decided. */
    private static void yieldToLog(Graph view, Graph union) {
        List<Triple> decided = new ArrayList<>();
        union.find(Node.ANY, EntProperty.DECIDES_LINK, Node.ANY)
                .forEachRemaining(entry -> union.find(Node.ANY, EntProperty.IDENTIFIER, entry.getObject())
                        .forEachRemaining(owner -> view.find(owner.getSubject(), EntProperty.IDENTIFIER, Node.ANY)
                                .forEachRemaining(stated -> {
                                    if (isSame(union, stated.getObject(), entry.getObject())) {
                                        decided.add(stated);
                                        view.find(stated.getObject(), Node.ANY, Node.ANY)
                                                .forEachRemaining(decided::add);
                                    }
                                })));
        decided.forEach(view::delete);
    }

    /**
     * Takes links out of the view that came with a merged thing and that the one that is left has as well: what is stated of itself
     * counts. Of two that only merged things have, the one whose thing comes first by IRI stays, so that the outcome is certain.
     */
    private static void yieldToOwn(Graph view, List<Quad> inherited, Identities identities) {
        inherited.sort(Comparator.comparing((Quad q) -> q.getSubject().toString())
                .thenComparing(q -> q.getObject().toString()));
        Set<Triple> waiting = new LinkedHashSet<>();
        inherited.forEach(q -> waiting.add(identities.seen(q.asTriple())));
        waiting.removeIf(t -> !view.contains(t));
        waiting.forEach(view::delete);
        for (Triple link : waiting) {
            boolean own = view.find(link.getSubject(), EntProperty.IDENTIFIER, Node.ANY).toList().stream()
                    .anyMatch(t -> isSame(view, t.getObject(), link.getObject()));
            if (own) {
                view.find(link.getObject(), Node.ANY, Node.ANY).toList().forEach(view::delete);
            } else {
                view.add(link);
            }
        }
    }

    private static boolean isSame(Graph union, Node link, Node other) {
        return List.of(EntProperty.IDENTIFIER_SCHEME, EntProperty.IDENTIFIER_VALUE).stream()
                .allMatch(property -> union.find(link, property, Node.ANY)
                        .filterKeep(t -> union.contains(other, property, t.getObject()))
                        .hasNext());
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
