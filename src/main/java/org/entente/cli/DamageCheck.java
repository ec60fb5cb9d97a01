package org.entente.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.store.Store;

/** Reads a store through while it is served, and says if its files are damaged: otherwise nobody would know until a page needs them. */
final class DamageCheck implements AutoCloseable {
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Begins after a while, so that the first answers need not share the processor with it. */
    DamageCheck(Store store, Duration after, Console console) {
        thread = Thread.ofPlatform()
                .daemon()
                .name("damage-check")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> {
                    try {
                        if (stop.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                            return;
                        }
                        List<String> damage = store.damage((step, done, total) -> {
                            if (stop.getCount() == 0) {
                                throw new CancellationException();
                            }
                        });
                        if (!damage.isEmpty()) {
                            damage.forEach(console::warn);
                            console.say(
                                    "The store is damaged, see above. What can be read is served. Stop the server, then restore a backup"
                                            + " (entente restore latest --replace), or move the store away and load the collection again.");
                        }
                    } catch (CancellationException | InterruptedException e) {
                        // The server is being stopped.
                    }
                });
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
