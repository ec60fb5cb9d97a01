/**
 * Derives the consolidated view from the reports: runs the rules in {@code queries/rules} inside the transaction that writes.
 */
@NullMarked
package org.entente.derive;

import org.jspecify.annotations.NullMarked;
