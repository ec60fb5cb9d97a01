package org.entente.vocab;

import java.util.List;

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

    /** Kinds of things, each of which has its own prefix: {@code person:albert-rau} is {@code ID + "person/albert-rau"}. */
    private static final List<String> KINDS = List.of(
            "person",
            "state",
            "region",
            "org",
            "delegation",
            "post",
            "place",
            "event",
            "series",
            "tenure",
            "agreement",
            "batch",
            "project",
            "funding",
            "doc",
            "decision",
            "link",
            "time",
            "node",
            "encounter",
            "conflict",
            "participation",
            "hint",
            "name",
            "release");

    private Ent() {}

    /** The kinds of things, as their IRIs and prefixes name them. */
    public static List<String> kinds() {
        return KINDS;
    }

    /** The IRI of an ontology term or concept by its local name. */
    public static String term(String localName) {
        return NS + localName;
    }

    /** The local name of an ontology term that is given by its IRI or as {@code ent:Person}; other texts as they are. */
    public static String localName(String id) {
        String text = id.strip();
        if (text.startsWith(NS)) {
            return text.substring(NS.length());
        }
        return text.startsWith("ent:") ? text.substring("ent:".length()) : text;
    }
}
