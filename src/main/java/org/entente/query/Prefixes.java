package org.entente.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prefixes of the collection: the ones that every canned query, page and answer uses. */
public final class Prefixes {
    /** Name space under which all things live. */
    public static final String ID = "https://w3id.org/entente/id/";
    /** Name space of the named graphs. */
    public static final String GRAPH = "https://w3id.org/entente/graph/";
    /** Name space of terms and concepts. */
    public static final String ENT = org.entente.vocab.Ent.NS;

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("ent", ENT);
        for (String kind : new String[] {
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
            "time",
            "node",
            "encounter",
            "conflict",
            "participation"
        }) {
            ALL.put(kind, ID + kind + "/");
        }
        ALL.put("graph", GRAPH);
        ALL.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        ALL.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        ALL.put("owl", "http://www.w3.org/2002/07/owl#");
        ALL.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        ALL.put("skos", "http://www.w3.org/2004/02/skos/core#");
        ALL.put("dcterms", "http://purl.org/dc/terms/");
        ALL.put("vann", "http://purl.org/vocab/vann/");
        ALL.put("prov", "http://www.w3.org/ns/prov#");
        ALL.put("foaf", "http://xmlns.com/foaf/0.1/");
        ALL.put("schema", "https://schema.org/");
        ALL.put("crm", "http://www.cidoc-crm.org/cidoc-crm/");
        ALL.put("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
        ALL.put("owltime", "http://www.w3.org/2006/time#");
        ALL.put("w3org", "http://www.w3.org/ns/org#");
        ALL.put("oa", "http://www.w3.org/ns/oa#");
        ALL.put("qb", "http://purl.org/linked-data/cube#");
        ALL.put("wd", "http://www.wikidata.org/entity/");
        ALL.put("wdt", "http://www.wikidata.org/prop/direct/");
    }

    private Prefixes() {}

    /** Prefix to name space, in the order in which they are best shown. */
    public static Map<String, String> all() {
        return Collections.unmodifiableMap(ALL);
    }

    /** The IRI of a CURIE such as {@code person:albert-rau}; empty if it has none of our prefixes. */
    public static Optional<String> expand(String curie) {
        int colon = curie.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALL.get(curie.substring(0, colon))).map(space -> space + curie.substring(colon + 1));
    }

    /** The CURIE of an IRI, or the IRI itself if no name space fits. The longest name space wins. */
    public static String compact(String iri) {
        return prefixOf(iri)
                .map(prefix -> prefix + ":" + iri.substring(ALL.get(prefix).length()))
                .orElse(iri);
    }

    /** The prefix whose name space begins the IRI and leaves something over. */
    public static Optional<String> prefixOf(String iri) {
        String best = null;
        for (Map.Entry<String, String> entry : ALL.entrySet()) {
            boolean fits = iri.length() > entry.getValue().length() && iri.startsWith(entry.getValue());
            if (fits
                    && (best == null
                            || entry.getValue().length() > ALL.get(best).length())) {
                best = entry.getKey();
            }
        }
        return Optional.ofNullable(best);
    }
}
