package org.entente.rdf;

import org.apache.jena.graph.Triple;

/**
 * A triple and where it stands in its file: where its object begins.
 *
 * @param triple the triple
 * @param line 1-based line of its object; 0 if it stands in no file
 * @param column 1-based column of its object, in UTF-16 units; 0 if it stands in no file
 */
public record LocatedTriple(Triple triple, int line, int column) {}
