package org.entente.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Somebody writes an IRI or a language with characters that none has. Other programs could not read what this one gives out. */
public final class BadIriException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]+(?:-[A-Za-z0-9]+)*");

    private BadIriException(String message) {
        super(message);
    }

    private static BadIriException iri(String iri) {
        return new BadIriException("<"
                + FORBIDDEN
                        .matcher(iri)
                        .replaceAll(bad -> "[" + Character.getName(bad.group().charAt(0)) + "]")
                + "> is no IRI: such characters must be percent-encoded in it.");
    }

    /** @throws BadIriException if a statement has such an IRI or language */
    static void checkAll(List<Quad> quads) {
        quads.stream()
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .filter(language ->
                        !language.isEmpty() && !LANGUAGE.matcher(language).matches())
                .findFirst()
                .ifPresent(language -> {
                    throw new BadIriException("\"" + language + "\" is no language. Write it as de, en or uz-Cyrl.");
                });
        quads.stream()
                .flatMap(q -> Stream.of(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject()))
                .flatMap(BadIriException::iris)
                .filter(iri -> FORBIDDEN.matcher(iri).find())
                .findFirst()
                .ifPresent(iri -> {
                    throw iri(iri);
                });
    }

    private static Stream<String> iris(Node node) {
        if (node.isURI()) {
            return Stream.of(node.getURI());
        }
        if (node.isLiteral()) {
            return Stream.of(node.getLiteralDatatypeURI());
        }
        if (node.isTripleTerm()) {
            var inner = node.getTriple();
            return Stream.of(inner.getSubject(), inner.getPredicate(), inner.getObject())
                    .flatMap(BadIriException::iris);
        }
        return Stream.empty();
    }
}
