package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.WrappedIterator;
import org.entente.rdf.QuadLines;

/**
 * Hashes of statements. What was loaded is hashed when it is loaded; what the service wrote besides, when somebody asks for the id of
 * a state. Derived statements follow from these and from the rules.
 *
 * @param own hash of the statements in all graphs that are neither loaded nor derived
 */
record StateDigest(String own) {
    /** Graphs that follow from the others, or that only count. */
    private static final Set<Node> FOLLOWING = Set.of(Graphs.DERIVED, Graphs.RELEASE);

    /** The state that the thread's transaction sees, with its id. */
    static Release release(DatasetGraph dataset) {
        return ReleaseGraph.loaded(dataset)
                .map(loaded -> new Release(
                        Release.hash("state", loaded.content(), in(dataset).own()),
                        loaded.files(),
                        ReleaseGraph.revision(dataset),
                        loaded.loaded(),
                        ReleaseGraph.setBackFrom(dataset)))
                .orElseGet(() -> new Release(
                        Release.EMPTY.id(), "", ReleaseGraph.revision(dataset), Release.EMPTY.loaded(), ""));
    }

    /** The own statements in the state that the thread's transaction sees. */
    private static StateDigest in(DatasetGraph dataset) {
        return CommittedState.of(dataset)
                .map(state -> state.computed(StateDigest.class, () -> {}, () -> read(dataset)))
                .orElseGet(() -> read(dataset));
    }

    private static StateDigest read(DatasetGraph dataset) {
        return new StateDigest(of(dataset, ownGraphs(dataset)));
    }

    /** A loaded state with the hash of what the dataset holds of it. */
    static LoadedState of(DatasetGraph dataset, LoadedState state, String rules) {
        String content = Release.hash("loaded", of(dataset, state.graphs()), rules);
        return new LoadedState(state.files(), content, state.loaded(), state.graphs());
    }

    /** The graphs that somebody wrote besides those of the last load. */
    static Set<Node> ownGraphs(DatasetGraph dataset) {
        Set<Node> loaded = new HashSet<>(ReleaseGraph.parts(dataset));
        Set<Node> own = new HashSet<>();
        dataset.listGraphNodes().forEachRemaining(graph -> {
            if (!loaded.contains(graph) && !FOLLOWING.contains(graph)) {
                own.add(graph);
            }
        });
        return own;
    }

    /** The hash of what graphs state, whatever the order; when the snapshot of Wikidata was made counts as nothing stated. */
    static String of(DatasetGraph dataset, Collection<Node> graphs) {
        Set<Node> sorted = new TreeSet<>(Comparator.comparing(Node::toString));
        sorted.addAll(graphs);
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Node graph : sorted) {
            var quads = WrappedIterator.create(dataset.findNG(graph, Node.ANY, Node.ANY, Node.ANY))
                    .filterDrop(quad -> quad.getSubject().equals(Graphs.WIKIDATA));
            QuadLines.sorted(quads).forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return Hex.encodeHexString(digest.digest());
    }
}
