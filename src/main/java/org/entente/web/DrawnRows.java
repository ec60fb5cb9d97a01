package org.entente.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.Paging;

/**
 * The rows that a picture is made of, with all that has to be looked up for it. A table has pages; a picture has the whole result, as
 * far as {@link ResultView#MOST} rows reach.
 */
record DrawnRows(
        CannedQuery query,
        CannedRequest request,
        Optional<ResultView.Kind> wish,
        Rows rows,
        Labels labels,
        Positions positions) {
    /** @param page the rows of the page, which are enough if there is no other page */
    static DrawnRows of(
            Asker.Session session,
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
        if (!drawn) {
            return new DrawnRows(query, request, wish, rows, null, null);
        }
        RowColumns columns = RowColumns.of(rows);
        Positions positions = Positions.of(
                session,
                columns.place().stream()
                        .flatMap(c -> rows.rows().stream().flatMap(r -> r.node(c).stream()))
                        .toList());
        Stream<Node> named = Stream.concat(Table.mentioned(rows).stream(), positions.places());
        return new DrawnRows(
                query, request, wish, rows, Labels.of(session, named.toList(), request.language()), positions);
    }

    /** What the page shows of them. */
    ResultView view(String title, Links links) {
        Messages messages = Messages.in(request.language());
        return ResultView.choose(
                wish,
                title,
                rows,
                labels,
                messages,
                positions,
                query.header().parameter("from").isPresent()
                                && query.header().parameter("to").isPresent()
                        ? year -> at(links, Map.of("from", Integer.toString(year), "to", Integer.toString(year)))
                        : null,
                kind -> at(links, Map.of("view", kind.word())));
    }

    private String at(Links links, Map<String, String> other) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(links.parameters());
        wish.filter(k -> request.view() != null).ifPresent(k -> parameters.put("view", List.of(k.word())));
        new java.util.TreeMap<>(other).forEach((name, value) -> parameters.put(name, List.of(value)));
        return Urls.with(links.path(), parameters);
    }
}
