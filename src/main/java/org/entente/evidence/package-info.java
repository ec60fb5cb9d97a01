/**
 * What stands behind a statement: reports, documents, rules, decisions, contradictions.
 */
package org.entente.evidence;
