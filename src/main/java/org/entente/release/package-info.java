/**
 * Releases: states of the collection that are kept, each in a folder that can be read and checked without Entente.
 *
 * <p>A folder {@code <id>} holds {@code statements.nq.gz} (all statements, derived ones included, as sorted N-Quads), the canned
 * {@code queries} and the {@code rules} that belong to it, {@code manifest.json} (from which files, by which program, when, by whom,
 * what each canned query answered), and {@code SHA256SUMS}. It appears as a whole or not at all, and never changes.
 *
 * <p>{@link org.entente.release.Releases} is the shelf. From a folder follow: the state itself, as a store in memory
 * ({@link org.entente.release.KeptState}); the proof that it still gives the same ({@link org.entente.release.Verification}); what
 * differs between two, per statement and per answer ({@link org.entente.release.ReleaseComparison}); when each statement about a thing
 * entered ({@link org.entente.release.History}). {@link org.entente.release.Citations} are the questions that were cited.
 */
@NullMarked
package org.entente.release;

import org.jspecify.annotations.NullMarked;
