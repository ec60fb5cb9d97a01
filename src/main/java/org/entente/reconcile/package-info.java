/**
 * From a name, and what else is known, to ranked candidates; and from our entities to those of Wikidata, with reviewable
 * evidence. May use {@code store}, {@code rdf}, {@code time}, {@code names}, {@code vocab}.
 *
 * <p>A {@link org.entente.reconcile.ReconciliationQuery} is a name with constraints. {@link org.entente.reconcile.Matcher} takes the entities
 * with similar names, and those with an identifier that was given, from a {@link org.entente.reconcile.CollectionState}: one committed state,
 * names and graph of the same revision. What was asked for becomes a {@link org.entente.reconcile.Feature} of each candidate: the name,
 * the type, and one for every property. A value of 1 agrees, 0 contradicts, 0.5 means that the collection does not know.
 *
 * <p><b>The score</b> is the weighted mean of the features, and nothing else:
 * {@code score = 100 * sum(weight * value) / sum(weight)}. The weights are those of {@link org.entente.reconcile.Weights} and
 * {@link org.entente.reconcile.EntityProperty}: name 60, identifiers 60, birth date 40, office at a date 30, type 25, office, holder,
 * other name and title beside the name 20, country, organization, place, event and persons named together 15, date and source 10.
 *
 * <p><b>A match</b> has at least 70 points and is at least 10 ahead of the next candidate; no type, country, birth date, office at the
 * date or identifier contradicts it; and something beside the name confirms it: an identifier, the birth date or the office at the date
 * with a name of 0.75 or more, two other features with a name of 0.75 or more, or one other feature with a whole name of two words or
 * more and of 0.9 or more. Otherwise the service abstains: it lists candidates and leaves the choice to the reader. A name alone is
 * never a match.
 *
 * <p>Tables ({@link org.entente.reconcile.CsvReconciler}) are written again as they came, with new columns behind the old ones.
 */
@NullMarked
package org.entente.reconcile;

import org.jspecify.annotations.NullMarked;
