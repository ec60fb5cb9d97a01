package org.entente.web.canned;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.web.http.Urls;
import org.entente.web.page.FormField;
import org.entente.web.page.FormView;
import org.entente.web.page.Messages;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionHead;
import org.entente.web.page.View;

/**
 * A canned query before it is answered: what it is about, and its form.
 *
 * @param tags its themes in the reader's language
 */
public record CannedForm(String id, QuestionHead head, List<String> tags) implements View {
    @Override
    public String template() {
        return "canned/form.jte";
    }

    /**
     * @param fields of the form, marked where one is wrong
     * @param problem what is wrong beyond the fields
     */
    static CannedForm unanswered(CannedRequest request, List<FormField> fields, Optional<ProblemView> problem) {
        return of(request, false, fields, problem);
    }

    static CannedForm answered(CannedRequest request) {
        return of(request, true, fields(request), Optional.empty());
    }

    private static CannedForm of(
            CannedRequest request, boolean answered, List<FormField> fields, Optional<ProblemView> problem) {
        CannedQuery query = request.query();
        String language = request.language();
        String example = query.header().example().isEmpty()
                ? ""
                : Urls.with(request.path(), new TreeMap<>(query.header().example()));
        return new CannedForm(
                query.id(),
                new QuestionHead(
                        title(request, answered),
                        query.header().description().in(language),
                        new FormView(request.path(), fields, example, !answered),
                        problem),
                query.header().tags().stream()
                        .map(tag -> Messages.in(language).getOr("theme." + tag, tag))
                        .toList());
    }

    static List<FormField> fields(CannedRequest request) {
        return request.query().header().parameters().stream()
                .map(p -> FormField.of(p, request.given(), request.language()))
                .toList();
    }

    /** The question as it was asked, where there is an answer and names were given, not identifiers; else what the query is about. */
    private static String title(CannedRequest request, boolean answered) {
        CannedQuery query = request.query();
        String summary = query.header().summary().in(request.language());
        String question = query.header().question().in(request.language());
        if (!answered || question.isBlank()) {
            return summary;
        }
        for (Parameter parameter : query.header().parameters()) {
            String given = String.join(", ", request.given().getOrDefault(parameter.name(), List.of()));
            if (question.contains("{" + parameter.name() + "}") && (given.isBlank() || given.contains(":"))) {
                return summary;
            }
            question = question.replace("{" + parameter.name() + "}", given);
        }
        return question;
    }
}
