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
 * The page of a canned query without an answer: its description and its form.
 *
 * @param tags the themes in the reader's language
 */
public record CannedForm(String id, QuestionHead head, List<String> tags) implements View {
    @Override
    public String template() {
        return "canned/form.jte";
    }

    /**
     * @param fields the fields of the form, with their errors
     * @param problem an error that belongs to no field
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

    /**
     * The question with the given values if there is an answer and the values are readable names, else the summary of
     * the query.
     */
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
