/**
 * Runs queries against the store: limits, time-outs, cancellation, what a query must not do, calls of other services, rows that outlive
 * their transaction. Knows nothing of HTTP; a refusal is a {@link org.entente.execution.Problem}.
 */
@NullMarked
package org.entente.execution;

import org.jspecify.annotations.NullMarked;
