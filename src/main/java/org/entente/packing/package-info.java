/**
 * Writes the files of a whole TDB2 database at once, from statements in numbers: each term is stored once, and each index is packed from
 * its sorted statements, where TDB2 by itself would look for the place of each. Uses nothing else of the program.
 */
@NullMarked
package org.entente.packing;

import org.jspecify.annotations.NullMarked;
