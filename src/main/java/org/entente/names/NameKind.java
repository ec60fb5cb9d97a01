package org.entente.names;

/** How much of a name may stand for the whole of it. */
public enum NameKind {
    /** Of a person: the surname will do. */
    PERSON,
    /** A title, of a document or an event: its telling words will do. */
    TITLE,
    /** Of a body, an office, a place: Saxony is not Saxony-Anhalt, and a ministry not its department. */
    WHOLE
}
