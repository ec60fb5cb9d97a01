package org.entente.execution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;

/**
 * Queries that a page is waiting for, by the name that the page gave them. The name is drawn at random in the browser: who knows
 * it may stop the query.
 */
public final class RunningQueries {
    private static final int LONGEST_NAME = 64;

    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    /**
     * A query that is about to wait for its turn.
     *
     * @param name null or blank for a query that nobody can stop
     * @throws Problem 400 if the name is not one, or is taken
     */
    public Run begin(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return new Run(null);
        }
        if (name.length() > LONGEST_NAME || !name.matches("[A-Za-z0-9-]+")) {
            throw Problem.badRequest(
                    "The name of a run can have at most " + LONGEST_NAME + " letters, digits and hyphens.");
        }
        Run run = new Run(name);
        if (runs.putIfAbsent(name, run) != null) {
            throw Problem.badRequest("A query with this name is already running. Give each run its own name.");
        }
        return run;
    }

    /** @return whether there was such a query; it ends as soon as it looks up from its work */
    public boolean stop(@Nullable String name) {
        Run run = name == null ? null : runs.get(name);
        if (run == null) {
            return false;
        }
        run.stop();
        return true;
    }

    /** One query, from the request to its answer. */
    public final class Run implements AutoCloseable {
        private final @Nullable String name;
        private @Nullable QueryExec execution;
        private boolean stopped;

        private Run(@Nullable String name) {
            this.name = name;
        }

        /** The query has got its turn; one that was stopped while it waited ends at once. */
        public synchronized void started(QueryExec started) {
            execution = started;
            if (stopped) {
                started.abort();
            }
        }

        /** Ends it as soon as it looks up from its work. */
        public synchronized void stop() {
            stopped = true;
            if (execution != null) {
                execution.abort();
            }
        }

        public synchronized boolean wasStopped() {
            return stopped;
        }

        @Override
        public void close() {
            synchronized (this) {
                execution = null;
            }
            if (name != null) {
                runs.remove(name, this);
            }
        }
    }
}
