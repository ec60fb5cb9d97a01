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
 * A canned query whose parameters were understood.
 *
 * @param bound the query that runs
 * @param kind what the reader, else the query, wants to see; empty for a table
 * @param groupable whether this address can show all rows together, on a {@link ResultPage}
 * @param grouped whether it does
 */
record CannedQuestion(
        CannedRequest request,
        Arguments arguments,
        BoundQuery bound,
        Optional<ViewKind> kind,
        boolean groupable,
        boolean grouped) {
    /** Rows that are shown together at most. */
    static final int MOST_GROUPED = 10_000;

    /** @param groupable whether the address of the request can show all rows together */
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

    CannedQuery query() {
        return request.query();
    }

    PageLinks links(boolean more) {
        Map<String, List<String>> parameters = request.permalink(arguments);
        if (request.format() != Format.HTML && request.address().namesFormat()) {
            // Asked for in the address, not by Accept: the next page comes in the same format.
            parameters.put("format", List.of(request.format().label()));
        }
        return PageLinks.of(request.path(), parameters, request.window().page(), more);
    }
}
