/** The command line: picocli commands, the assembly of the rooms, one table from exceptions to exit codes. May use every room. */
@NullMarked
package org.entente.cli;

import org.jspecify.annotations.NullMarked;
