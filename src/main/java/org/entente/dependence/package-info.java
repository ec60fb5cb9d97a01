/**
 * Which sources may repeat each other. Compares documents that report the same event, across languages: who takes part, figures, the
 * order of statements, printed names, publishers, and word runs where the texts are at hand. It only proposes; that a text derives
 * from another is decided by a curator, with reasons, in {@code data/decisions/derivations.ttl}.
 */
@NullMarked
package org.entente.dependence;

import org.jspecify.annotations.NullMarked;
