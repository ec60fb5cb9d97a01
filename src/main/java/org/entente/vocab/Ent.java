package org.entente.vocab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Prefix to name space: ours first, then the standards that the collection uses, in a stable order. */
    public static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("ent", NS);
        for (String kind : KINDS) {
            prefixes.put(kind, ID + kind + "/");
        }
        prefixes.put("graph", GRAPH);
        prefixes.put("source", GRAPH + "source/");
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("dcterms", "http://purl.org/dc/terms/");
        prefixes.put("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        prefixes.put("vann", "http://purl.org/vocab/vann/");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("schema", "http://schema.org/");
        prefixes.put("crm", "http://www.cidoc-crm.org/cidoc-crm/");
        prefixes.put("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
        prefixes.put("owltime", "http://www.w3.org/2006/time#");
        prefixes.put("w3org", "http://www.w3.org/ns/org#");
        prefixes.put("oa", "http://www.w3.org/ns/oa#");
        prefixes.put("qb", "http://purl.org/linked-data/cube#");
        prefixes.put("wd", "http://www.wikidata.org/entity/");
        prefixes.put("wdt", "http://www.wikidata.org/prop/direct/");
        return prefixes;
    }
}
