/** The terms of {@code ontology/}, the prefixes of the collection, what an IRI is. Uses nothing. */
package org.entente.vocab;
