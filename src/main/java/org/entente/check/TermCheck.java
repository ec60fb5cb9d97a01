package org.entente.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.Severity;
import org.entente.store.Graphs;
import org.entente.store.LoadedFile;
import org.entente.vocab.Ent;

/** Finds terms that the ontology does not declare and things that nothing describes: most often a slip of the pen. */
final class TermCheck {
    private TermCheck() {}

    static List<Finding> check(List<LoadedFile> files) {
        Set<String> terms = new HashSet<>();
        Set<String> things = new HashSet<>();
        for (LoadedFile file : files) {
            boolean declares =
                    file.graph().equals(Graphs.ONTOLOGY) || file.graph().equals(Graphs.VOCABULARY);
            for (LocatedTriple located : file.triples()) {
                Node subject = located.triple().getSubject();
                if (declares
                        && isIn(subject, Ent.NS)
                        && located.triple().getPredicate().equals(RDF.type.asNode())) {
                    terms.add(subject.getURI());
                }
                if (isIn(subject, Ent.ID)) {
                    things.add(subject.getURI());
                }
            }
        }
        if (terms.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (LoadedFile file : files) {
            for (LocatedTriple located : file.triples()) {
                Triple t = located.triple();
                for (Node node : List.of(t.getSubject(), t.getPredicate(), t.getObject())) {
                    if (isIn(node, Ent.NS) && !terms.contains(node.getURI())) {
                        findings.add(
                                unknown(file, located, node, "unknown-term", "is not a term of the ontology", terms));
                    } else if (node == t.getObject() && isIn(node, Ent.ID) && !things.contains(node.getURI())) {
                        findings.add(
                                unknown(file, located, node, "undescribed", "is not described in any file", things));
                    }
                }
            }
        }
        return findings;
    }

    private static Finding unknown(
            LoadedFile file, LocatedTriple at, Node node, String code, String problem, Collection<String> known) {
        String near = TermSuggestions.to(node.getURI(), known)
                .map(n -> "Did you mean " + TermSuggestions.compact(n) + "?")
                .orElse("Declare it, or use another term.");
        return new Finding(
                Severity.ERROR,
                file.name(),
                at.line(),
                at.column(),
                code,
                TermSuggestions.compact(node.getURI()) + " " + problem,
                near);
    }

    private static boolean isIn(Node node, String nameSpace) {
        return node.isURI() && node.getURI().startsWith(nameSpace);
    }
}
