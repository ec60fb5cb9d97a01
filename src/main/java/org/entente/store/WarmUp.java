package org.entente.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes something from the newest state in the background, before it is needed. */
final class WarmUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final String name;
    private final Runnable work;
    private final AtomicBoolean waiting = new AtomicBoolean();

    WarmUp(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        if (!waiting.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().daemon().name(name).start(() -> {
            // Later commits start another thread; the work below sees all earlier ones.
            waiting.set(false);
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.debug("{} was not built ahead of its first question", name, e);
            }
        });
    }
}
