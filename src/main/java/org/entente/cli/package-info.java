/**
 * The command line: picocli commands, the assembly of the application and the mapping of exceptions to exit codes. May
 * use every package.
 */
@NullMarked
package org.entente.cli;

import org.jspecify.annotations.NullMarked;
