package org.entente.web.canned;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.Paging;
import org.entente.web.http.Format;
import org.entente.web.page.PageLinks;

/**
 * A canned query with parsed parameters.
 *
 * @param bound the query with its values
 * @param kind the picture that the reader, or else the query, asks for; empty for a table
 * @param groupable whether this address has a {@link ResultPage}
 * @param grouped whether the answer is shown on it
 */
record CannedQuestion(
        CannedRequest request,
        Arguments arguments,
        BoundQuery bound,
        Optional<ViewKind> kind,
        boolean groupable,
        boolean grouped) {
    /** Largest number of rows on a {@link ResultPage}. */
    static final int MOST_GROUPED = 10_000;

    /** @param groupable whether the address of the request has a {@link ResultPage} */
    static CannedQuestion of(CannedRequest request, Arguments arguments, boolean groupable) {
        CannedQuery query = request.query();
        Optional<ViewKind> kind = ViewKind.asked(request.view())
                .or(() -> ViewKind.named(query.header().view()));
        boolean grouped = groupable && request.isPage() && request.view().isEmpty() && !query.isConstruct();
        BoundQuery bound = query.bind(
                arguments,
                grouped ? new Paging(1, MOST_GROUPED) : request.window().paging());
        String sort = request.window().sort();
        return new CannedQuestion(
                request,
                arguments,
                sort.isEmpty() ? bound : bound.sortedBy(sort.replaceFirst("^-", ""), sort.startsWith("-")),
                kind,
                groupable,
                grouped);
    }

    /** The same query with all rows that a page may count. */
    BoundQuery all() {
        return query().bind(arguments, new Paging(1, MOST_GROUPED));
    }

    CannedQuery query() {
        return request.query();
    }

    PageLinks links(boolean more) {
        Map<String, List<String>> parameters = request.permalink(arguments);
        if (request.format() != Format.HTML && request.address().namesFormat()) {
            // The format was asked for in the address, not by Accept, so the next page needs it, too.
            parameters.put("format", List.of(request.format().label()));
        }
        return PageLinks.of(request.path(), parameters, request.window().page(), more);
    }
}
