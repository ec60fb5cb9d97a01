package org.entente.web.ontology;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.entente.execution.QueryExecutor;
import org.entente.sparql.InternalQuery;
import org.entente.store.Graphs;
import org.entente.store.PerRevision;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /ontology}: the terms, as RDF or as a page with an anchor for each hash IRI. */
final class OntologyEndpoint {
    private final QueryExecutor executor;
    private final Supplier<String> ids;
    private final OntologyFolder folder;
    private final Pages pages;
    private final Map<String, PerRevision<OntologyView>> views = new ConcurrentHashMap<>();

    /** @param ids the name space of the things of the collection */
    OntologyEndpoint(QueryExecutor executor, OntologyFolder folder, Pages pages, Supplier<String> ids) {
        this.executor = executor;
        this.ids = ids;
        this.folder = folder;
        this.pages = pages;
    }

    void handle(Context ctx) {
        List<Format> offered = new ArrayList<>(Format.GRAPHS);
        offered.add(Format.HTML);
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), offered);
        ctx.header("Vary", "Accept, Accept-Language");
        String language = Language.of(ctx);
        String state = executor.state();
        String tag = Etags.of(state, "ontology", format, language, ctx.req().getQueryString());
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        if (format == Format.HTML) {
            OntologyView view = views.computeIfAbsent(language, l -> new PerRevision<>())
                    .get(state, () -> executor.inOneState(ctx.ip(), session -> view(session, Messages.in(language))));
            pages.html(ctx, PageInfo.titled("ontology.title").withAlternates(downloads()), view);
            return;
        }
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Prefixes.in(ids.get()));
        executor.inOneState(
                ctx.ip(),
                session -> model.add(ModelFactory.createModelForGraph(
                        session.construct(InternalQuery.ONTOLOGY_STATEMENTS.query()))));
        if (!ids.get().equals(Ent.ID)) {
            // taken from one collection, they say nothing to readers of another
            model.removeAll(null, SKOS.example, null);
        }
        RdfWriter.send(ctx, model, format);
    }

    private static List<Page.Link> downloads() {
        return Format.GRAPHS.stream()
                .map(f -> new Page.Link(f.label(), "/ontology?format=" + f.label(), f.mediaType()))
                .toList();
    }

    private OntologyView view(QueryExecutor.Session session, Messages messages) {
        String language = messages.language();
        Model ontology = copy(session, Graphs.ONTOLOGY).add(copy(session, Graphs.VOCABULARY));
        OntologyReader reader = new OntologyReader(
                ontology,
                copy(session, Graphs.ALIGNMENTS),
                language,
                EditorTerms.classCounts(session),
                EditorTerms.propertyCounts(session),
                ids.get().equals(Ent.ID));
        List<OntologyTerm> classes = reader.classes();
        List<OntologyTerm> properties = reader.properties();
        List<OntologyTerm.Scheme> schemes = reader.schemes();
        Resource about = ontology.createResource(Ent.NS.substring(0, Ent.NS.length() - 1));
        return new OntologyView(
                new OntologyView.About(
                        said(about, DCTerms.title, language, messages.get("ontology.title")),
                        said(about, DCTerms.description, language, messages.get("ontology.lead")),
                        said(about, OWL.versionInfo, "", "")),
                OntologyDiagram.of(classes, properties, messages.get("ontology.kindOf")),
                new OntologyView.Terms(
                        reader.tree(),
                        classes,
                        properties,
                        schemes.stream().filter(s -> !isFunctions(s)).toList(),
                        schemes.stream().filter(OntologyEndpoint::isFunctions).toList()),
                folder.shapes(language, ontology),
                folder.changes());
    }

    private static boolean isFunctions(OntologyTerm.Scheme scheme) {
        return scheme.name().endsWith("FunctionScheme");
    }

    private static Model copy(QueryExecutor.Session session, Node graph) {
        return ModelFactory.createDefaultModel()
                .add(ModelFactory.createModelForGraph(session.dataset().getGraph(graph)));
    }

    private static String said(Resource about, Property property, String language, String otherwise) {
        Statement statement = about.getProperty(property, language);
        return statement == null ? otherwise : statement.getString();
    }
}
