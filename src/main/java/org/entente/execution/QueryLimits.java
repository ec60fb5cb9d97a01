package org.entente.execution;

import java.time.Duration;

/**
 * How much one query, one client and all of them together may take.
 *
 * @param timeout longest time one query may run
 * @param rows most rows (SELECT) or solutions (CONSTRUCT, DESCRIBE) of one answer
 * @param concurrent how many queries run at a time
 * @param queued how many more may wait
 * @param perClient how many one client address may have running or waiting: at most half of what
 *     runs, three quarters of what waits, and this many together
 */
public record QueryLimits(Duration timeout, long rows, int concurrent, int queued, int perClient) {
    public QueryLimits {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The time limit of a query must be greater than zero.");
        }
        if (rows < 1 || concurrent < 1 || queued < 0 || perClient < 1) {
            throw new IllegalArgumentException(
                    "Limits for rows and queries must be at least 1, and for the queue at least 0.");
        }
    }

    /** 30 seconds, 100,000 rows, two queries for each processor at a time. */
    public static QueryLimits defaults() {
        return new QueryLimits(
                Duration.ofSeconds(30),
                100_000,
                Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
                100,
                64);
    }

    public QueryLimits withTimeoutAndRows(Duration newTimeout, long newRows) {
        return new QueryLimits(newTimeout, newRows, concurrent, queued, perClient);
    }
}
