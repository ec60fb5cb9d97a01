package org.entente.vocab;

/**
 * IRIs of the Entente ontology, of the things it describes and of the graphs that hold them. A test holds the terms named here
 * equal to {@code ontology/}.
 */
public final class Ent {
    /** The base of everything this collection names. */
    public static final String BASE = "https://w3id.org/entente/";
    /** Name space of ontology terms and of the concepts of controlled lists. */
    public static final String NS = BASE + "ontology#";
    /** Name space of things: {@code ID + "person/albert-rau"}. */
    public static final String ID = BASE + "id/";
    /** Name space of named graphs. */
    public static final String GRAPH = BASE + "graph/";

    private Ent() {}

    /** The IRI of an ontology term or concept by its local name. */
    public static String term(String localName) {
        return NS + localName;
    }
}
