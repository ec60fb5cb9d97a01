/** The page {@code /sheet}: a source is taken home as a table, comes back, and is compared with its file statement by statement. */
@NullMarked
package org.entente.web.sheet;

import org.jspecify.annotations.NullMarked;
