/**
 * Links from our entities to items of Wikidata: ranked candidates with reasons, decisions in a log to which entries are only added,
 * and what accepted links give away: mappings, statements that Wikidata lacks. Nothing is accepted but by a person, or by a rule
 * whose precision was measured and is named in the entry. May use {@code reconcile.wikidata}, {@code store}, {@code rdf},
 * {@code names}, {@code vocab}.
 */
@NullMarked
package org.entente.link;

import org.jspecify.annotations.NullMarked;
