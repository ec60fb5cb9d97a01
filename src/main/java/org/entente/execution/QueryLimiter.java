package org.entente.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a limited number of queries run at a time, a limited number wait, and turns the rest away. The queries run on threads of
 * their own with a deep stack: property paths such as {@code :p*} recurse once per step. A query that does not end although its
 * time is over, a stray, loses its place to another.
 */
public final class QueryLimiter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("entente.limiter");
    private static final long STACK_BYTES = 256L * 1024 * 1024;

    private final ThreadPoolExecutor threads;
    private final Places places;
    private final Duration limit;
    private final Duration patience;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, Task<?>> tasks = new ConcurrentSkipListMap<>();

    /** @param limit the time limit of one query; a request, which may ask several, is given up after more than twice of it */
    public QueryLimiter(int concurrent, int queued, int clientLimit, Duration limit) {
        this(concurrent, queued, clientLimit, limit, limit.multipliedBy(2).plusSeconds(5));
    }

    /** @param patience after how long a request is given up */
    QueryLimiter(int concurrent, int queued, int clientLimit, Duration limit, Duration patience) {
        this.places = new Places(concurrent, queued, clientLimit);
        this.limit = limit;
        this.patience = patience;
        AtomicInteger number = new AtomicInteger();
        // Places say how many run: never more than there are places, and as many strays.
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(null, task, "query-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
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
     * @param givenUp asked when the work does not end: whether nobody needs its answer any more; if not, it is waited for and
     *     this is asked again every second
     */
    public <T> T run(String client, Callable<T> work, BooleanSupplier givenUp) {
        Task<T> task = new Task<>(client, work);
        tasks.put(task.id, task);
        try {
            if (places.enter(task)) {
                start(task);
            }
        } catch (Problem turnedAway) {
            tasks.remove(task.id);
            throw turnedAway;
        }
        return await(task, givenUp);
    }

    /** What runs or waits now, the oldest first. */
    public List<RunningQuery> list() {
        return tasks.values().stream().map(Task::shown).toList();
    }

    /** @return whether there was such a query; one that runs ends as soon as it looks up from its work */
    public boolean stop(long id) {
        Task<?> task = tasks.get(id);
        if (task == null) {
            return false;
        }
        task.stop();
        return true;
    }

    private void start(Places.@Nullable Turn turn) {
        if (turn instanceof Task<?> task) {
            try {
                threads.execute(task);
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                // At the end of the program, or no thread can be had.
                task.end(null, Problem.busy());
            }
        }
    }

    /** Work that has a place or waits for one. */
    private final class Task<T> extends Places.Turn implements Runnable {
        private final Callable<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final long id = lastId.incrementAndGet();
        private final long entered = System.nanoTime();
        private final String text = Stoppable.text();
        private final Stoppable stoppable = new Stoppable();

        Task(String client, Callable<T> work) {
            super(client);
            this.work = work;
        }

        private RunningQuery shown() {
            long from = begun();
            return new RunningQuery(
                    id, client(), text, from != 0, Duration.ofNanos(System.nanoTime() - (from == 0 ? entered : from)));
        }

        private void stop() {
            stoppable.stop();
            if (begun() == 0) {
                QueryLimiter.this.start(places.giveUp(this));
                tasks.remove(id);
                result.completeExceptionally(Problem.stopped());
            }
        }

        @Override
        public void run() {
            stoppable.enter();
            try {
                end(work.call(), null);
            } catch (Throwable e) {
                end(null, e);
            }
        }

        /** The place is free before the answer is there, so that whoever gets it may come again at once. */
        private void end(@Nullable T answer, @Nullable Throwable failure) {
            Stoppable.leave();
            tasks.remove(id);
            start(places.leave(this));
            if (failure instanceof QueryCancelledException && stoppable.wasStopped()) {
                result.completeExceptionally(Problem.stopped());
            } else if (failure == null) {
                result.complete(answer);
            } else {
                result.completeExceptionally(failure);
            }
        }
    }

    private <T> T await(Task<T> task, BooleanSupplier givenUp) {
        long entered = System.nanoTime();
        try {
            while (true) {
                long begun = task.begun();
                try {
                    long passed = System.nanoTime() - (begun == 0 ? entered : begun);
                    return task.result.get(Math.max(0, patience.toNanos() - passed), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (begun == 0 && task.begun() != 0) {
                        // It got its place while it waited: its own time counts from then on.
                        continue;
                    }
                    if (givenUp.getAsBoolean()) {
                        // Not interrupted: that would close the files of the store under it.
                        giveUp(task);
                        throw begun == 0 ? Problem.busy() : Problem.timeout(limit);
                    }
                    return waited(task, givenUp);
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(task);
            throw Problem.busy();
        }
    }

    /** Its answer is still wanted: it is waited for, and asked about again now and then. */
    private <T> T waited(Task<T> task, BooleanSupplier givenUp) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return task.result.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (givenUp.getAsBoolean()) {
                    giveUp(task);
                    throw Problem.timeout(limit);
                }
            }
        }
    }

    private void giveUp(Task<?> turn) {
        start(places.giveUp(turn));
        if (turn.begun() == 0) {
            tasks.remove(turn.id);
            return;
        }
        LOG.warn(
                "A query of {} did not end {} s after it was sent. {} such queries are left, {} run, {} wait.",
                turn.client(),
                patience.toSeconds(),
                strays(),
                running(),
                waiting());
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return Problem.of(
                    400,
                    "too-deep",
                    "The query is nested too deeply",
                    "The query is nested too deeply, or one of its property paths is too long. Split it into smaller queries.");
        }
        return cause instanceof RuntimeException problem ? problem : new IllegalStateException(cause);
    }

    public int running() {
        return places.countRunning();
    }

    public int waiting() {
        return places.countWaiting();
    }

    /** Queries that went on although they were given up: they keep a thread, but no place. */
    public int strays() {
        return places.countStrays();
    }

    /** Whether so many queries went astray that their places cannot be given to others any more. */
    public boolean isExhausted() {
        return places.countStrays() >= places.most();
    }

    @Override
    public void close() {
        // Not interrupted: that would close the files of the store under a query.
        threads.shutdown();
        try {
            threads.awaitTermination(Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
