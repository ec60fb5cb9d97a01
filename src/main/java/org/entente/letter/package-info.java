/**
 * Letters that ask a public body for what no source tells. Which law gives the right to ask stands in {@code letter/laws.json}, by ISO 3166
 * codes and with a source for each; the texts stand beside it, in the language of the country. Uses {@code text}.
 */
@NullMarked
package org.entente.letter;

import org.jspecify.annotations.NullMarked;
