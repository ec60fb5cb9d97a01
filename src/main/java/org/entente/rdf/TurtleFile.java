package org.entente.rdf;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;

/**
 * What a Turtle file holds and what was found in it.
 *
 * @param name display name of the file
 * @param triples in the order of the file; those of statements with an error are left out; blank nodes belong to this
 *     reading of this file. Empty when the triples were streamed.
 * @param prefixes prefix (without colon) to IRI, as at the end of the file
 * @param findings in the order of the file
 */
public record TurtleFile(
        String name, List<LocatedTriple> triples, Map<String, String> prefixes, List<Finding> findings) {
    public TurtleFile {
        triples = List.copyOf(triples);
        prefixes = Map.copyOf(prefixes);
        findings = List.copyOf(findings);
    }

    /** Whether any finding forbids to load the file. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** The triples without their places. */
    public List<Triple> graph() {
        return triples.stream().map(LocatedTriple::triple).toList();
    }
}
