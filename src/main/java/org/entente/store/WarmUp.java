package org.entente.store;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes something from the newest state in the background, so that it is there before its first question. */
final class WarmUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Store store;
    private final String name;
    private final Consumer<DatasetGraph> reader;
    private final AtomicBoolean waiting = new AtomicBoolean();

    WarmUp(Store store, String name, Consumer<DatasetGraph> reader) {
        this.store = store;
        this.name = name;
        this.reader = reader;
    }

    @Override
    public void run() {
        if (!waiting.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().daemon().name(name).start(() -> {
            // A commit from here on starts another thread; the transaction below sees all before.
            waiting.set(false);
            try {
                store.read(dataset -> {
                    reader.accept(dataset);
                    return null;
                });
            } catch (RuntimeException e) {
                LOG.debug("{} was not built ahead of its first question", name, e);
            }
        });
    }
}
