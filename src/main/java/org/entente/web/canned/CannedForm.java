package org.entente.web.canned;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.execution.Rows;
import org.entente.query.CannedQuery;
import org.entente.query.EntityResolver;
import org.entente.query.Parameter;
import org.entente.web.http.Urls;
import org.entente.web.page.AnswerSentence;
import org.entente.web.page.FormField;
import org.entente.web.page.FormView;
import org.entente.web.page.Messages;
import org.entente.web.page.NameReadings;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionHead;
import org.entente.web.page.View;

/**
 * The page of a canned query without an answer: its description and its form.
 *
 * @param tags the themes in the reader's language
 * @param said what stands above the answer
 */
public record CannedForm(String id, QuestionHead head, List<String> tags, Said said) implements View {
    /**
     * What stands above an answer.
     *
     * @param sentence what the answer comes to; may be ""
     * @param readings how names and dates were read that were written in another way
     * @param values names of parameters to their values, as a reader would say them
     */
    public record Said(String sentence, List<String> readings, Map<String, String> values) {
        static final Said NOTHING = new Said("", List.of(), Map.of());

        /** @param rows of all pages */
        static Said of(CannedQuestion question, Rows rows, EntityResolver names) {
            String language = question.request().language();
            AnswerSentence answer =
                    new AnswerSentence(question.query().header(), question.arguments(), rows, names, language);
            return new Said(
                    answer.sentence(),
                    NameReadings.of(question.arguments().readings(), names, language),
                    answer.values());
        }
    }

    @Override
    public String template() {
        return "canned/form.jte";
    }

    /**
     * @param fields the fields of the form, with their errors
     * @param problem an error that belongs to no field
     */
    static CannedForm unanswered(CannedRequest request, List<FormField> fields, Optional<ProblemView> problem) {
        return of(request, false, fields, problem, Said.NOTHING);
    }

    static CannedForm answered(CannedRequest request, Said said) {
        return of(request, true, fields(request), Optional.empty(), said);
    }

    private static CannedForm of(
            CannedRequest request, boolean answered, List<FormField> fields, Optional<ProblemView> problem, Said said) {
        CannedQuery query = request.query();
        String language = request.language();
        String example = query.header().example().isEmpty()
                ? ""
                : Urls.with(request.path(), new TreeMap<>(query.header().example()));
        return new CannedForm(
                query.id(),
                new QuestionHead(
                        title(request, answered, said),
                        query.header().description().in(language),
                        new FormView(request.path(), fields, example, !answered),
                        problem,
                        said.readings()),
                query.header().tags().stream()
                        .map(tag -> Messages.in(language).getOr("theme." + tag, tag))
                        .toList(),
                said);
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
    private static String title(CannedRequest request, boolean answered, Said said) {
        CannedQuery query = request.query();
        String summary = query.header().summary().in(request.language());
        String question = query.header().question().in(request.language());
        if (!answered || question.isBlank()) {
            return summary;
        }
        for (Parameter parameter : query.header().parameters()) {
            String given = said.values()
                    .getOrDefault(
                            parameter.name(),
                            String.join(", ", request.given().getOrDefault(parameter.name(), List.of())));
            if (question.contains("{" + parameter.name() + "}") && (given.isBlank() || given.contains(":"))) {
                return summary;
            }
            question = question.replace("{" + parameter.name() + "}", given);
        }
        Messages messages = Messages.in(request.language());
        for (String bound : List.of("from", "to")) {
            String value = said.values().get(bound);
            boolean shown = query.header().question().in(request.language()).contains("{" + bound + "}");
            if (value != null && !shown) {
                question += " · " + messages.get("answer." + bound, value);
            }
        }
        return question;
    }
}
