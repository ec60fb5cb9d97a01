/** What a new collection and a new entry look like in Turtle: the files of {@code entente init}, the lines of {@code entente new}. */
@NullMarked
package org.entente.draft;

import org.jspecify.annotations.NullMarked;
