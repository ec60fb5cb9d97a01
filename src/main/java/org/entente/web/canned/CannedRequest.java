package org.entente.web.canned;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.Paging;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.page.QuestionEndpoint;

/**
 * A request for a canned query with unparsed parameters.
 *
 * @param given the parameters of the query
 * @param view how the page shows the result; "" for the default of the query
 */
record CannedRequest(
        CannedQuery query,
        Address address,
        Map<String, List<String>> given,
        Format format,
        String language,
        Window window,
        String view)
        implements QuestionEndpoint.Request {

    /**
     * The address of the request.
     *
     * @param base address of this server as the client sees it
     * @param namesFormat whether the address names the format
     */
    record Address(String base, String path, boolean namesFormat) {}

    /**
     * The rows that are wanted, and their order.
     *
     * @param page number of the page, from 1
     * @param size rows per page
     * @param sized whether the client chose the size
     * @param sort column to sort by, after a minus sign if descending; "" for the order of the query
     */
    record Window(int page, int size, boolean sized, String sort) {
        Paging paging() {
            return new Paging(page, size);
        }

        long offset() {
            return paging().offset();
        }
    }

    static CannedRequest read(Context ctx, CannedQuery query, ServerOptions options) {
        Map<String, List<String>> given = parameters(ctx, options);
        List<Format> offered = new ArrayList<>(query.isConstruct() ? Format.GRAPHS : Format.ROWS);
        offered.add(Format.HTML);
        Format format = Negotiation.require(QueryParameters.first(given, "format"), ctx.header("Accept"), offered);
        Window window = window(given, query, options);
        String language = QueryParameters.first(given, "lang");
        String view = QueryParameters.first(given, "view");
        given.keySet().removeAll(List.of("format", "page", "limit", "sort", "view"));
        if (language == null) {
            given.put("lang", List.of(Language.of(ctx)));
        }
        return new CannedRequest(
                query,
                new Address(Urls.base(ctx, options), ctx.path(), ctx.queryParam("format") != null),
                given,
                format,
                Language.of(ctx),
                window,
                view == null ? "" : view.strip());
    }

    private static Map<String, List<String>> parameters(Context ctx, ServerOptions options) {
        Map<String, List<String>> given =
                new LinkedHashMap<>(RequestBody.parameters(ctx.req().getQueryString()));
        if (ctx.req().getMethod().equals("POST")) {
            if (!RequestBody.mediaType(ctx).equals(RequestBody.FORM)) {
                throw Problem.unsupported("Send the parameters as a form (" + RequestBody.FORM + ").");
            }
            RequestBody.parameters(RequestBody.text(
                            RequestBody.read(ctx, options.bodies().query())))
                    .forEach((name, values) ->
                            given.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
        }
        return given;
    }

    private static Window window(Map<String, List<String>> given, CannedQuery query, ServerOptions options) {
        int most = (int) Math.min(options.queries().rows(), Paging.MAX_SIZE);
        int page = QueryParameters.number(given, "page", 1, 1_000_000);
        boolean sized = given.containsKey("limit");
        int size = sized
                ? QueryParameters.number(given, "limit", 1, most)
                : Math.min(most, query.header().pagination());
        String sort = QueryParameters.first(given, "sort");
        return new Window(page, size, sized, sort == null ? "" : column(sort.strip(), query));
    }

    private static String column(String sort, CannedQuery query) {
        String column = sort.startsWith("-") ? sort.substring(1) : sort;
        if (!query.isConstruct() && query.columns().contains(column)) {
            return sort;
        }
        String expected = query.isConstruct()
                ? "no value: a graph cannot be sorted"
                : "one of " + String.join(", ", query.columns()) + ", with a minus in front to reverse the order";
        throw Problem.of(
                        422, "parameter", "The parameter sort is invalid", "Parameter sort: expected " + expected + ".")
                .with("parameter", "sort")
                .with("expected", expected);
    }

    @Override
    public String path() {
        return address.path();
    }

    /** Whether no parameter of the query has a value. */
    boolean asksNothing() {
        return given.entrySet().stream().filter(e -> !e.getKey().equals("lang")).allMatch(e -> e.getValue().stream()
                .allMatch(String::isBlank));
    }

    /** The parameters of the permanent link. */
    Map<String, List<String>> permalink(Arguments arguments) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(arguments.canonical());
        if (!arguments.lang().equals("en")) {
            parameters.put("lang", List.of(arguments.lang()));
        }
        if (window.sized()) {
            parameters.put("limit", List.of(Integer.toString(window.size())));
        }
        if (!window.sort().isEmpty()) {
            parameters.put("sort", List.of(window.sort()));
        }
        if (!view.isEmpty()) {
            parameters.put("view", List.of(view));
        }
        return parameters;
    }
}
