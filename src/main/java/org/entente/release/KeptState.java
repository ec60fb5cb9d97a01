package org.entente.release;

import org.entente.query.QueryCatalog;
import org.entente.store.Store;

/**
 * The state of a release, ready to be asked: all its statements in memory, with its own canned queries.
 *
 * @param catalog the queries as they were
 */
public record KeptState(KeptRelease release, Store store, QueryCatalog catalog) {
    /** Reads a release into memory; nothing is derived anew. */
    public static KeptState open(KeptRelease release) {
        return new KeptState(
                release,
                Store.ofState(
                        release.manifest().loaded().state(),
                        dataset -> Statements.read(release.statements(), quad -> true, dataset)),
                QueryCatalog.read(release.queries()));
    }
}
