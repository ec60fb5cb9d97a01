package org.entente.wikidata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.store.Progress;
import org.entente.store.Store;

/**
 * Fetches anew what the snapshot holds and what links of the collection name, except for what was fetched a short time ago. The server
 * is told what it answered last time, so that it need not send again what did not change.
 */
public final class SnapshotRefresh {
    /** Answers that are written together: what was fetched is kept even if the next request fails. */
    private static final int BATCH = 50;

    private final Store store;
    private final EntityDataClient client;
    private final SnapshotLoader loader;
    private final Clock clock;

    public SnapshotRefresh(Store store, EntityDataClient client, SnapshotLoader loader, Clock clock) {
        this.store = store;
        this.client = client;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * What a refresh did.
     *
     * @param asked items that were asked for
     * @param fresh items that were not asked for, because they were fetched a short time ago
     * @param added new ones
     * @param updated replaced by a newer revision
     * @param unchanged as they were
     * @param merged Qid to the one into which it was merged: their links want a review
     * @param problems what could not be had, one sentence each
     * @param remarks values that could not be kept, one sentence each
     */
    public record Report(
            int asked,
            int fresh,
            long added,
            long updated,
            long unchanged,
            Map<String, String> merged,
            List<String> problems,
            List<String> remarks) {}

    /** What is written in one go. */
    private static final class Batch {
        private final List<WikidataEntity> items = new ArrayList<>();
        private final Map<String, String> merged = new LinkedHashMap<>();
        private final Map<String, Fetch> fetched = new LinkedHashMap<>();
    }

    /**
     * Refreshes.
     *
     * @param qids what to ask for, however fresh it is; empty: everything that is linked or in the snapshot
     * @param maxAge what was fetched less than this ago is not asked for, unless it is named
     * @throws WikidataException if the host cannot be reached; what was fetched before is kept
     */
    public Report run(List<String> qids, Duration maxAge, Progress progress) throws InterruptedException {
        List<String> known = qids.isEmpty() ? known() : qids;
        Instant oldest = clock.instant().minus(maxAge);
        List<String> wanted =
                qids.isEmpty() ? known.stream().filter(q -> isOlder(q, oldest)).toList() : qids;
        long[] written = new long[3];
        Map<String, String> merged = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Batch batch = new Batch();
        int done = 0;
        try {
            for (String qid : wanted) {
                progress.at("Fetching", done++, wanted.size());
                EntityDataClient.Answer answer = client.get(qid, before(qid));
                if (!answer.problem().isEmpty()) {
                    problems.add(qid + ": " + answer.problem());
                    continue;
                }
                remarks.addAll(answer.remarks());
                batch.items.addAll(answer.item());
                answer.fetch().ifPresent(fetch -> batch.fetched.put(qid, fetch));
                written[2] += answer.unchanged() ? 1 : 0;
                if (!answer.answered().equals(qid)) {
                    batch.merged.put(qid, answer.answered());
                    answer.fetch().ifPresent(fetch -> batch.fetched.put(answer.answered(), fetch));
                }
                if (batch.fetched.size() >= BATCH) {
                    merged.putAll(batch.merged);
                    write(batch, written);
                }
            }
        } finally {
            merged.putAll(batch.merged);
            write(batch, written);
        }
        return new Report(
                wanted.size(),
                known.size() - wanted.size(),
                written[0],
                written[1],
                written[2],
                merged,
                problems,
                remarks);
    }

    private void write(Batch batch, long[] written) {
        if (!batch.fetched.isEmpty()) {
            long[] now = loader.put(
                    List.copyOf(batch.items),
                    Map.copyOf(batch.merged),
                    Map.copyOf(batch.fetched),
                    "Special:EntityData");
            for (int i = 0; i < written.length; i++) {
                written[i] += now[i];
            }
            batch.items.clear();
            batch.merged.clear();
            batch.fetched.clear();
        }
    }

    /** What to tell the server; nothing if the snapshot has lost the item. */
    private Optional<Fetch> before(String qid) {
        return store.read(dataset -> {
            Snapshot snapshot = Snapshot.in(dataset);
            return snapshot.entity(qid).isEmpty() ? Optional.empty() : snapshot.fetch(qid);
        });
    }

    private boolean isOlder(String qid, Instant oldest) {
        return before(qid).map(Fetch::at).filter(at -> at.isAfter(oldest)).isEmpty();
    }

    private List<String> known() {
        return store.read(dataset -> {
            TreeSet<String> qids = new TreeSet<>(Wanted.linked(dataset));
            qids.addAll(Snapshot.in(dataset).qids());
            return List.copyOf(qids);
        });
    }
}
