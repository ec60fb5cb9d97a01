/**
 * What an operator does with a store that is serving: backups and the way back, compaction, tasks with their progress. May use
 * {@code rdf}, {@code store} and {@code text}.
 */
@NullMarked
package org.entente.operation;

import org.jspecify.annotations.NullMarked;
