package org.entente.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.entente.vocab.Ent;

/** {@code /ontology}: the terms, as a page that their hash IRIs lead into, or as RDF. */
final class OntologyEndpoint {
    private static final String TERMS = """
            PREFIX graph: <https://w3id.org/entente/graph/>
            CONSTRUCT { ?s ?p ?o }
            WHERE { VALUES ?g { graph:ontology graph:vocabulary } GRAPH ?g { ?s ?p ?o } }
            """;
    private static final String LIST = """
            PREFIX graph: <https://w3id.org/entente/graph/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?term ?kind ?label ?definition ?super ?scheme
            WHERE {
              VALUES (?type ?kind) {
                (owl:Class "class") (owl:ObjectProperty "property") (owl:DatatypeProperty "property")
                (owl:AnnotationProperty "property") (skos:Concept "concept")
              }
              VALUES ?g { graph:ontology graph:vocabulary }
              GRAPH ?g {
                ?term a ?type .
                FILTER (isIRI(?term))
                OPTIONAL { ?term rdfs:label ?label FILTER (lang(?label) = ?lang) }
                OPTIONAL { ?term skos:definition ?definition FILTER (lang(?definition) = ?lang) }
                OPTIONAL { ?term rdfs:subClassOf|rdfs:subPropertyOf ?super FILTER (isIRI(?super)) }
                OPTIONAL { ?term skos:inScheme ?scheme }
              }
            }
            ORDER BY ?kind ?term
            """;

    private final Asker asker;
    private final Pages pages;

    OntologyEndpoint(Asker asker, Pages pages) {
        this.asker = asker;
        this.pages = pages;
    }

    void handle(Context ctx) {
        List<Format> offered = new ArrayList<>(Format.GRAPHS);
        offered.add(Format.HTML);
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), offered);
        ctx.header("Vary", "Accept, Accept-Language");
        String language = Language.of(ctx);
        String tag =
                Etags.of(asker.state(), "ontology", format, language, ctx.req().getQueryString());
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        if (format == Format.HTML) {
            pages.html(ctx, "ontology.jte", "ontology.title", Map.of("terms", terms(ctx, language)));
            return;
        }
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Ent.prefixes());
        asker.inOneState(
                ctx.ip(),
                session -> model.add(ModelFactory.createModelForGraph(session.construct(QueryFactory.create(TERMS)))));
        Rdf.send(ctx, model, format);
    }

    private List<Term> terms(Context ctx, String language) {
        Rows rows = asker.inOneState(
                ctx.ip(),
                session -> session.select(
                        LIST, Map.of("lang", org.apache.jena.graph.NodeFactory.createLiteralString(language))));
        Map<String, Term> terms = new LinkedHashMap<>();
        for (Row row : rows.rows()) {
            String iri = row.text("term");
            if (!iri.startsWith(Ent.NS)) {
                continue;
            }
            String name = iri.substring(Ent.NS.length());
            Term term = terms.computeIfAbsent(
                    name,
                    n -> new Term(
                            n,
                            row.text("kind"),
                            row.text("label").isEmpty() ? n : row.text("label"),
                            row.text("definition"),
                            new ArrayList<>()));
            for (String column : new String[] {"super", "scheme"}) {
                row.node(column).ifPresent(node -> {
                    Cell cell = Cell.of(node, x -> null);
                    if (!term.broader().contains(cell)) {
                        term.broader().add(cell);
                    }
                });
            }
        }
        return List.copyOf(terms.values());
    }
}
