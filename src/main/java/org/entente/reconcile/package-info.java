/**
 * From a name, and what else is known, to ranked candidates; and from our entities to those of Wikidata, with reviewable
 * evidence. May use {@code store}, {@code rdf}, {@code time}, {@code names}, {@code vocab}.
 */
package org.entente.reconcile;
