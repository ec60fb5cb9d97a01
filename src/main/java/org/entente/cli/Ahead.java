package org.entente.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A value that is computed in a thread of its own while the start goes on, and waited for where it is needed. */
final class Ahead<T> {
    private final CompletableFuture<T> value = new CompletableFuture<>();

    private Ahead() {}

    /** Begins to compute at once. */
    static <T> Ahead<T> of(String thread, Supplier<T> work) {
        Ahead<T> ahead = new Ahead<>();
        Thread.ofPlatform().daemon().name(thread).start(() -> {
            try {
                ahead.value.complete(work.get());
            } catch (Throwable e) {
                ahead.value.completeExceptionally(e);
            }
        });
        return ahead;
    }

    /**
     * The value, once it is there.
     *
     * @throws RuntimeException what the computation threw
     */
    T get() {
        try {
            return value.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
