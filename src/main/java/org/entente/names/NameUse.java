package org.entente.names;

/** In what standing a name is used. */
public enum NameUse {
    /** Shown first in its language. */
    PREFERRED,
    /** Correct, but not shown first. */
    OTHER,
    /** Wrong, kept so that it is found. */
    MISSPELT,
    /** As a document prints it. */
    PRINTED,
    /** Title of a document. */
    TITLE,
    /** Another collection calls it so; this one has not taken the name over. */
    SUGGESTED
}
