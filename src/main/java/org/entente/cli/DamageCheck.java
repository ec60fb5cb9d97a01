package org.entente.cli;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.entente.store.Store;

/** Reads a store through while it is served, and says if its files are damaged: otherwise nobody would know until a page needs them. */
final class DamageCheck implements AutoCloseable {
    private final Thread thread;
    private volatile boolean stopped;

    DamageCheck(Store store, Console console) {
        thread = Thread.ofPlatform()
                .daemon()
                .name("damage-check")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> {
                    try {
                        List<String> damage = store.damage((step, done, total) -> {
                            if (stopped) {
                                throw new CancellationException();
                            }
                        });
                        if (!damage.isEmpty()) {
                            damage.forEach(console::warn);
                            console.say(
                                    "The store is damaged, see above. What can be read is served. Stop the server, then restore a backup"
                                            + " (entente restore latest --replace), or move the store away and load the collection again.");
                        }
                    } catch (CancellationException e) {
                        // The server is being stopped.
                    }
                });
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
