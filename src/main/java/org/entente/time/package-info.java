/**
 * Dates as sources give them: EDTF text (ISO 8601-2) to four bounds of day grain, and what is certain or only possible
 * when such spans are compared.
 *
 * <p>Pure: text in, values out; no clock, no time zone, no store. May use: {@code org.entente.vocab} and the JDK.
 */
@NullMarked
package org.entente.time;

import org.jspecify.annotations.NullMarked;
