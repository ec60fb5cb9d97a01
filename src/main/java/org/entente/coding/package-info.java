/**
 * The same documents coded by two people: which of their reports and participations belong together, how far they agree, and what has to be
 * decided between them. Works on files, without a store.
 */
@NullMarked
package org.entente.coding;

import org.jspecify.annotations.NullMarked;
