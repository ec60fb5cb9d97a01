package org.entente.cli;

import org.entente.link.LinkReview;
import org.entente.store.Store;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;

/** What the commands about links have in common. */
final class LinkRanking {
    private LinkRanking() {}

    /** Ranks everything in the store. */
    static LinkReview review(Store store) {
        SnapshotIndex index = new SnapshotIndex.Source(store).get();
        return store.read(
                dataset -> LinkReview.of(dataset, index, Snapshot.in(dataset).name()));
    }

    /** The IRI that a name like person:albert-rau means. */
    static String iri(String text) {
        return Prefixes.expand(text).orElse(text);
    }
}
