/**
 * A snapshot of Wikidata that works without the network: entities in Wikibase JSON, one a line, go to a graph of their own in the
 * form of Wikidata's own RDF ({@code wd:}, {@code wdt:}, {@code p:}, {@code ps:}, {@code pq:}), so that a query against the snapshot
 * is the query that one would send to Wikidata. May use {@code store}, {@code rdf}, {@code names}, {@code vocab}.
 */
@NullMarked
package org.entente.wikidata;

import org.jspecify.annotations.NullMarked;
