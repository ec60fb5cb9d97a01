package org.entente.encounter;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Where something is said.
 *
 * @param document the document
 * @param report the document's account
 * @param locators the paragraphs, such as P3
 * @param url the document's address
 */
public record Source(Named document, Node report, String locators, Optional<String> url) {}
