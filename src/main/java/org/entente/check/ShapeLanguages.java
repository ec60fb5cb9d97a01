package org.entente.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;

/**
 * Fits the shapes, written for German and English, to the languages of a collection. A shape that wants a text in one language
 * ({@code sh:qualifiedValueShape [ sh:languageIn ( "en" ) ]}) is dropped if the collection does not have the language, and copied for each
 * that no shape has. A list of several languages ({@code sh:languageIn ( "de" "en" )}) becomes those of the collection.
 */
final class ShapeLanguages {
    private static final List<String> WRITTEN = List.of("de", "en");

    private final Graph shapes;
    private final List<String> languages;

    private ShapeLanguages(Graph shapes, List<String> languages) {
        this.shapes = shapes;
        this.languages = languages;
    }

    /** Changes the shapes. */
    static void fit(Graph shapes, List<String> languages) {
        if (!List.copyOf(languages).stream().sorted().toList().equals(WRITTEN)) {
            new ShapeLanguages(shapes, languages).fit();
        }
    }

    private void fit() {
        for (Triple triple : shapes.find(Node.ANY, SHACL.languageIn, Node.ANY).toList()) {
            List<String> listed = listed(triple.getObject());
            List<Node> wanting = shapes.find(Node.ANY, SHACL.qualifiedValueShape, triple.getSubject())
                    .mapWith(Triple::getSubject)
                    .toList();
            if (wanting.isEmpty()) {
                shapes.delete(triple);
                shapes.add(triple.getSubject(), SHACL.languageIn, list(languages));
                reword(triple.getSubject());
            } else if (listed.equals(List.of("en"))) {
                wanting.forEach(this::copyForOthers);
            }
        }
        for (Triple triple : shapes.find(Node.ANY, SHACL.languageIn, Node.ANY).toList()) {
            if (Collections.disjoint(listed(triple.getObject()), languages)) {
                shapes.find(Node.ANY, SHACL.qualifiedValueShape, triple.getSubject())
                        .mapWith(Triple::getSubject)
                        .toList()
                        .forEach(this::drop);
            }
        }
    }

    private void drop(Node shape) {
        shapes.find(Node.ANY, SHACL.property, shape).toList().forEach(shapes::delete);
        shapes.find(shape, Node.ANY, Node.ANY).toList().forEach(shapes::delete);
    }

    private void copyForOthers(Node english) {
        for (String language : languages) {
            if (!WRITTEN.contains(language)) {
                Node copy = NodeFactory.createURI(english.getURI().replaceFirst("-en$", "-" + language));
                Node value = NodeFactory.createBlankNode();
                shapes.add(value, SHACL.languageIn, list(List.of(language)));
                List<Triple> about =
                        new ArrayList<>(shapes.find(english, Node.ANY, Node.ANY).toList());
                about.addAll(shapes.find(Node.ANY, SHACL.property, english).toList());
                NodeTransform renamed = node -> node.equals(english) ? copy : node;
                for (Triple triple : about) {
                    Triple copied = NodeTransformLib.transform(renamed, triple);
                    shapes.add(
                            copied.getSubject(),
                            copied.getPredicate(),
                            copied.getPredicate().equals(SHACL.qualifiedValueShape)
                                    ? value
                                    : inLanguage(copied.getObject(), language));
                }
            }
        }
    }

    private static Node inLanguage(Node message, String language) {
        if (!message.isLiteral() || message.getLiteralLanguage().isEmpty()) {
            return message;
        }
        return text(
                message,
                message.getLiteralLexicalForm()
                        .replace("an English", "a " + name(language, Locale.ENGLISH))
                        .replace("English", name(language, Locale.ENGLISH))
                        .replace("Einen englischen Namen", "Einen Namen auf " + name(language, Locale.GERMAN))
                        .replace("Englisch", name(language, Locale.GERMAN)));
    }

    private void reword(Node shape) {
        for (Triple triple : shapes.find(shape, SHACL.message, Node.ANY).toList()) {
            shapes.delete(triple);
            shapes.add(
                    shape,
                    SHACL.message,
                    text(
                            triple.getObject(),
                            triple.getObject()
                                    .getLiteralLexicalForm()
                                    .replace("in German or English", "in " + names(" or ", Locale.ENGLISH))
                                    .replace(
                                            "once in German and once in English",
                                            "once in " + names(" and ", Locale.ENGLISH))
                                    .replace("auf Deutsch oder Englisch", "auf " + names(" oder ", Locale.GERMAN))
                                    .replace("auf Deutsch und Englisch", "auf " + names(" und ", Locale.GERMAN))));
        }
    }

    private String names(String joining, Locale in) {
        return languages.stream().map(language -> name(language, in)).collect(Collectors.joining(joining));
    }

    private static String name(String language, Locale in) {
        return Locale.forLanguageTag(language).getDisplayName(in);
    }

    private static Node text(Node like, String text) {
        return NodeFactory.createLiteralLang(text, like.getLiteralLanguage());
    }

    private List<String> listed(Node list) {
        Model model = ModelFactory.createModelForGraph(shapes);
        return model.asRDFNode(list).as(RDFList.class).asJavaList().stream()
                .map(node -> node.asLiteral().getLexicalForm())
                .toList();
    }

    private Node list(List<String> texts) {
        Model model = ModelFactory.createModelForGraph(shapes);
        return model.createList(texts.stream().map(model::createLiteral).toArray(RDFNode[]::new))
                .asNode();
    }
}
