package org.entente.web.entity;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.query.EntityResolver;
import org.entente.query.QueryCatalog;
import org.entente.sparql.InternalQuery;
import org.entente.store.Graphs;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RdfWriter;
import org.entente.web.http.Suggestions;
import org.entente.web.http.Urls;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.MergedEntityRedirect;
import org.entente.web.page.Page;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /id}, {@code /data} and {@code /page}: one entity by its IRI, as data and as a page. */
final class EntityEndpoint {
    private static final List<Format> DATA =
            List.of(Format.TURTLE, Format.NTRIPLES, Format.JSONLD, Format.RDFXML, Format.TRIG, Format.NQUADS);
    private final QueryExecutor executor;
    private final EntityResolver names;
    private final Pages pages;
    private final EntityPanelReader panels;

    EntityEndpoint(QueryExecutor executor, QueryCatalog catalog, EntityResolver names, Pages pages) {
        this.executor = executor;
        this.panels = new EntityPanelReader(catalog, names);
        this.names = names;
        this.pages = pages;
    }

    /** Redirects (303) to the page or the data, as the client prefers. */
    void id(Context ctx) {
        String name = name(ctx, "/id/");
        ctx.header("Vary", "Accept");
        if (redirected(ctx, "/id/", name, "")) {
            return;
        }
        Node node = node(name);
        executor.inOneState(ctx.ip(), session -> find(session, node, name, 1));
        List<Format> offered = new ArrayList<>(DATA);
        offered.add(Format.HTML);
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), offered);
        ctx.status(303).header("Location", (format == Format.HTML ? "/page/" : "/data/") + name);
    }

    void data(Context ctx) {
        String name = name(ctx, "/data/");
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        Optional<Format> named = name.contains(".") ? Format.ofSuffix(suffix).filter(DATA::contains) : Optional.empty();
        String bare = named.isPresent() ? name.substring(0, name.length() - suffix.length() - 1) : name;
        Format format =
                named.orElseGet(() -> Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), DATA));
        if (named.isEmpty()) {
            ctx.header("Vary", "Accept");
        }
        if (redirected(ctx, "/data/", bare, named.isPresent() ? "." + suffix : "")) {
            return;
        }
        int page = pageNumber(ctx);
        if (Etags.unchanged(ctx, Etags.of(executor.state(), "data", bare, format, page))) {
            return;
        }
        Node node = node(bare);
        DatasetGraph data = DatasetGraphFactory.create();
        Prefixes.in(names.iri("")).forEach((prefix, ns) -> data.prefixes().add(prefix, ns));
        boolean more = executor.inOneState(ctx.ip(), session -> {
            Entity thing = find(session, node, bare, page);
            thing.statements().forEach(data::add);
            thing.accounts().forEach(data::add);
            thing.incoming().forEach(data::add);
            Set<Node> iris = new java.util.LinkedHashSet<>(thing.mentioned());
            iris.removeIf(n -> !n.isURI());
            session.select(InternalQuery.ENTITY_LABELS, "node", iris)
                    .rows()
                    .forEach(r -> data.add(
                            new Quad(Graphs.AUTHORITY, r.bound("node"), RDFS.label.asNode(), r.bound("label"))));
            return thing.more();
        });
        ctx.header("Link", pageLinks("/data/" + name, page, more) + "<" + names.iri(bare) + ">; rel=\"about\"");
        RdfWriter.send(ctx, data, format);
    }

    void page(Context ctx) {
        String name = name(ctx, "/page/");
        if (redirected(ctx, "/page/", name, "")) {
            return;
        }
        String language = Language.of(ctx);
        ctx.header("Vary", "Accept-Language");
        int page = pageNumber(ctx);
        if (Etags.unchanged(
                ctx,
                Etags.of(
                        executor.state(),
                        "page",
                        name,
                        language,
                        page,
                        ctx.req().getQueryString()))) {
            return;
        }
        pages.once(ctx, () -> page(ctx, name, language, page));
    }

    private void page(Context ctx, String name, String language, int page) {
        Node node = node(name);
        EntityView view = executor.inOneState(ctx.ip(), session -> {
            Entity thing = find(session, node, name, page);
            EntityLabels labels = EntityLabels.of(session, thing.mentioned(), language);
            StatementsView all = StatementsView.of(thing, labels, name, page);
            return EntityView.of(session, thing, all, labels, panels, language);
        });
        List<Page.Link> alternates = DATA.stream()
                .map(f -> new Page.Link(f.label(), "/data/" + name + "." + f.label(), f.mediaType()))
                .toList();
        ctx.header(
                "Link",
                pageLinks("/page/" + name, page, view.thing().incoming().more())
                        + String.join(
                                ", ",
                                alternates.stream()
                                        .map(l ->
                                                "<" + l.href() + ">; rel=\"alternate\"; type=\"" + l.mediaType() + "\"")
                                        .toList()));
        pages.html(ctx, PageInfo.titled(view.thing().head().label().text()).withAlternates(alternates), view);
    }

    private boolean redirected(Context ctx, String prefix, String name, String suffix) {
        String iri = names.iri(Urls.letters(name));
        return MergedEntityRedirect.answered(ctx, iri, names.survivor(iri), prefix, suffix);
    }

    private Entity find(QueryExecutor.Session session, Node node, String name, int page) {
        // An IRI may also have its letters percent-encoded: that is another IRI with the same address.
        Node encoded = NodeFactory.createURI(names.iri(name));
        return Entity.find(session, node, page)
                .or(() -> Entity.find(session, encoded, page))
                .orElseThrow(() -> {
                    String tail = name.substring(name.lastIndexOf('/') + 1).replace('-', ' ');
                    List<Suggestions> near = names.near(tail, Set.of(), 5).stream()
                            .map(c -> new Suggestions(c.label(), Prefixes.compact(c.iri()), Urls.page(c.iri())))
                            .toList();
                    return Problem.notFound(
                                    "No entry has this name",
                                    "The collection has no entry <" + names.iri(name) + ">. "
                                            + (near.isEmpty()
                                                    ? "Search for it at /search."
                                                    : "Similar names: "
                                                            + String.join(
                                                                    ", ",
                                                                    near.stream()
                                                                            .map(Suggestions::id)
                                                                            .toList())
                                                            + "."))
                            .with("near", near);
                });
    }

    /** The rest of the path after the prefix, not decoded, so that IRIs keep their percent-encoding. */
    private static String name(Context ctx, String prefix) {
        String path = Urls.normal(ctx.req().getRequestURI());
        String name = path.substring(path.indexOf(prefix) + prefix.length());
        if (name.isEmpty() || !name.matches("[\\p{Alnum}._~%!$&'()*+,;=:@/-]{1,500}")) {
            throw Problem.notFound(
                    "No entry has this name", "Names look like person/albert-rau: kind, slash, letters and hyphens.");
        }
        return name;
    }

    private Node node(String name) {
        return NodeFactory.createURI(names.iri(Urls.letters(name)));
    }

    private static int pageNumber(Context ctx) {
        String text = ctx.queryParam("page");
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw Problem.of(
                            422,
                            "parameter",
                            "The parameter page is invalid",
                            "Parameter page: expected a number from 1.")
                    .with("parameter", "page")
                    .with("expected", "a number from 1");
        }
        return Integer.parseInt(text);
    }

    private static String pageLinks(String path, int page, boolean more) {
        String links = page > 1 ? "<" + path + "?page=" + (page - 1) + ">; rel=\"prev\", " : "";
        return more ? links + "<" + path + "?page=" + (page + 1) + ">; rel=\"next\", " : links;
    }
}
