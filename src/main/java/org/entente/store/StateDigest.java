package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.WrappedIterator;
import org.entente.rdf.QuadLines;

/**
 * Hashes of statements, made of the sums of their graphs ({@link GraphSums}). Derived statements follow from these and from the rules.
 *
 * @param own hash of the statements in all graphs that are neither loaded nor derived
 */
record StateDigest(String own) {
    /** Begins the hash of what was loaded. Older programs wrote one without it, of all statements in their order. */
    private static final String OF_SUMS = "sums:";

    /** The state that the thread's transaction sees, with its id. */
    static Release release(DatasetGraph dataset) {
        return CommittedState.of(dataset)
                .map(state -> state.computed(Release.class, () -> {}, () -> read(dataset, state.revision())))
                .orElseGet(() -> read(dataset, ReleaseGraph.revision(dataset)));
    }

    private static Release read(DatasetGraph dataset, long revision) {
        return ReleaseGraph.loaded(dataset)
                .map(loaded -> new Release(
                        Release.hash(
                                "state",
                                loaded.content(),
                                in(dataset, isOfSums(loaded)).own()),
                        loaded.files(),
                        revision,
                        loaded.loaded(),
                        ReleaseGraph.setBackFrom(dataset)))
                .orElseGet(() -> new Release(Release.EMPTY.id(), "", revision, Release.EMPTY.loaded(), ""));
    }

    private static boolean isOfSums(LoadedState state) {
        return state.content().startsWith(OF_SUMS);
    }

    /** The own statements in the state that the thread's transaction sees. */
    private static StateDigest in(DatasetGraph dataset, boolean ofSums) {
        return CommittedState.of(dataset)
                .map(state -> state.computed(
                        StateDigest.class,
                        () -> {},
                        () -> new StateDigest(
                                !ofSums
                                        ? ofLines(dataset, ownGraphs(dataset))
                                        : ReleaseGraph.isSummed(dataset) ? ofKept(dataset) : read(dataset))))
                .orElseGet(() -> new StateDigest(ofSums ? read(dataset) : ofLines(dataset, ownGraphs(dataset))));
    }

    private static String ofKept(DatasetGraph dataset) {
        Map<Node, String> sums = GraphSums.kept(dataset);
        Set<Node> own = new HashSet<>(sums.keySet());
        ReleaseGraph.parts(dataset).forEach(own::remove);
        return GraphSums.hash(sums, own);
    }

    private static String read(DatasetGraph dataset) {
        Set<Node> own = ownGraphs(dataset);
        return GraphSums.hash(GraphSums.read(dataset, own), own);
    }

    /**
     * A loaded state with the hash of what the dataset holds of it, made as it was made before.
     *
     * @param state as a program kept it
     */
    static LoadedState again(DatasetGraph dataset, LoadedState state, String rules) {
        return isOfSums(state)
                ? of(state, GraphSums.read(dataset, state.graphs()), rules)
                : with(state, Release.hash("loaded", ofLines(dataset, state.graphs()), rules));
    }

    /** A loaded state with the hash of what its graphs state. */
    static LoadedState of(LoadedState state, Map<Node, String> sums, String rules) {
        return with(state, OF_SUMS + Release.hash("loaded", GraphSums.hash(sums, state.graphs()), rules));
    }

    private static LoadedState with(LoadedState state, String content) {
        return new LoadedState(state.files(), content, state.loaded(), state.graphs());
    }

    /** The graphs that somebody wrote besides those of the last load. */
    static Set<Node> ownGraphs(DatasetGraph dataset) {
        Set<Node> loaded = new HashSet<>(ReleaseGraph.parts(dataset));
        Set<Node> own = new HashSet<>();
        dataset.listGraphNodes().forEachRemaining(graph -> {
            if (!loaded.contains(graph) && GraphSums.counts(graph)) {
                own.add(graph);
            }
        });
        return own;
    }

    /** The hash of what graphs state as older programs made it: of all lines, sorted. Releases that they kept have it. */
    private static String ofLines(DatasetGraph dataset, Collection<Node> graphs) {
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
