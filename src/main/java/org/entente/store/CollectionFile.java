package org.entente.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.ReadOptions;
import org.entente.rdf.Severity;
import org.entente.rdf.TurtleFile;
import org.entente.rdf.TurtleReader;
import org.entente.text.NearWords;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;

/** Reads {@code collection.ttl} and says what is wrong with it. */
final class CollectionFile {
    /** What the file may say, as its author writes it. */
    private static final Map<Node, String> KNOWN = known();

    private CollectionFile() {}

    /** The description in a file, as far as it can be understood; the default if there is no file. */
    static CollectionDescription read(Path file) {
        if (!Files.isRegularFile(file)) {
            return CollectionDescription.DEFAULT;
        }
        TurtleFile turtle = TurtleReader.read(file, file.getFileName().toString(), options());
        Graph graph = GraphFactory.createDefaultGraph();
        turtle.triples().forEach(located -> graph.add(located.triple()));
        return CollectionDescription.of(graph);
    }

    private static ReadOptions options() {
        return ReadOptions.bulk().withPrefixes(Prefixes.inFiles(Ent.ID));
    }

    /** What is wrong with the description in a file that was read. */
    static List<Finding> findings(String name, List<LocatedTriple> triples) {
        List<Finding> findings = new ArrayList<>();
        List<LocatedTriple> datasets = triples.stream()
                .filter(t -> t.triple().getPredicate().equals(RDF.type.asNode())
                        && t.triple().getObject().equals(DCAT.Dataset.asNode()))
                .toList();
        if (datasets.size() != 1) {
            findings.add(
                    error(
                            name,
                            datasets.isEmpty() ? 1 : datasets.get(1).line(),
                            "describes " + (datasets.isEmpty() ? "no" : "more than one") + " dataset",
                            "Let it begin with one subject: <https://example.org/my-collection/> a dcat:Dataset ; dcterms:title \"…\"@en ."));
            return findings;
        }
        Node it = datasets.getFirst().triple().getSubject();
        boolean titled = false;
        for (LocatedTriple at : triples) {
            if (at.triple().getSubject().equals(it)) {
                titled |= at.triple().getPredicate().equals(DCTerms.title.asNode());
                findings.addAll(findings(name, at));
            }
        }
        if (!titled) {
            findings.add(error(
                    name, datasets.getFirst().line(), "the collection has no title", "Add: dcterms:title \"…\"@en ;"));
        }
        return findings;
    }

    private static List<Finding> findings(String name, LocatedTriple at) {
        Node property = at.triple().getPredicate();
        Node value = at.triple().getObject();
        String text = value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
        if (!KNOWN.containsKey(property)) {
            String curie = Prefixes.compact(property.getURI());
            String near = NearWords.of(curie, KNOWN.values(), 1).stream()
                    .findFirst()
                    .map(word -> "Did you mean " + word + "? ")
                    .orElse("");
            return List.of(new Finding(
                    Severity.WARNING,
                    name,
                    at.line(),
                    at.column(),
                    "collection",
                    curie + " has no meaning for the pages",
                    near + "They read " + String.join(", ", KNOWN.values()) + "."));
        }
        if (property.equals(DCTerms.language.asNode()) && !CollectionDescription.isLanguage(text)) {
            return List.of(error(
                    name,
                    at.line(),
                    "'" + text + "' is no tag of a language",
                    "Write one for each language of your labels, in lower case: dcterms:language \"en\" , \"fr\" ;"));
        }
        if (property.equals(VOID.uriSpace.asNode()) && !CollectionDescription.isIdSpace(text)) {
            return List.of(
                    error(
                            name,
                            at.line(),
                            "'" + text + "' cannot begin the IRIs of things",
                            "Write an absolute address that ends in a slash: void:uriSpace \"https://example.org/my-collection/id/\" ;"));
        }
        if (property.equals(DCTerms.license.asNode()) && !value.isURI()) {
            return List.of(error(
                    name,
                    at.line(),
                    "the licence is '" + text + "', not an address",
                    "Write: dcterms:license <"
                            + Licences.iri(text).orElse("https://creativecommons.org/licenses/by/4.0/") + "> ;"));
        }
        if (property.equals(DCAT.contactPoint.asNode()) && !text.matches("(mailto:|https?://)\\S+")) {
            return List.of(error(
                    name,
                    at.line(),
                    "the contact is '" + text + "', not an address",
                    "Write: dcat:contactPoint <mailto:" + (text.contains("@") ? text.strip() : "name@example.org")
                            + "> ;"));
        }
        return List.of();
    }

    private static Finding error(String name, int line, String message, String advice) {
        return new Finding(Severity.ERROR, name, line, line == 0 ? 0 : 1, "collection", message, advice);
    }

    private static Map<Node, String> known() {
        Map<Node, String> known = new LinkedHashMap<>();
        known.put(RDF.type.asNode(), "rdf:type");
        known.put(DCTerms.title.asNode(), "dcterms:title");
        known.put(DCTerms.alternative.asNode(), "dcterms:alternative");
        known.put(DCTerms.license.asNode(), "dcterms:license");
        known.put(DCTerms.language.asNode(), "dcterms:language");
        known.put(VOID.uriSpace.asNode(), "void:uriSpace");
        known.put(DCTerms.publisher.asNode(), "dcterms:publisher");
        known.put(DCAT.contactPoint.asNode(), "dcat:contactPoint");
        known.put(SKOS.example.asNode(), "skos:example");
        return known;
    }
}
