/**
 * Everything between two sides: rows by category, mentions, what was searched, a conclusion in a sentence.
 */
@NullMarked
package org.entente.dossier;

import org.jspecify.annotations.NullMarked;
