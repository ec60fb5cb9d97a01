/**
 * What stands behind a statement: reports, documents, rules, decisions, contradictions.
 */
@NullMarked
package org.entente.evidence;

import org.jspecify.annotations.NullMarked;
