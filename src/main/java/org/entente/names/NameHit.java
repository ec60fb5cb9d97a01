package org.entente.names;

/**
 * An entity that a name may mean.
 *
 * @param name the name of the entity that came closest
 * @param score how close, from 0 to 1
 * @param level how it was found; {@link NameMatches.Level#NONE} stands for similarity
 */
public record NameHit(NameRow name, double score, NameMatches.Level level) {}
