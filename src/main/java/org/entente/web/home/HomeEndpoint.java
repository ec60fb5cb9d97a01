package org.entente.web.home;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.CannedQuery;
import org.entente.query.EntityResolver;
import org.entente.query.ExampleValues;
import org.entente.query.Paging;
import org.entente.query.Parameter;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.query.QueryHeader;
import org.entente.store.CollectionDescription;
import org.entente.store.PerRevision;
import org.entente.web.entity.SchemaOrg;
import org.entente.web.http.Etags;
import org.entente.web.http.Language;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.network.ContactQuestions;
import org.entente.web.page.Counts;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /}: a box for names and questions, the size of the collection, and links to everything else. */
final class HomeEndpoint {
    private static final int EXAMPLES = 6;
    private static final int MOST_ROWS = 5_000;
    /** Queries that show what this collection can answer. Those in the catalogue become examples. */
    private static final List<String> TELLING = List.of(
            "who-met",
            "met-by-office",
            "office-holder-at",
            "announced-never-reported",
            "conflicts",
            "unnamed-agreements",
            "agreements-between-countries",
            "events-in-place");

    private record Figures(Counts counts, YearChart events, YearChart sources) {}

    private final QueryExecutor executor;
    private final ServerOptions options;
    private final QueryCatalog catalog;
    private final EntityResolver names;
    private final ExampleValues examples;
    private final Pages pages;
    private final PerRevision<Figures> figures = new PerRevision<>();

    HomeEndpoint(
            QueryExecutor executor,
            ServerOptions options,
            QueryCatalog catalog,
            EntityResolver names,
            ExampleValues examples,
            Pages pages) {
        this.executor = executor;
        this.options = options;
        this.catalog = catalog;
        this.names = names;
        this.examples = examples;
        this.pages = pages;
    }

    void handle(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        String language = Language.of(ctx);
        String state = executor.state();
        if (Etags.unchanged(ctx, Etags.of(state, "home", language, ctx.req().getQueryString()))) {
            return;
        }
        pages.once(ctx, () -> page(ctx, state, language));
    }

    private void page(Context ctx, String state, String language) {
        Figures now = figures.get(
                state + catalog.edition(),
                () -> executor.inOneState(
                        ctx.ip(),
                        session -> new Figures(
                                Counts.ask(session),
                                YearChart.ofEvents(rows(session, "events-by-year")),
                                YearChart.ofSources(rows(session, "coverage")))));
        CollectionDescription about = executor.collection();
        String schema = SchemaOrg.collection(
                Urls.base(ctx, options), executor.release(), now.counts, about, Messages.in(language));
        HomeView view = new HomeView(
                now.counts,
                now.events,
                now.sources,
                examples(about, language),
                hint(about, language),
                executor.loaded(),
                language,
                schema);
        pages.html(ctx, PageInfo.titled("home.title"), view);
    }

    private Rows rows(QueryExecutor.Session session, String id) {
        return catalog.query(id)
                .map(query -> session.select(
                        query.bind(Parameters.read(query, Map.of(), names), new Paging(1, MOST_ROWS))
                                .query(),
                        MOST_ROWS))
                .orElse(new Rows(List.of(), List.of(), false));
    }

    /**
     * The example questions, with the values of their headers filled in: the dossier of two people, those of the catalogue that have an
     * example here, then those that the collection names itself.
     */
    private List<Page.Link> examples(CollectionDescription about, String language) {
        List<Page.Link> links = new ArrayList<>();
        Map<String, List<String>> two =
                ContactQuestions.PATH.with(examples).header().example();
        if (two.containsKey("from") && two.containsKey("to")) {
            links.add(new Page.Link(
                    two.get("from").getFirst() + " × " + two.get("to").getFirst(),
                    Urls.with("/dossier", Map.of("a", two.get("from"), "b", two.get("to"))),
                    ""));
        }
        TELLING.stream()
                .flatMap(id -> catalog.query(id).stream())
                .filter(query -> isComplete(query.header()))
                .limit(EXAMPLES)
                .map(query -> example(query, language))
                .forEach(links::add);
        about.questions(language).stream()
                .filter(question ->
                        links.stream().noneMatch(link -> link.label().equals(question)))
                .map(question -> new Page.Link(question, Urls.with("/ask", Map.of("q", List.of(question))), ""))
                .forEach(links::add);
        return links;
    }

    private static boolean isComplete(QueryHeader header) {
        return header.parameters().stream()
                .filter(Parameter::required)
                .allMatch(p ->
                        header.example().containsKey(p.name()) || !p.defaults().isEmpty());
    }

    /** What the empty box suggests to type; "" where nothing is known. */
    private String hint(CollectionDescription about, String language) {
        return Stream.concat(about.questions(language).stream(), examples.people(1).stream())
                .findFirst()
                .map(question -> Messages.in(language).get("home.box.hint", question))
                .orElse("");
    }

    private static Page.Link example(CannedQuery query, String language) {
        String question = query.header().question().in(language);
        for (Map.Entry<String, List<String>> given : query.header().example().entrySet()) {
            question = question.replace("{" + given.getKey() + "}", String.join(", ", given.getValue()));
        }
        boolean open = question.isBlank() || question.contains("{") || question.matches(".*\\b[a-z]+:[a-z].*");
        return new Page.Link(
                open ? query.header().summary().in(language) : question,
                Urls.with(
                        "/queries/" + query.id(),
                        new java.util.TreeMap<>(query.header().example())),
                "");
    }
}
