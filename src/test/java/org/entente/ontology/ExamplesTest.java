package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;

/** Every class and property shows its use: a {@code skos:example} without a language is Turtle with the prefixes of the project. */
class ExamplesTest {
    private static final Model TERMS = OntologyFiles.terms();
    private static final String PREFIXES = Prefixes.all().entrySet().stream()
            .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
            .collect(Collectors.joining());

    @Test
    void every_class_and_property_has_an_example_that_uses_it() {
        List<String> without = new ArrayList<>();
        for (Resource sort : List.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)) {
            for (Resource term : TERMS.listSubjectsWithProperty(RDF.type, sort).toList()) {
                boolean ours = term.isURIResource() && term.getURI().startsWith(Ent.NS);
                if (ours && examples(term).stream().noneMatch(example -> uses(example, term))) {
                    without.add(term.getURI());
                }
            }
        }

        assertThat(without).isEmpty();
    }

    @Test
    void an_example_uses_only_terms_that_there_are() {
        Model all = all();
        List<String> unknown = new ArrayList<>();
        all.listStatements().forEach(statement -> {
            List<Resource> named = new ArrayList<>(List.of(statement.getPredicate()));
            if (statement.getObject().isURIResource()) {
                named.add(statement.getResource());
            }
            named.stream()
                    .filter(term -> term.getURI().startsWith(Ent.NS) && !TERMS.contains(term, RDF.type))
                    .forEach(term -> unknown.add(statement.toString()));
        });

        assertThat(unknown).isEmpty();
    }

    @Test
    void the_examples_together_contradict_neither_the_ontology_nor_the_vocabularies_aligned_with()
            throws OWLOntologyCreationException {
        Model everything = OntologyFiles.terms()
                .add(OntologyFiles.alignments())
                .add(ForeignAxiomsTest.axioms())
                .add(all());

        assertThat(Reasoning.consistent(everything)).isTrue();
    }

    private static boolean uses(Model example, Resource term) {
        return example.contains(null, RDF.type, term) || example.contains(null, example.createProperty(term.getURI()));
    }

    private static Model all() {
        Model all = ModelFactory.createDefaultModel();
        TERMS.listStatements(null, SKOS.example, (String) null).mapWith(Statement::getSubject).toList().stream()
                .distinct()
                .filter(term -> !term.hasProperty(RDF.type, SKOS.Concept)) // examples of functions are queries
                .forEach(term -> examples(term).forEach(all::add));
        return all;
    }

    private static List<Model> examples(Resource term) {
        return term.listProperties(SKOS.example).toList().stream()
                .filter(statement -> statement.getLanguage().isEmpty())
                .map(statement -> turtle(statement.getString()))
                .toList();
    }

    private static Model turtle(String text) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(PREFIXES + text), null, Lang.TURTLE);
        return model;
    }
}
