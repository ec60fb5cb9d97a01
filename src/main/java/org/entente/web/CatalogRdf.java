package org.entente.web;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.query.CannedQuery;
import org.entente.query.QueryCatalog;

/** The canned queries in the vocabulary of sparql-examples: SHACL executables with a target endpoint. */
final class CatalogRdf {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SCHEMA = "https://schema.org/";

    private CatalogRdf() {}

    static Model describe(QueryCatalog catalog, String base) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sh", SH);
        model.setNsPrefix("schema", SCHEMA);
        model.setNsPrefix("rdfs", RDFS.uri);
        catalog.queries().forEach(query -> describe(model, query, base));
        return model;
    }

    private static void describe(Model model, CannedQuery query, String base) {
        String kind = query.isConstruct() ? "Construct" : "Select";
        Resource example = model.createResource(base + "/queries/" + query.id());
        example.addProperty(RDF.type, model.createResource(SH + "SPARQLExecutable"));
        example.addProperty(RDF.type, model.createResource(SH + "SPARQL" + kind + "Executable"));
        query.header().summary().byLanguage().forEach((lang, text) -> example.addProperty(RDFS.comment, text, lang));
        example.addProperty(model.createProperty(SH, kind.toLowerCase(java.util.Locale.ROOT)), query.sparql());
        query.header().tags().forEach(tag -> example.addProperty(model.createProperty(SCHEMA, "keywords"), tag));
        example.addProperty(model.createProperty(SCHEMA, "target"), model.createResource(base + "/sparql"));
    }
}
