package org.entente.web.site;

import io.javalin.http.Context;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.sparql.InternalQuery;
import org.entente.store.CollectionDescription;
import org.entente.store.PerRevision;
import org.entente.vocab.Ent;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code /.well-known/void}: the description of the dataset in VoID, counted once for each state of the store. */
final class VoidEndpoint {
    private final QueryExecutor executor;
    private final ServerOptions options;
    private final PerRevision<Model> known = new PerRevision<>();

    VoidEndpoint(QueryExecutor executor, ServerOptions options) {
        this.executor = executor;
        this.options = options;
    }

    void handle(Context ctx) {
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), Format.GRAPHS);
        ctx.header("Vary", "Accept");
        String base = Urls.base(ctx, options);
        String state = executor.state();
        if (Etags.unchanged(ctx, Etags.of(state, "void", format, base))) {
            return;
        }
        RdfWriter.send(ctx, known.get(state + base, () -> describe(ctx, base)), format);
    }

    private Model describe(Context ctx, String base) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("void", VOID.NS);
        model.setNsPrefix("dcterms", DCTerms.NS);
        model.setNsPrefix("ent", Ent.NS);
        Resource dataset = model.createResource(base + "/.well-known/void#dataset", VOID.Dataset);
        Resource document = model.createResource(base + "/.well-known/void", VOID.DatasetDescription);
        document.addProperty(model.createProperty("http://xmlns.com/foaf/0.1/primaryTopic"), dataset);
        CollectionDescription about = executor.collection();
        about.titles().forEach((language, title) -> dataset.addProperty(DCTerms.title, title, language));
        about.subtitles().forEach((language, text) -> dataset.addProperty(DCTerms.alternative, text, language));
        about.publishers().forEach((language, name) -> dataset.addProperty(DCTerms.publisher, name, language));
        about.languages().forEach(language -> dataset.addProperty(DCTerms.language, language));
        if (!about.contact().isEmpty()) {
            dataset.addProperty(DCAT.contactPoint, model.createResource(about.contact()));
        }
        dataset.addProperty(
                DCTerms.description, "Who met whom, in which office, when, where, and which source says so.", "en");
        dataset.addProperty(
                DCTerms.description, "Wer traf wen, in welchem Amt, wann, wo, und welche Quelle sagt es.", "de");
        if (!about.licence().isEmpty()) {
            dataset.addProperty(DCTerms.license, model.createResource(about.licence()));
        }
        dataset.addProperty(VOID.dataDump, model.createResource(base + "/graph-store"));
        dataset.addProperty(VOID.sparqlEndpoint, model.createResource(base + "/sparql"));
        dataset.addProperty(RDFS.seeAlso, model.createResource(base + "/dcat"));
        dataset.addProperty(DCTerms.identifier, executor.release());
        dataset.addProperty(VOID.uriSpace, about.ids());
        dataset.addProperty(VOID.vocabulary, model.createResource(Ent.NS));
        for (Format format : Format.GRAPHS) {
            dataset.addProperty(
                    VOID.feature,
                    model.createResource("http://www.w3.org/ns/formats/"
                            + format.lang().getName().replace("/", "_")));
        }
        executor.inOneState(ctx.ip(), session -> {
            Row totals = session.select(InternalQuery.SITE_VOID_TOTALS, Map.of())
                    .rows()
                    .getFirst();
            dataset.addLiteral(VOID.triples, totals.number("triples"));
            dataset.addLiteral(VOID.distinctSubjects, totals.number("subjects"));
            dataset.addLiteral(VOID.distinctObjects, totals.number("objects"));
            Rows classes = session.select(InternalQuery.SITE_VOID_CLASSES, Map.of());
            dataset.addLiteral(VOID.classes, (long) classes.rows().size());
            classes.rows()
                    .forEach(row -> dataset.addProperty(
                            VOID.classPartition,
                            model.createResource()
                                    .addProperty(VOID._class, model.createResource(row.text("class")))
                                    .addLiteral(VOID.entities, row.number("count"))));
            Rows properties = session.select(InternalQuery.SITE_VOID_PROPERTIES, Map.of());
            dataset.addLiteral(VOID.properties, (long) properties.rows().size());
            properties
                    .rows()
                    .forEach(row -> dataset.addProperty(
                            VOID.propertyPartition,
                            model.createResource()
                                    .addProperty(VOID.property, model.createResource(row.text("property")))
                                    .addLiteral(VOID.triples, row.number("count"))));
            return null;
        });
        return model;
    }
}
