package org.entente.web.release;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.release.Releases;
import org.entente.store.Store;
import org.entente.web.http.BuildInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps states in the background because somebody cited them: each once, and no more of them than the shelf has room for. */
final class CitedStates {
    private static final Logger LOG = LoggerFactory.getLogger(CitedStates.class);
    /** States that are written at the same time; they wait for each other, but each holds what it will write. */
    private static final int AT_ONCE = 3;

    private static final long SECONDS = 5;

    private final Store store;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    CitedStates(Store store) {
        this.store = store;
    }

    /** Begins to keep a state; returns when later writes cannot take it away any more, or it is plain that it cannot be kept. */
    void keep(Releases releases, String id) {
        if (releases.find(id).isPresent()
                || !releases.hasRoomForCited()
                || underWay.size() >= AT_ONCE
                || !underWay.add(id)) {
            return;
        }
        CountDownLatch held = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("keep-cited-" + id).start(() -> {
            try {
                releases.keepCited(store, id, BuildInfo.version(), held::countDown);
            } catch (RuntimeException e) {
                LOG.warn("State {} was cited, but could not be kept", id, e);
            } finally {
                underWay.remove(id);
                held.countDown();
            }
        });
        try {
            held.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a state is being written just now. */
    boolean isUnderWay(String id) {
        return underWay.contains(id);
    }
}
