/**
 * The command line: picocli commands, the assembly of the application and the mapping of exceptions to exit codes. May
 * use every package.
 */
package org.entente.cli;
