package org.entente.execution;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;

/** Asked now and then inside long work: throws when the work is no longer wanted. */
@FunctionalInterface
public interface CancellationCheck {
    /** Lets the work run to its end. */
    CancellationCheck NEVER = () -> {};

    /** @throws RuntimeException if the work should stop; {@link QueryCancelledException} for queries */
    void check();

    /** Stops when a query is cancelled or over its time. */
    static CancellationCheck on(AtomicBoolean cancelled) {
        return cancelled == null
                ? NEVER
                : () -> {
                    if (cancelled.get()) {
                        throw new QueryCancelledException();
                    }
                };
    }

    /** Stops at a moment of {@link System#nanoTime()}, as a query does that is over its time. */
    static CancellationCheck at(long nanoTime) {
        return () -> {
            Stoppable.check();
            if (System.nanoTime() - nanoTime > 0) {
                throw new QueryCancelledException();
            }
        };
    }
}
