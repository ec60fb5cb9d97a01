package org.entente.ontology;

import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;

/** Writes statements of RDF4J so that Jena can read them, without a writer that could hide a difference. */
final class NTriples {
    private NTriples() {}

    static String line(Statement statement) {
        return term(statement.getSubject()) + " " + term(statement.getPredicate()) + " " + term(statement.getObject())
                + " .\n";
    }

    private static String term(Value value) {
        return switch (value) {
            case BNode blank -> "_:b" + blank.getID().replaceAll("[^A-Za-z0-9]", "");
            case IRI iri -> "<" + iri.stringValue() + ">";
            case Literal literal -> literal(literal);
            default -> throw new IllegalArgumentException("no RDF 1.1 term: " + value);
        };
    }

    private static String literal(Literal literal) {
        String quoted = "\""
                + literal.getLabel()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "\"";
        return literal.getLanguage()
                .map(language -> quoted + "@" + language)
                .orElseGet(() -> quoted + "^^<" + literal.getDatatype().stringValue() + ">");
    }
}
