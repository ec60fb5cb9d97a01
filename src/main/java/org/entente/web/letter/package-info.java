/**
 * {@code /request}: a letter that asks a public body for what no source tells. The gap is a row of a query that lists such gaps; letter and
 * law come from the room {@code letter}.
 */
@NullMarked
package org.entente.web.letter;

import org.jspecify.annotations.NullMarked;
