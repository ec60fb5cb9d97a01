package org.entente.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The prefixes of the collection, and IRIs in short: {@code person:albert-rau}, a CURIE. */
public final class Prefixes {
    private static final Map<String, String> ALL = Collections.unmodifiableMap(prefixes(Ent.ID));

    private Prefixes() {}

    /** Prefix to name space: ours first, then the standards that the collection uses, in a stable order. Cannot be changed. */
    public static Map<String, String> all() {
        return ALL;
    }

    /** The same for a collection that names its things in a name space of its own: {@code person:} is {@code space + "person/"}. */
    public static Map<String, String> in(String space) {
        return space.equals(Ent.ID) ? ALL : Collections.unmodifiableMap(prefixes(space));
    }

    /** The prefixes that a file of a collection need not declare: those {@link #in} its name space, and those of {@code collection.ttl}. */
    public static Map<String, String> inFiles(String space) {
        Map<String, String> all = new LinkedHashMap<>(in(space));
        all.put("dcat", "http://www.w3.org/ns/dcat#");
        all.put("void", "http://rdfs.org/ns/void#");
        return Collections.unmodifiableMap(all);
    }

    /** The IRI of a CURIE such as {@code person:albert-rau}; empty if it has none of our prefixes. */
    public static Optional<String> expand(String curie) {
        int colon = curie.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALL.get(curie.substring(0, colon))).map(space -> space + curie.substring(colon + 1));
    }

    /** The CURIE of an IRI, or the IRI itself if it has none. Things of any collection have the prefix of their kind. */
    public static String compact(String iri) {
        return curie(IdSpaces.isThing(iri) ? Ent.ID + IdSpaces.local(iri) : iri).orElse(iri);
    }

    /** The CURIE of an IRI; empty if it begins with no name space of ours or of the standards, or is one. */
    public static Optional<String> curie(String iri) {
        return longest(iri, ALL, Prefixes::leavesSomething).map(best -> best.compact(iri));
    }

    /** The prefix whose name space begins the IRI and leaves something over; of several the one with the longest. */
    public static Optional<String> prefixOf(String iri) {
        return longest(iri, ALL, Prefixes::leavesSomething).map(Prefix::name);
    }

    /** A prefix and its name space. */
    public record Prefix(String name, String space) {
        /** The CURIE of an IRI that begins with the name space. */
        public String compact(String iri) {
            return name + ":" + iri.substring(space.length());
        }
    }

    /**
     * The prefix with the longest name space that begins the IRI.
     *
     * @param prefixes prefix to name space; where two have the same name space, the first is taken
     * @param local whether what is left of the IRI may stand behind the prefix
     */
    public static Optional<Prefix> longest(String iri, Map<String, String> prefixes, Predicate<String> local) {
        Prefix best = null;
        for (Map.Entry<String, String> entry : prefixes.entrySet()) {
            String space = entry.getValue();
            if (!space.isEmpty()
                    && iri.startsWith(space)
                    && (best == null || space.length() > best.space().length())
                    && local.test(iri.substring(space.length()))) {
                best = new Prefix(entry.getKey(), space);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean leavesSomething(String local) {
        return !local.isEmpty();
    }

    private static Map<String, String> prefixes(String space) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("ent", Ent.NS);
        for (String kind : Ent.kinds()) {
            prefixes.put(kind, space + kind + "/");
        }
        prefixes.put("graph", Ent.GRAPH);
        prefixes.put("source", Ent.GRAPH + "source/");
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
