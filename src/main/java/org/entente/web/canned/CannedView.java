package org.entente.web.canned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.Counts;
import org.entente.web.page.FormField;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ResultTable;

/**
 * A canned query as a page shows it.
 *
 * @param problem what is wrong with the request and belongs to no field; null if nothing is
 * @param result null where there is none (yet)
 */
public record CannedView(
        String id,
        String title,
        String description,
        String question,
        String action,
        List<FormField> fields,
        String example,
        List<String> tags,
        ProblemView problem,
        Result result) {

    /**
     * An answer.
     *
     * @param table the rows; null for a graph, and where they are told
     * @param turtle a graph; "" for rows
     * @param sparql the query that ran
     * @param total rows on all pages
     * @param pages how many pages there are
     * @param views the ways to show it; one alone is no choice
     * @param searched what was searched in vain; null where something was found
     * @param snippets code that asks the same
     * @param drawn the picture of the rows; null for a graph, and where they are told
     */
    public record Result(
            ResultTable table,
            String turtle,
            String sparql,
            PageLinks links,
            int page,
            long total,
            long pages,
            List<View> views,
            Counts searched,
            List<Page.Link> downloads,
            List<Snippet> snippets,
            ResultView drawn) {
        /** Whether there is anything on this page. */
        public boolean isEmpty() {
            return total == 0;
        }
    }

    /** A way to show a result. */
    public record View(String name, String href, boolean current) {}

    /** Its form, nothing asked yet. */
    static CannedView form(CannedQuery query, CannedRequest request, String path) {
        return of(query, request, path, null, null);
    }

    /** The same with other fields: one of them says what is wrong with it. */
    CannedView withFields(List<FormField> marked) {
        return new CannedView(id, title, description, question, action, marked, example, tags, problem, result);
    }

    /** The same with what is wrong beyond the fields. */
    CannedView withProblem(ProblemView trouble) {
        return new CannedView(id, title, description, question, action, fields, example, tags, trouble, result);
    }

    static CannedView of(CannedQuery query, CannedRequest request, String path, Result result, ProblemView problem) {
        String language = request.language();
        Messages messages = Messages.in(language);
        return new CannedView(
                query.id(),
                title(query, request, result != null, language),
                query.header().description().in(language),
                query.header().question().in(language),
                path,
                query.header().parameters().stream()
                        .map(p -> FormField.of(p, request.given(), language))
                        .toList(),
                query.header().example().isEmpty()
                        ? ""
                        : Urls.with(path, new TreeMap<>(query.header().example())),
                query.header().tags().stream()
                        .map(tag -> messages.getOr("theme." + tag, tag))
                        .toList(),
                problem,
                result);
    }

    /** The question as it was asked, where there is an answer and names were given, not identifiers; else what the query is about. */
    static String title(CannedQuery query, CannedRequest request, boolean answered, String language) {
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

    /** The whole result, not only its page, in each format. */
    static List<Page.Link> downloads(PageLinks links, List<Format> formats, long most) {
        Map<String, List<String>> all = new LinkedHashMap<>(links.parameters());
        all.remove("view");
        if (formats == Format.ROWS) {
            all.put("limit", List.of(Long.toString(most)));
        }
        List<Page.Link> downloads = new ArrayList<>();
        for (Format format : formats) {
            all.put("format", List.of(format.label()));
            downloads.add(new Page.Link(
                    format.label().toUpperCase(Locale.ROOT), Urls.with(links.path(), all), format.mediaType()));
        }
        return downloads;
    }
}
