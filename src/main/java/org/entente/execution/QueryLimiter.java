package org.entente.execution;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets a limited number of queries run at a time, a limited number wait, and turns the rest away. The queries run on threads of
 * their own with a deep stack: property paths such as {@code :p*} recurse once per step.
 */
public final class QueryLimiter implements AutoCloseable {
    private static final long STACK_BYTES = 256L * 1024 * 1024;

    private final ThreadPoolExecutor threads;
    private final Map<String, AtomicInteger> perClient = new ConcurrentHashMap<>();
    private final int clientLimit;
    private final Duration limit;
    private final Duration patience;

    /** @param limit the time limit of one query; a request, which may ask several, is given up after more than twice of it */
    public QueryLimiter(int concurrent, int queued, int clientLimit, Duration limit) {
        this(concurrent, queued, clientLimit, limit, limit.multipliedBy(2).plusSeconds(5));
    }

    /** @param patience after how long a request is given up */
    QueryLimiter(int concurrent, int queued, int clientLimit, Duration limit, Duration patience) {
        this.clientLimit = clientLimit;
        this.limit = limit;
        this.patience = patience;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                concurrent,
                concurrent,
                30,
                TimeUnit.SECONDS,
                queued == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(queued),
                task -> {
                    Thread thread = new Thread(null, task, "query-" + number.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the work and waits for it.
     *
     * @param client address of the client, for its own limit
     * @throws Problem 503 when too many wait or the work does not end although its time is over, 429 when this client has too many,
     *     400 when the query nests too deeply
     */
    public <T> T run(String client, Callable<T> work) {
        return run(client, work, () -> true);
    }

    /**
     * As above.
     *
     * @param givenUp asked when the work does not end: whether nobody needs its answer any more; if not, it is waited for
     */
    public <T> T run(String client, Callable<T> work, BooleanSupplier givenUp) {
        AtomicInteger mine = perClient.compute(client, (address, count) -> {
            AtomicInteger counter = count == null ? new AtomicInteger() : count;
            counter.incrementAndGet();
            return counter;
        });
        try {
            if (mine.get() > clientLimit) {
                throw Problem.tooMany(clientLimit);
            }
            return await(threads.submit(work), givenUp);
        } catch (RejectedExecutionException e) {
            throw Problem.busy();
        } finally {
            perClient.computeIfPresent(client, (address, count) -> count.decrementAndGet() <= 0 ? null : count);
        }
    }

    private <T> T await(Future<T> result, BooleanSupplier givenUp) {
        try {
            try {
                return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (givenUp.getAsBoolean()) {
                    // Not interrupted: that would close the files of the store under it.
                    result.cancel(false);
                    throw Problem.timeout(limit.toSeconds());
                }
                return result.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError) {
                throw Problem.of(
                        400,
                        "too-deep",
                        "The query is nested too deeply",
                        "The query is nested too deeply, or one of its property paths is too long. Split it into smaller queries.");
            }
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(true);
            throw Problem.busy();
        }
    }

    public int running() {
        return threads.getActiveCount();
    }

    public int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
