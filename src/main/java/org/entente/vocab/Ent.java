package org.entente.vocab;

/** IRIs of the Entente ontology and of the name spaces that the collection uses. */
public final class Ent {
    /** Name space of ontology terms and concepts. */
    public static final String NS = "https://w3id.org/entente/ontology#";

    private Ent() {}
}
