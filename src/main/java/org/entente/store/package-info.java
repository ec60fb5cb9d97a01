/**
 * The dataset: TDB2 or memory behind transactions, its graphs, the loading of a collection, releases. Transactions stay in this
 * room. May use {@code rdf}, {@code time}, {@code names}, {@code vocab}.
 */
@NullMarked
package org.entente.store;

import org.jspecify.annotations.NullMarked;
