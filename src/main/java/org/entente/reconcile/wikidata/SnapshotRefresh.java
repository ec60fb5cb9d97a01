package org.entente.reconcile.wikidata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.entente.store.Progress;
import org.entente.store.Store;

/** Fetches anew what the snapshot holds and what links of the collection name. */
public final class SnapshotRefresh {
    /** Items that are written together: what was fetched is kept even if the next request fails. */
    private static final int BATCH = 50;

    private final Store store;
    private final EntityDataClient client;
    private final SnapshotLoader loader;

    public SnapshotRefresh(Store store, EntityDataClient client, SnapshotLoader loader) {
        this.store = store;
        this.client = client;
        this.loader = loader;
    }

    /**
     * What a refresh did.
     *
     * @param asked items that were asked for
     * @param added new ones
     * @param updated replaced by a newer revision
     * @param unchanged as they were
     * @param merged Qid to the one into which it was merged: their links want a review
     * @param problems what could not be had, one sentence each
     */
    public record Report(
            int asked, long added, long updated, long unchanged, Map<String, String> merged, List<String> problems) {}

    /**
     * Refreshes.
     *
     * @param qids what to ask for; empty: everything that is linked or in the snapshot
     * @throws WikidataException if the host cannot be reached; what was fetched before is kept
     */
    public Report run(List<String> qids, Progress progress) throws InterruptedException {
        List<String> wanted = qids.isEmpty() ? known() : qids;
        long[] written = new long[3];
        Map<String, String> merged = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        List<WikidataEntity> batch = new ArrayList<>();
        Map<String, String> mergedNow = new LinkedHashMap<>();
        int done = 0;
        try {
            for (String qid : wanted) {
                progress.at("Fetching", done++, wanted.size());
                EntityDataClient.Answer answer = client.get(qid);
                if (!answer.problem().isEmpty()) {
                    problems.add(qid + ": " + answer.problem());
                    continue;
                }
                batch.addAll(answer.item());
                if (!answer.answered().equals(qid)) {
                    mergedNow.put(qid, answer.answered());
                }
                if (batch.size() >= BATCH) {
                    write(batch, mergedNow, written);
                    merged.putAll(mergedNow);
                    mergedNow.clear();
                }
            }
        } finally {
            write(batch, mergedNow, written);
            merged.putAll(mergedNow);
        }
        return new Report(wanted.size(), written[0], written[1], written[2], merged, problems);
    }

    private void write(List<WikidataEntity> batch, Map<String, String> merged, long[] written) {
        if (!batch.isEmpty()) {
            long[] now = loader.put(List.copyOf(batch), Map.copyOf(merged), "Special:EntityData");
            for (int i = 0; i < written.length; i++) {
                written[i] += now[i];
            }
            batch.clear();
        }
    }

    private List<String> known() {
        return store.read(dataset -> {
            TreeSet<String> qids = new TreeSet<>(Wanted.linked(dataset));
            qids.addAll(Snapshot.in(dataset).qids());
            return List.copyOf(qids);
        });
    }
}
