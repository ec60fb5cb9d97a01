/**
 * Everything between two sides: rows by category, mentions, what was searched, a conclusion in a sentence.
 */
package org.entente.dossier;
