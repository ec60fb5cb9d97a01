package org.entente.release;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.util.iterator.WrappedIterator;
import org.entente.query.QueryCatalog;
import org.entente.rdf.QuadLines;
import org.entente.store.CollectionFiles;
import org.entente.store.Graphs;
import org.entente.store.Store;

/**
 * A state, ready to be asked: that of a release, all its statements in memory and with its own canned queries, or the present one.
 *
 * @param id of the state
 * @param lines its statements as sorted N-Quads; whoever asks closes them
 * @param files SHA-256 of the files that it was made from
 * @param queries SHA-256 of its canned queries
 * @param answers what its canned queries answer to their own examples
 */
public record KeptState(
        String id,
        Supplier<Stream<String>> lines,
        Map<String, String> files,
        Map<String, String> queries,
        Supplier<List<Manifest.Answer>> answers,
        Store store,
        QueryCatalog catalog) {
    /** Reads a release into memory; nothing is derived anew. */
    public static KeptState open(KeptRelease release) {
        Manifest manifest = release.manifest();
        return new KeptState(
                release.id(),
                () -> Statements.lines(release.statements()),
                manifest.files(),
                manifest.queries(),
                manifest::answers,
                Store.ofState(
                        manifest.loaded().state(),
                        release.rulesId(),
                        dataset -> Statements.read(release.statements(), quad -> true, dataset)),
                QueryCatalog.read(release.queries()));
    }

    /** The present state, which need not be a release. */
    public static KeptState present(Store store, QueryCatalog catalog, CollectionFiles collection) {
        return new KeptState(
                store.release().answeredBy(catalog.edition()).id(),
                () -> store
                        .read(dataset -> QuadLines.sorted(WrappedIterator.create(dataset.find())
                                        .filterDrop(quad -> quad.getGraph().equals(Graphs.RELEASE)))
                                .toList())
                        .stream(),
                collection.digests(),
                collection.queryDigests(),
                () -> new DefaultAnswers(store).all(catalog),
                store,
                catalog);
    }
}
