package org.entente.vocab;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.Golden;
import org.entente.ShippedCollection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The constants for terms of the ontology are those that the ontology declares. They are written from it: after a change of
 * {@code ontology/}, run this class with {@code -Dgolden=write}.
 */
class GeneratedTermsTest {
    static {
        // The constants below belong to classes that must not be the first of Jena to be loaded.
        JenaSystem.init();
    }

    private static final Path FOLDER = Path.of("src/main/java/org/entente/vocab");
    private static final Map<String, Set<Node>> KINDS = Map.of(
            "EntClass", Set.of(OWL2.Class.asNode()),
            "EntProperty",
                    Set.of(
                            OWL2.ObjectProperty.asNode(),
                            OWL2.DatatypeProperty.asNode(),
                            OWL2.AnnotationProperty.asNode()),
            "EntFunction", Set.of(SKOS.Concept.asNode()),
            "EntConcept", Set.of(SKOS.Concept.asNode(), SKOS.ConceptScheme.asNode(), OWL2.NamedIndividual.asNode()));
    private static final Map<String, String> ABOUT = Map.of(
            "EntClass", "Classes of the ontology.",
            "EntProperty", "Properties of the ontology.",
            "EntFunction", "SPARQL functions and property functions, as {@code ontology/functions.ttl} describes them.",
            "EntConcept", "Concepts of the controlled lists, and the lists.");

    @TestFactory
    Stream<DynamicTest> constants_are_the_terms_of_the_ontology() {
        return KINDS.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> Golden.assertMatches(FOLDER.resolve(name + ".java"), source(name, ontology(name)))));
    }

    private static String source(String name, Graph ontology) {
        String constants = names(ontology, KINDS.get(name)).stream()
                .map(term -> comment(ontology, term) + "    public static final Node " + constant(term) + " = node(\""
                        + term + "\");\n")
                .collect(Collectors.joining());
        return """
                package org.entente.vocab;

                import org.apache.jena.graph.Node;
                import org.apache.jena.graph.NodeFactory;

                /** %s Written from {@code ontology/} by GeneratedTermsTest; do not edit. */
                public final class %s {
                %s
                    private %s() {}

                    private static Node node(String name) {
                        return NodeFactory.createURI(Ent.NS + name);
                    }
                }
                """.formatted(ABOUT.get(name), name, constants, name);
    }

    private static String comment(Graph ontology, String term) {
        Node node = org.apache.jena.graph.NodeFactory.createURI(Ent.NS + term);
        return ontology.stream(node, RDFS.label.asNode(), Node.ANY)
                .map(t -> t.getObject())
                .filter(label -> label.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .map(label -> "    /** " + Character.toUpperCase(label.charAt(0)) + label.substring(1) + ". */\n")
                .orElse("");
    }

    /** {@code asHolderOf} is {@code AS_HOLDER_OF}. */
    private static String constant(String term) {
        return term.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static Set<String> names(Graph ontology, Set<Node> types) {
        Set<String> names = new TreeSet<>();
        for (Node type : types) {
            ontology.find(Node.ANY, RDF.type.asNode(), type).forEachRemaining(t -> {
                if (t.getSubject().isURI() && t.getSubject().getURI().startsWith(Ent.NS)) {
                    names.add(t.getSubject().getURI().substring(Ent.NS.length()));
                }
            });
        }
        return names;
    }

    private static Graph ontology(String name) {
        Graph graph = GraphFactory.createDefaultGraph();
        List<String> files =
                name.equals("EntFunction") ? List.of("functions.ttl") : List.of("entente.ttl", "vocabulary.ttl");
        for (String file : files) {
            RDFParser.source(ShippedCollection.FILES.ontology().resolve(file)).parse(graph);
        }
        return graph;
    }
}
