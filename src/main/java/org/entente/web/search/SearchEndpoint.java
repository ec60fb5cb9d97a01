package org.entente.web.search;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.execution.QueryExecutor;
import org.entente.query.ExampleValues;
import org.entente.text.Json;
import org.entente.web.http.Etags;
import org.entente.web.page.EvidenceKind;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /search}: the entities that a name may mean, with the reasons, and the texts in which the words stand; a page or JSON. */
final class SearchEndpoint {

    /** Number of texts in JSON. */
    private static final int TEXTS = 20;

    private final NameSearch nameSearch;
    private final TextSearch textSearch;
    private final QueryExecutor executor;
    private final ExampleValues examples;
    private final Pages pages;

    SearchEndpoint(
            NameSearch nameSearch, TextSearch textSearch, ExampleValues examples, QueryExecutor executor, Pages pages) {
        this.examples = examples;
        this.nameSearch = nameSearch;
        this.textSearch = textSearch;
        this.executor = executor;
        this.pages = pages;
    }

    void handle(Context ctx) {
        ctx.header("Vary", "Accept, Accept-Language");
        SearchRequest request = SearchRequest.read(ctx);
        var classes = EvidenceKind.classes(request.types());
        String tag = Etags.of(executor.state(), "search", request);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        pages.once(ctx, () -> answer(ctx, request, classes));
    }

    private void answer(Context ctx, SearchRequest request, Set<String> classes) {
        if (request.isPage()) {
            SearchView view = SearchView.of(request, nameSearch, textSearch, examples, classes, ctx.ip());
            pages.html(ctx, PageInfo.titled(view.title()), view);
            return;
        }
        List<SearchHit> found = request.text().isEmpty()
                ? List.of()
                : nameSearch.search(request.text(), request.limit(), classes, request.language(), ctx.ip());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("query", request.text());
        answer.put("hits", found);
        answer.put(
                "texts",
                request.text().isEmpty() || !request.types().isEmpty()
                        ? List.of()
                        : textSearch.search(request.text(), TEXTS, request.language(), ctx.ip()).stream()
                                .map(SearchEndpoint::told)
                                .toList());
        ctx.contentType("application/json")
                .result(Json.MAPPER.valueToTree(answer).toString());
    }

    private static Map<String, Object> told(TextHit hit) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("about", hit.about().text());
        told.put("href", hit.about().href());
        told.put("kind", hit.kind());
        told.put("text", hit.text());
        told.put("language", hit.language());
        told.put("source", hit.source().text());
        told.put("sourceHref", hit.source().href());
        told.put("passages", hit.passages());
        return told;
    }
}
