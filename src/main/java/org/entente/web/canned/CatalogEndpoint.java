package org.entente.web.canned;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.query.QueryCatalog;
import org.entente.query.SparqlExamples;
import org.entente.text.Json;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /queries}: the catalogue of canned queries as a page, as JSON, or in the sparql-examples vocabulary. */
final class CatalogEndpoint {

    private final QueryCatalog catalog;
    private final QueryThemes themes;
    private final Pages pages;
    private final ServerOptions options;

    CatalogEndpoint(QueryThemes themes, Pages pages, ServerOptions options) {
        this.catalog = themes.catalog();
        this.themes = themes;
        this.pages = pages;
        this.options = options;
    }

    void handle(Context ctx) throws JsonProcessingException {
        List<Format> offered = new ArrayList<>(List.of(Format.PLAIN_JSON));
        offered.addAll(List.of(Format.TURTLE, Format.NTRIPLES, Format.JSONLD, Format.RDFXML, Format.HTML));
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), offered);
        ctx.header("Vary", "Accept, Accept-Language");
        String language = Language.of(ctx);
        switch (format) {
            case HTML -> show(ctx, language);
            case PLAIN_JSON ->
                ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(json(language)));
            default -> RdfWriter.send(ctx, examples(Urls.base(ctx, options)), format);
        }
    }

    /** The queries with their example values, ready to run. */
    private Model examples(String base) {
        return ModelFactory.createModelForGraph(SparqlExamples.graph(
                catalog, query -> themes.runnable(query, "en"), base + "/queries/", base + "/sparql"));
    }

    /** The catalogue by theme; with {@code q=} only queries that contain all its words. */
    private void show(Context ctx, String language) {
        String search = ctx.queryParam("q") == null ? "" : ctx.queryParam("q").strip();
        pages.html(ctx, PageInfo.titled("queries.title"), CatalogView.of(themes.in(language), search));
    }

    private List<Map<String, Object>> json(String language) {
        return catalog.queries().stream().map(q -> json(q, language)).toList();
    }

    private static Map<String, Object> json(CannedQuery query, String language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", query.id());
        json.put("href", "/queries/" + query.id());
        json.put("summary", query.header().summary().in(language));
        json.put("description", query.header().description().in(language));
        json.put("tags", query.header().tags());
        json.put("view", query.header().view());
        json.put("columns", query.columns());
        json.put(
                "parameters",
                query.header().parameters().stream().map(p -> json(p, language)).toList());
        json.put("sparql", query.sparql());
        return json;
    }

    private static Map<String, Object> json(Parameter parameter, String language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("type", parameter.type().word());
        json.put("required", parameter.required());
        json.put("list", parameter.list());
        json.put("description", parameter.description().in(language));
        parameter.example().ifPresent(example -> json.put("example", example));
        if (!parameter.values().isEmpty()) {
            json.put(
                    "values",
                    parameter.values().stream().map(Parameter.Value::name).toList());
        }
        return json;
    }
}
