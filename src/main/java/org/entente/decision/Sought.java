package org.entente.decision;

/**
 * What somebody wants to decide.
 *
 * @param about IRI of the thing
 * @param other IRI of the second thing where it takes two; "" for none
 * @param value a new value, as it was typed; "" for none
 * @param thing IRI of the thing or term that the value may name; "" for none
 * @param entry an entry to be made, in place of the second thing
 */
public record Sought(String about, String other, String value, String thing, NewEntry entry) {}
