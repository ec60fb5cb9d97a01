package org.entente.encounter;

import org.apache.jena.graph.Node;

/**
 * Something with the label to show for it.
 *
 * @param label in the reader's language if there is one, else English, else any, else the end of the IRI
 */
public record Named(Node node, String label) {}
