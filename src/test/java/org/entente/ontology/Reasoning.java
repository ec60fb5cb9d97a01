package org.entente.ontology;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.Ent;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** What an OWL reasoner makes of files that Jena reads. */
final class Reasoning {
    private static final Resource ONTOLOGY =
            ModelFactory.createDefaultModel().createResource(Ent.NS.substring(0, Ent.NS.length() - 1));

    private Reasoning() {}

    static boolean consistent(Model model) throws OWLOntologyCreationException {
        OWLReasoner reasoner = new ReasonerFactory().createReasoner(owl(model));
        try {
            return reasoner.isConsistent();
        } finally {
            reasoner.dispose();
        }
    }

    /** One ontology out of many files: the other headers go, and with them the imports that would be fetched from the web. */
    static OWLOntology owl(Model files) throws OWLOntologyCreationException {
        Model one = ModelFactory.createDefaultModel().add(files);
        List<Resource> headers =
                one.listSubjectsWithProperty(RDF.type, OWL2.Ontology).toList();
        headers.stream().filter(header -> !header.equals(ONTOLOGY)).forEach(Resource::removeProperties);
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        RDFDataMgr.write(xml, one, RDFFormat.RDFXML_PLAIN);
        return OWLManager.createOWLOntologyManager()
                .loadOntologyFromOntologyDocument(new StringDocumentSource(
                        xml.toString(StandardCharsets.UTF_8),
                        IRI.create(ONTOLOGY.getURI()),
                        new RDFXMLDocumentFormat(),
                        null));
    }
}
