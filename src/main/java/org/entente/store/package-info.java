/**
 * The dataset in TDB2 or memory, its graphs, the loading of collections, and releases. Transactions stay inside this
 * package. May use {@code packing}, {@code rdf}, {@code time}, {@code names}, {@code vocab}.
 */
@NullMarked
package org.entente.store;

import org.jspecify.annotations.NullMarked;
