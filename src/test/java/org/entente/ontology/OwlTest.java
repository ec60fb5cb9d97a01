package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.profiles.violations.UseOfIllegalDataRange;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

class OwlTest {
    @ParameterizedTest
    @EnumSource(
            value = Profiles.class,
            names = {"OWL2_DL", "OWL2_RL"})
    void terms_alignments_and_data_are_inside_the_profile(Profiles profile) throws OWLOntologyCreationException {
        OWLOntology everything = Reasoning.owl(everything());

        assertThat(profile.checkOntology(everything).getViolations())
                .filteredOn(v -> !onlyLanguageTag(v))
                .isEmpty();
    }

    @Test
    void terms_alignments_and_data_are_consistent() throws OWLOntologyCreationException {
        assertThat(Reasoning.consistent(everything())).isTrue();
    }

    @Test
    void no_class_is_empty_by_definition() throws OWLOntologyCreationException {
        OWLReasoner reasoner = new ReasonerFactory().createReasoner(Reasoning.owl(OntologyFiles.terms()));

        assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ex:m a ent:Meeting ; ent:status ent:held , ent:cancelled .",
                "ex:m a ent:HeldEvent ; ent:status ent:announced .",
                "ex:x a ent:Person , ent:Ministry .",
                "ex:x a ent:Meeting , ent:DelegationTrip .",
                "ex:t a ent:Tenure ; ent:holder ex:x . ex:x a ent:State .",
                "ex:o a ent:Ministry ; ent:seat ex:x . ex:x a ent:SubnationalPolity .",
                "ex:p a ent:Participation ; ent:role ex:x . ex:x a ent:Tenure .",
                "ex:p a ent:Post ; ent:seatCount 0 .",
                "ex:t a ent:TimeSpan ; ent:edtf \"2015\" , \"2016\" ."
            })
    void a_contradiction_in_the_data_is_found(String turtle) throws OWLOntologyCreationException {
        Model contradiction = OntologyFiles.terms();
        String prefixes = "PREFIX ent: <" + Ent.NS + "> PREFIX ex: <https://example.org/> ";
        RDFDataMgr.read(contradiction, new StringReader(prefixes + turtle), null, Lang.TURTLE);

        assertThat(Reasoning.consistent(contradiction)).isFalse();
    }

    @Test
    void one_status_and_one_class_are_no_contradiction() throws OWLOntologyCreationException {
        Model harmless = OntologyFiles.terms();
        String turtle = "PREFIX ent: <" + Ent.NS + "> PREFIX ex: <https://example.org/> "
                + "ex:m a ent:Session , ent:HeldEvent ; ent:status ent:held ; ent:partOf ex:v . ex:v a ent:DelegationTrip . "
                + "ex:d a ent:Decision ; ent:decidesOn ex:m ; ent:aspect ent:reportedStatus .";
        RDFDataMgr.read(harmless, new StringReader(turtle), null, Lang.TURTLE);

        assertThat(Reasoning.consistent(harmless)).isTrue();
    }

    /** OWL 2 is older than RDF 1.1 and lists rdf:PlainLiteral, the same texts with a language, under its former name. */
    private static boolean onlyLanguageTag(OWLProfileViolation violation) {
        return violation instanceof UseOfIllegalDataRange
                && OWL2Datatype.RDF_LANG_STRING.getIRI().toString().equals(iri(violation.getExpression()));
    }

    private static String iri(Object dataRange) {
        return dataRange instanceof OWLDatatype datatype ? datatype.getIRI().toString() : "";
    }

    private static Model everything() {
        return OntologyFiles.terms().add(OntologyFiles.alignments()).add(OntologyFiles.data());
    }
}
