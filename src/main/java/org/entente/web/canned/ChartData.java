package org.entente.web.canned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.Paging;
import org.entente.web.http.Urls;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ResultTable;

/**
 * The rows that a picture is made of, with all that has to be looked up for it. A table has pages; a picture has the whole result, as
 * far as {@link ResultView#MOST} rows reach.
 */
record ChartData(
        CannedQuery query,
        CannedRequest request,
        Optional<ResultView.Kind> wish,
        Rows rows,
        RowColumns columns,
        EntityLabels labels,
        Coordinates positions) {
    /** @param page the rows of the page, which are enough if there is no other page */
    static ChartData of(
            QueryExecutor.Session session,
            CannedQuery query,
            Arguments arguments,
            Rows page,
            Optional<ResultView.Kind> wish,
            CannedRequest request) {
        boolean drawn = wish.isPresent() && wish.get() != ResultView.Kind.TABLE;
        boolean whole = request.page() == 1 && !page.more();
        Rows rows = drawn && !whole
                ? session.select(
                        query.bind(arguments, new Paging(1, ResultView.MOST)).query(), ResultView.MOST)
                : page;
        RowColumns columns = RowColumns.of(rows, query.header());
        if (!drawn) {
            return new ChartData(query, request, wish, rows, columns, null, null);
        }
        Coordinates positions = Coordinates.of(session, columns.values(columns.place(), rows));
        Stream<Node> named = Stream.concat(ResultTable.named(rows).stream(), positions.places());
        return new ChartData(
                query,
                request,
                wish,
                rows,
                columns,
                EntityLabels.of(session, named.toList(), request.language()),
                positions);
    }

    /** What the page shows of them. */
    ResultView view(String title, PageLinks links) {
        boolean timed = query.header().parameter("from").isPresent()
                && query.header().parameter("to").isPresent();
        return ResultView.choose(
                wish,
                title,
                rows,
                columns,
                labels,
                Messages.in(request.language()),
                positions,
                timed ? year -> year(links, Integer.toString(year)) : null);
    }

    private static String year(PageLinks links, String year) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(links.parameters());
        parameters.put("from", List.of(year));
        parameters.put("to", List.of(year));
        return Urls.with(links.path(), parameters);
    }
}
