package org.entente.web.sparql;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.entente.bounds.AllowedFunctions;
import org.entente.store.Store;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code GET /sparql} without a query: the SPARQL 1.1 Service Description, or the editor for browsers. */
final class ServiceDescription implements Handler {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<String> RESULTS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "JSON-LD",
            "RDF_XML");

    private final Store store;
    private final ServerOptions options;
    private final SparqlPages pages;

    ServiceDescription(Store store, ServerOptions options, SparqlPages pages) {
        this.store = store;
        this.options = options;
        this.pages = pages;
    }

    @Override
    public void handle(Context ctx) {
        List<Format> offered = new ArrayList<>(Format.GRAPHS);
        offered.add(Format.HTML);
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), offered);
        ctx.header("Vary", "Accept, Accept-Language");
        if (format == Format.HTML) {
            pages.editor(ctx);
            return;
        }
        if (Etags.unchanged(ctx, Etags.of(store.release().state(), "service", format, Urls.base(ctx, options)))) {
            return;
        }
        RdfWriter.send(ctx, describe(Urls.base(ctx, options)), format);
    }

    private Model describe(String base) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sd", SD);
        model.setNsPrefix("void", VOID.NS);
        model.setNsPrefix("rdf", RDF.getURI());
        model.setNsPrefix("formats", FORMATS);
        Resource service = model.createResource(base + "/sparql");
        service.addProperty(RDF.type, sd(model, "Service"));
        service.addProperty(model.createProperty(SD, "endpoint"), service);
        service.addProperty(model.createProperty(SD, "supportedLanguage"), sd(model, "SPARQL11Query"));
        describe(service, "extensionFunction", AllowedFunctions.functions());
        describe(service, "propertyFeature", AllowedFunctions.properties());
        describe(service, "extensionAggregate", AllowedFunctions.aggregates());
        for (String format : RESULTS) {
            service.addProperty(model.createProperty(SD, "resultFormat"), model.createResource(FORMATS + format));
        }
        Resource dataset = model.createResource(base + "/.well-known/void#dataset");
        Resource graph = model.createResource(base + "/.well-known/void#default-graph");
        dataset.addProperty(RDF.type, sd(model, "Dataset"));
        dataset.addProperty(RDF.type, VOID.Dataset);
        service.addProperty(model.createProperty(SD, "defaultDataset"), dataset);
        dataset.addProperty(model.createProperty(SD, "defaultGraph"), graph);
        graph.addProperty(RDF.type, sd(model, "Graph"));
        store.read(data -> {
            graph.addLiteral(VOID.triples, (long) data.getDefaultGraph().size());
            data.listGraphNodes().forEachRemaining(name -> {
                Resource named = model.createResource();
                named.addProperty(RDF.type, sd(model, "NamedGraph"));
                named.addProperty(model.createProperty(SD, "name"), model.createResource(name.getURI()));
                dataset.addProperty(model.createProperty(SD, "namedGraph"), named);
            });
            return null;
        });
        return model;
    }

    private static void describe(Resource service, String property, Collection<String> iris) {
        Model model = service.getModel();
        iris.forEach(iri -> service.addProperty(model.createProperty(SD, property), model.createResource(iri)));
    }

    private static Resource sd(Model model, String name) {
        return model.createResource(SD + name);
    }
}
