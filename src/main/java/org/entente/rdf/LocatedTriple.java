package org.entente.rdf;

import org.apache.jena.graph.Triple;

/**
 * A triple with the position of its object in the file.
 *
 * @param line 1-based line of its object; 0 if it is in no file
 * @param column 1-based column of its object, in UTF-16 units; 0 if it is in no file
 */
public record LocatedTriple(Triple triple, int line, int column) {}
