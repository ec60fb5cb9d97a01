package org.entente.rdf;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;

/**
 * The content of a Turtle file with its findings.
 *
 * @param name display name of the file
 * @param triples in the order of the file, without those of broken statements; blank nodes are local to this result.
 *     Empty if the triples were streamed.
 * @param prefixes prefix without colon to IRI, as at the end of the file
 * @param findings in the order of the file
 */
public record TurtleFile(
        String name, List<LocatedTriple> triples, Map<String, String> prefixes, List<Finding> findings) {
    public TurtleFile {
        triples = List.copyOf(triples);
        prefixes = Map.copyOf(prefixes);
        findings = List.copyOf(findings);
    }

    /** Whether there are errors, so that the file must not be loaded. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** The triples without their positions. */
    public List<Triple> graph() {
        return triples.stream().map(LocatedTriple::triple).toList();
    }
}
