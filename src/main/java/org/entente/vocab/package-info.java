/** The terms of {@code ontology/} and the name spaces of the collection. Uses nothing. */
package org.entente.vocab;
