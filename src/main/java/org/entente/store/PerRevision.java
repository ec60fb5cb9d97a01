package org.entente.store;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * A cache of values by revision, for a few revisions including the newest. The first thread that needs a value computes
 * it; other threads wait for it. Thread-safe.
 */
public final class PerRevision<T> {
    private static final int PATIENCE_MILLIS = 20;

    private final AsyncCache<Object, T> known;
    private volatile @Nullable Value<T> last;

    /** A value and the revision for which it was computed. */
    public record Value<T>(Object revision, T value) {}

    /** Keeps one revision. */
    public PerRevision() {
        this(1);
    }

    /** @param kept number of revisions to keep */
    public PerRevision(int kept) {
        known = Caffeine.newBuilder().maximumSize(kept).executor(Runnable::run).buildAsync();
    }

    /**
     * The value for a revision; it is computed if there is none.
     *
     * @param revision a number or name that stands for the state
     */
    public T get(Object revision, Supplier<T> compute) {
        return get(revision, () -> {}, compute);
    }

    /**
     * The value for a revision; it is computed if there is none.
     *
     * @param stop called from time to time while another thread computes the value; may throw to end the wait
     * @throws QueryCancelledException if the thread is interrupted while it waits
     */
    public T get(Object revision, Runnable stop, Supplier<T> compute) {
        while (true) {
            CompletableFuture<T> mine = new CompletableFuture<>();
            CompletableFuture<T> first = known.get(revision, (key, executor) -> mine);
            if (first == mine) {
                return computed(revision, mine, compute);
            }
            try {
                return awaited(first, stop);
            } catch (CancellationException e) {
                // The computing thread failed or was cancelled, which does not concern this one: try again.
            }
        }
    }

    /** The value that was computed last, for whatever revision; empty before the first. */
    public Optional<Value<T>> last() {
        return Optional.ofNullable(last);
    }

    private T computed(Object revision, CompletableFuture<T> mine, Supplier<T> compute) {
        try {
            T value = compute.get();
            last = new Value<>(revision, value);
            mine.complete(value);
            return value;
        } finally {
            if (!mine.isDone()) {
                known.asMap().remove(revision, mine);
                mine.cancel(false);
            }
        }
    }

    private static <T> T awaited(CompletableFuture<T> first, Runnable stop) {
        while (true) {
            try {
                return first.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                stop.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new QueryCancelledException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
