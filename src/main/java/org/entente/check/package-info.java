/**
 * Judges files and the whole before a commit: terms, references, shapes, checks. One report of findings, each with file, line and
 * advice. May use {@code execution}, {@code sparql}, {@code store}, {@code rdf}, {@code vocab}.
 */
@NullMarked
package org.entente.check;

import org.jspecify.annotations.NullMarked;
