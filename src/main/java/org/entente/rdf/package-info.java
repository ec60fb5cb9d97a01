/**
 * Turtle: reading with positions and all findings, a second parser that must agree, stable names for blank nodes,
 * canonical writing.
 *
 * <p>Works on texts and files only; no store, no network. May use: {@code org.entente.vocab}, the JDK, Jena's RDF core
 * and RIOT, and RDF4J Rio. Only this package uses RDF4J, and no RDF4J type leaves it.
 */
@NullMarked
package org.entente.rdf;

import org.jspecify.annotations.NullMarked;
