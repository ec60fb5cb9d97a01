package org.entente.names;

/**
 * One name of one entity.
 *
 * @param entity IRI of the entity
 * @param text the name as it is written
 * @param language BCP 47 tag, empty if not known
 * @param preferred whether it is the display label of that language
 */
public record NameRow(String entity, String text, String language, boolean preferred) {}
