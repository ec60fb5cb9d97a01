package org.entente.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.query.ParameterType;

/**
 * A canned query as a page shows it.
 *
 * @param problem what is wrong with a parameter; null if nothing is
 * @param table null where there is no result (yet)
 * @param turtle result of a CONSTRUCT; "" for others
 * @param sparql the query that ran; "" if none did
 * @param links null where there is no result
 * @param searched what was searched in vain; null where something was found
 */
public record CannedView(
        String id,
        String title,
        String description,
        List<Field> fields,
        String example,
        ProblemView problem,
        Table table,
        String turtle,
        String sparql,
        Links links,
        Counts searched,
        List<Page.Link> downloads) {

    /** A parameter as a form shows it. */
    public record Field(
            String name,
            String label,
            boolean required,
            boolean list,
            String kind,
            List<String> values,
            String hint,
            List<Option> options) {}

    /** A choice in a form. */
    public record Option(String value, String label, boolean selected) {}

    static CannedView form(CannedQuery query, CannedRequest request, Problem problem) {
        ProblemView shown = problem == null ? null : ProblemView.of(problem);
        return view(query, request, shown, null, "", "", null, null, List.of());
    }

    static CannedView result(
            CannedQuery query,
            CannedRequest request,
            Rows rows,
            Labels labels,
            String sparql,
            Links links,
            Counts searched) {
        long first = request.paging().offset() + 1;
        return view(
                query,
                request,
                null,
                Table.ofCanned(rows, first, labels, Messages.in(request.language()), SortLinks.NONE),
                "",
                sparql,
                links,
                searched,
                downloads(links, Format.ROWS));
    }

    static CannedView graph(CannedQuery query, CannedRequest request, String turtle, String sparql, Links links) {
        return view(query, request, null, null, turtle, sparql, links, null, downloads(links, Format.GRAPHS));
    }

    private static CannedView view(
            CannedQuery query,
            CannedRequest request,
            ProblemView problem,
            Table table,
            String turtle,
            String sparql,
            Links links,
            Counts searched,
            List<Page.Link> downloads) {
        String language = request.language();
        return new CannedView(
                query.id(),
                title(query, request, table != null, language),
                query.header().description().in(language),
                query.header().parameters().stream()
                        .map(p -> field(p, request.given(), language))
                        .toList(),
                query.header().example().isEmpty()
                        ? ""
                        : Urls.with(
                                "/queries/" + query.id(),
                                new java.util.TreeMap<>(query.header().example())),
                problem,
                table,
                turtle,
                sparql,
                links,
                searched,
                downloads);
    }

    /** The question as it was asked, where there is an answer and names were given, not identifiers; else what the query is about. */
    private static String title(CannedQuery query, CannedRequest request, boolean answered, String language) {
        String question = query.header().question().in(language);
        if (!answered || question.isBlank()) {
            return query.header().summary().in(language);
        }
        for (Parameter parameter : query.header().parameters()) {
            String given = String.join(", ", request.given().getOrDefault(parameter.name(), List.of()));
            if (question.contains("{" + parameter.name() + "}") && (given.isBlank() || given.contains(":"))) {
                return query.header().summary().in(language);
            }
            question = question.replace("{" + parameter.name() + "}", given);
        }
        return question;
    }

    private static List<Page.Link> downloads(Links links, List<Format> formats) {
        return formats.stream()
                .map(f ->
                        new Page.Link(f.label().toUpperCase(java.util.Locale.ROOT), links.as(f.label()), f.mediaType()))
                .toList();
    }

    static Field field(Parameter parameter, Map<String, List<String>> given, String language) {
        List<String> values = given.getOrDefault(parameter.name(), List.of()).stream()
                .filter(text -> !text.isBlank())
                .toList();
        List<String> chosen = values.isEmpty() ? parameter.defaults() : values;
        List<Option> options = new ArrayList<>();
        if (parameter.type() == ParameterType.BOOLEAN) {
            options.add(new Option("", "", chosen.isEmpty()));
            options.add(new Option("true", language.equals("de") ? "ja" : "yes", chosen.contains("true")));
            options.add(new Option("false", language.equals("de") ? "nein" : "no", chosen.contains("false")));
        } else if (parameter.type() == ParameterType.ENUM) {
            if (!parameter.required() && !parameter.list()) {
                options.add(new Option("", "", chosen.isEmpty()));
            }
            parameter
                    .values()
                    .forEach(v -> options.add(new Option(
                            v.name(),
                            v.label().isEmpty() ? v.name() : v.label().in(language),
                            chosen.contains(v.name()))));
        }
        String description = parameter.description().in(language);
        return new Field(
                parameter.name(),
                description.isBlank() ? parameter.name() : description,
                parameter.required(),
                parameter.list(),
                options.isEmpty() ? (parameter.type() == ParameterType.INTEGER ? "number" : "text") : "select",
                chosen.isEmpty() ? List.of("") : chosen,
                parameter.example().orElse(""),
                options);
    }
}
