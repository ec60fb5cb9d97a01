package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;

/** Our terms mean what the vocabularies they are aligned with allow: one reasoner has the axioms of both. */
class ForeignAxiomsTest {
    private static final Path AXIOMS = Path.of("src", "test", "resources", "foreign");
    private static final String PREFIXES = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX w3org: <http://www.w3.org/ns/org#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/>
            PREFIX owltime: <http://www.w3.org/2006/time#>
            PREFIX ex: <https://example.org/>
            """;
    /** A held talk in office, as sources, rules and decisions make it: one thing of each aligned class, joined by the aligned properties. */
    private static final String A_TALK = """
            ex:talk a ent:Meeting , ent:HeldEvent ; ent:status ent:held ; ent:supportedBy ex:report ; ent:time ex:span ; ent:place ex:town ;
              ent:partOf ex:trip ; ent:inSeries ex:series .
            ex:trip a ent:DelegationTrip ; ent:status ent:announced ; ent:supportedBy ex:report .
            ex:series a ent:EventSeries .
            ex:span a ent:TimeSpan ; ent:earliestStart "2020-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
            ex:town a ent:Place ; ent:withinPlace ex:country . ex:country a ent:Place .
            ex:report a ent:Report ; ent:statedIn ex:text ; ent:attributedTo ex:ministry ; ent:reports ex:talk .
            ex:text a ent:Document ; ent:derivesFrom ex:release ; ent:publisher ex:ministry . ex:release a ent:Document .
            ex:decision a ent:Decision ; ent:decidesOn ex:talk .
            ex:part a ent:Participation ; ent:inEvent ex:talk ; ent:participant ex:anna ; ent:supportedBy ex:report .
            ex:anna a ent:Person ; skos:exactMatch ex:item .
            ex:ministry a ent:Ministry ; ent:partOfOrganization ex:whole ; ent:seat ex:town . ex:whole a ent:Organization .
            ex:group a ent:WorkingGroup . ex:state a ent:State .
            ex:chair a ent:Post ; ent:postIn ex:group ; ent:represents ex:state . ex:envoy a ent:Post ; ent:postIn ex:state .
            ex:tenure a ent:Tenure , w3org:Membership ; ent:holder ex:anna ; ent:ofPost ex:chair ; w3org:organization ex:group .
            ex:other a ent:Tenure ; ent:holder ex:anna ; ent:ofPost ex:envoy .
            ex:anna w3org:holds ex:chair , ex:envoy ; w3org:memberOf ex:group . ex:chair w3org:postIn ex:group .
            ex:agreement a ent:Agreement ; ent:concludedAt ex:talk ; ent:supportedBy ex:report .
            ex:project a ent:Project . ex:university a ent:University . ex:name a ent:Name ; ent:nameOf ex:anna .
            """;

    @Test
    void what_sources_say_and_rules_derive_agrees_with_the_axioms_of_the_vocabularies_aligned_with()
            throws OWLOntologyCreationException {
        assertThat(Reasoning.consistent(with(A_TALK))).isTrue();
    }

    @Test
    void the_whole_collection_agrees_with_the_axioms_of_the_vocabularies_aligned_with()
            throws OWLOntologyCreationException {
        assertThat(Reasoning.consistent(with("").add(OntologyFiles.data()))).isTrue();
    }

    @Test
    void no_class_of_ours_is_empty_because_of_theirs() throws OWLOntologyCreationException {
        assertThat(new ReasonerFactory()
                        .createReasoner(Reasoning.owl(with("")))
                        .getUnsatisfiableClasses()
                        .getEntitiesMinusBottom())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ent:supportedBy rdfs:subPropertyOf prov:wasDerivedFrom .",
                "ent:Event rdfs:subClassOf prov:Entity .",
                "ent:WorkingGroup rdfs:subClassOf w3org:OrganizationalCollaboration .",
                "ent:Tenure rdfs:subClassOf w3org:Role .",
                "ent:HeldEvent rdfs:subClassOf crm:E31_Document .",
                "ent:Project rdfs:subClassOf skos:Collection . ex:project skos:closeMatch ex:thing .",
                "ent:Document rdfs:subClassOf crm:E18_Physical_Thing .",
                "ex:report skos:exactMatch ex:item .",
                "ex:span a owltime:ProperInterval , owltime:Instant ."
            })
    void an_alignment_that_contradicts_them_is_found(String alignment) throws OWLOntologyCreationException {
        assertThat(Reasoning.consistent(with(A_TALK + alignment))).isFalse();
    }

    @Test
    void every_vocabulary_whose_classes_ours_specialise_has_its_axioms_here() {
        Model axioms = axioms();
        List<String> without = new ArrayList<>();
        OntologyFiles.alignments()
                .listSubjectsWithProperty(RDF.type, OWL.Class)
                .filterDrop(term -> term.getURI().startsWith(Ent.NS) || axioms.contains(term, null))
                .filterDrop(term -> WITHOUT_AXIOMS.stream().anyMatch(term.getURI()::startsWith))
                .forEach(term -> without.add(term.getURI()));

        assertThat(without).isEmpty();
    }

    /** They declare no classes disjoint and give properties no domain that follows, so nothing can contradict them. */
    private static final List<String> WITHOUT_AXIOMS =
            List.of("http://semanticweb.cs.vu.nl/2009/11/sem/", "http://schema.org/");

    private static Model with(String turtle) {
        Model model = OntologyFiles.terms().add(OntologyFiles.alignments()).add(axioms());
        RDFDataMgr.read(model, new StringReader(PREFIXES + turtle), null, Lang.TURTLE);
        return model;
    }

    /** The axioms restated here, and the published vocabularies in the folder that {@code -Dforeign} names. */
    static Model axioms() {
        Model axioms = OntologyFiles.read(OntologyFiles.below(AXIOMS, ".ttl"));
        String folder = System.getProperty("foreign");
        if (folder != null) {
            for (String ending : List.of(".ttl", ".rdf", ".owl")) {
                axioms.add(OntologyFiles.read(OntologyFiles.below(Path.of(folder), ending)));
            }
        }
        return axioms;
    }
}
