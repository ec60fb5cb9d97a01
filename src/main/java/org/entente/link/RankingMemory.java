package org.entente.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.PerRevision;
import org.entente.store.Store;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;
import org.jspecify.annotations.Nullable;

/**
 * What ranking works out about one snapshot and keeps for the next time: its items, ready to be compared, and the candidates for what
 * the collection says of a thing. A decision about a link changes the facts of few things; the candidates of all others stay. Safe for
 * many threads.
 */
public final class RankingMemory {
    private static final int MOST_ITEMS = 50_000;
    private static final int MOST_RANKS = 20_000;

    private final SnapshotIndex index;
    private final Cache<String, Optional<SnapshotItem>> items =
            Caffeine.newBuilder().maximumSize(MOST_ITEMS).build();
    private final Cache<EntityFacts, List<LinkCandidate>> ranks =
            Caffeine.newBuilder().maximumSize(MOST_RANKS).build();
    private volatile @Nullable TitleIndex titles;

    public RankingMemory(SnapshotIndex index) {
        this.index = index;
    }

    /** The memory of a store: the newest is kept until the snapshot changes. */
    public static final class Source {
        private final Store store;
        private final SnapshotIndex.Source indexes;
        private final PerRevision<RankingMemory> known = new PerRevision<>();

        public Source(Store store) {
            this.store = store;
            this.indexes = new SnapshotIndex.Source(store);
        }

        /** For the snapshot as it is now. */
        public RankingMemory get() {
            return store.read(
                    dataset -> known.get(Snapshot.in(dataset).number(), () -> new RankingMemory(indexes.get())));
        }
    }

    SnapshotIndex index() {
        return index;
    }

    /** The item of a Qid; call inside a transaction of the snapshot. */
    Optional<SnapshotItem> item(DatasetGraph dataset, String qid) {
        return items.get(qid, q -> {
            Snapshot snapshot = Snapshot.in(dataset);
            return snapshot.entity(q)
                    .map(entity -> new SnapshotItem(
                            entity,
                            ItemKinds.of(entity, snapshot),
                            new Naming(entity.names().toList())));
        });
    }

    /** The offices of the snapshot; call inside a transaction of the snapshot. */
    TitleIndex titles(DatasetGraph dataset) {
        TitleIndex ready = titles;
        if (ready == null) {
            ready = TitleIndex.of(dataset, qid -> item(dataset, qid));
            titles = ready;
        }
        return ready;
    }

    /** The candidates for these facts, as they were worked out the first time. */
    List<LinkCandidate> ranked(EntityFacts facts, Supplier<List<LinkCandidate>> work) {
        return ranks.get(facts, f -> work.get());
    }
}
