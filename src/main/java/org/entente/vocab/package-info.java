/** The terms of {@code ontology/}, the prefixes of the collection, what an IRI is. Uses nothing. */
@NullMarked
package org.entente.vocab;

import org.jspecify.annotations.NullMarked;
