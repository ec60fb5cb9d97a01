package org.entente.web.ontology;

import java.util.Locale;

/** A part of the ontology that has an address and versions of its own. */
enum OntologyModule {
    ONTOLOGY("entente.ttl"),
    VOCABULARY("vocabulary.ttl"),
    FUNCTIONS("functions.ttl"),
    ALIGNMENTS("alignments"),
    SHAPES("shapes");

    private final String place;

    OntologyModule(String place) {
        this.place = place;
    }

    /** The file or folder with its statements, below the folder of the ontology. */
    String place() {
        return place;
    }

    /** The address on this server; behind the base of our IRIs it is also the name of the module. */
    String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }
}
