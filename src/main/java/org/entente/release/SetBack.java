package org.entente.release;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.query.QueryCatalog;
import org.entente.rdf.QuadLines;
import org.entente.store.CollectionFiles;
import org.entente.store.LoadedState;
import org.entente.store.Release;
import org.entente.store.Store;

/**
 * Sets a store back to a release, and forward again. What files brought is replaced by what they brought then; decisions, links and
 * identities that the service wrote stay, those written since included. Rules and queries are those of today.
 *
 * @param left the release of the state that was left: it is kept, so that one can go forward again
 * @param state the state now
 * @param kept statements that the service wrote since the release and that stay, as N-Quads
 */
public record SetBack(KeptRelease left, Release state, List<String> kept) {
    /**
     * @throws org.entente.store.RefusedWrite if the older statements and what was written since do not fit; nothing is changed then
     */
    public static SetBack to(KeptRelease release, Releases releases, Store store, Keeping keeping) {
        KeptRelease left = releases.keep(
                store,
                new Keeping(
                        keeping.who(),
                        "Before it was set to " + release.id() + ". " + keeping.note(),
                        keeping.program()));
        LoadedState then = release.manifest().loaded().state();
        // Ontology and data are those of then; rules, shapes, checks and queries are not part of the store.
        SortedMap<String, String> files = new TreeMap<>(release.manifest().files());
        SortedMap<String, String> today = releases.collection().digests();
        files.keySet().removeIf(SetBack::isOfToday);
        today.forEach((place, digest) -> {
            if (isOfToday(place)) {
                files.put(place, digest);
            }
        });
        String filesId = CollectionFiles.contentId(files);
        boolean isPresent = filesId.equals(CollectionFiles.contentId(today));
        store.setBack(
                new LoadedState(filesId, then.content(), then.loaded(), then.graphs()),
                releases.collection().rulesId(),
                dataset -> Statements.read(
                        release.statements(), quad -> then.graphs().contains(quad.getGraph()), dataset),
                isPresent ? "" : left.id());
        String queries = QueryCatalog.edition(List.of(releases.collection().queries()));
        return new SetBack(left, store.release().answeredBy(queries), since(release, store));
    }

    private static boolean isOfToday(String place) {
        return place.startsWith("queries/") || place.startsWith("ontology/shapes/");
    }

    /** Statements that the service wrote since a release, as N-Quads: they stay when the store is set back to it. */
    public static List<String> since(KeptRelease release, Store store) {
        java.util.Set<Node> own = store.ownGraphs();
        java.util.Set<String> then = new java.util.HashSet<>();
        try (Stream<String> lines = Statements.lines(release.statements())) {
            lines.filter(line -> own.stream().anyMatch(graph -> graph.toString().equals(Statements.graph(line))))
                    .forEach(then::add);
        }
        return store.read(dataset -> own.stream()
                .flatMap(graph -> QuadLines.sorted(dataset.findNG(graph, Node.ANY, Node.ANY, Node.ANY)))
                .filter(line -> !then.contains(line))
                .toList());
    }
}
