package org.entente.web.search;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.QueryExecutor;
import org.entente.query.ExampleValues;
import org.entente.text.Json;
import org.entente.web.http.Etags;
import org.entente.web.page.EvidenceKind;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;

/** {@code /search}: the entities that a name may mean, with the reasons, as a page or as JSON. */
final class SearchEndpoint {

    private final NameSearch nameSearch;
    private final QueryExecutor executor;
    private final ExampleValues examples;
    private final Pages pages;

    SearchEndpoint(NameSearch nameSearch, ExampleValues examples, QueryExecutor executor, Pages pages) {
        this.examples = examples;
        this.nameSearch = nameSearch;
        this.executor = executor;
        this.pages = pages;
    }

    void handle(Context ctx) throws IOException {
        ctx.header("Vary", "Accept, Accept-Language");
        SearchRequest request = SearchRequest.read(ctx);
        var classes = EvidenceKind.classes(request.types());
        String tag = Etags.of(executor.state(), "search", request);
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        if (request.isPage()) {
            SearchView view = SearchView.of(request, nameSearch, examples, classes, ctx.ip());
            pages.html(ctx, PageInfo.titled(view.title()), view);
            return;
        }
        List<SearchHit> found = request.text().isEmpty()
                ? List.of()
                : nameSearch.search(request.text(), request.limit(), classes, request.language(), ctx.ip());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("query", request.text());
        answer.put("hits", found);
        ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(answer));
    }
}
