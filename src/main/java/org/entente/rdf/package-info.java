/**
 * Turtle in and out: reading with the place of every triple and every finding (not only the first), a second parser that
 * must agree, stable names for blank nodes, canonical writing.
 *
 * <p>Pure: text or a file in, values out; no store, no network. May use: {@code org.entente.vocab}, the JDK, Jena's RDF
 * core and RIOT, and RDF4J Rio. This is the only room that sees RDF4J; no RDF4J type leaves it.
 */
@NullMarked
package org.entente.rdf;

import org.jspecify.annotations.NullMarked;
