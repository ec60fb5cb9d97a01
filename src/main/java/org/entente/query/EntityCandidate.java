package org.entente.query;

/**
 * An entity that a name may mean.
 *
 * @param label its label, for readers
 * @param type IRI of its most specific class; empty if unknown
 */
public record EntityCandidate(String iri, String label, String type) {}
