package org.entente.rdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What an author may have meant by a prefix that is not declared. */
final class PrefixSuggestions {
    private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("vann", "http://purl.org/vocab/vann/"));

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private PrefixSuggestions() {}

    static String advice(String prefix, Map<String, String> declared) {
        if (WELL_KNOWN.containsKey(prefix)) {
            return "add @prefix " + prefix + ": <" + WELL_KNOWN.get(prefix) + "> .";
        }
        List<String> near = new ArrayList<>();
        for (String other : new TreeSet<>(declared.keySet())) {
            if (sorted(prefix).equals(sorted(other))
                    || EDITS.apply(prefix, other) <= Math.max(1, Math.min(2, prefix.length() / 2))) {
                near.add(other + ":");
            }
        }
        return near.isEmpty()
                ? "declare it with @prefix " + prefix + ": <…> ."
                : "did you mean " + String.join(" or ", near) + "? Otherwise declare it with @prefix";
    }

    private static String sorted(String text) {
        char[] letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }
}
