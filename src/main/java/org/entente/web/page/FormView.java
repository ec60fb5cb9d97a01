package org.entente.web.page;

import java.util.List;
import java.util.TreeMap;
import org.entente.query.Question;
import org.entente.web.http.Urls;

/**
 * The form of a question.
 *
 * @param action the path that it is sent to
 * @param example address of the question with example values; "" if there are none
 * @param open whether the form is shown unfolded, as it is before the first answer
 */
public record FormView(String action, List<FormField> fields, String example, boolean open) {
    /** @param hidden parameters that the form leaves out, because they only matter for data formats */
    public static FormView of(Question question, QuestionRequest request, boolean open, List<String> hidden) {
        return new FormView(
                "/" + question.id(),
                question.header().parameters().stream()
                        .filter(p -> !hidden.contains(p.name()))
                        .map(p -> FormField.of(p, request.given(), request.language()))
                        .toList(),
                Urls.with("/" + question.id(), new TreeMap<>(question.header().example())),
                open);
    }
}
