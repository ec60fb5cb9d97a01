package org.entente.web.page;

import java.util.List;
import java.util.TreeMap;
import org.entente.query.Question;
import org.entente.web.http.Urls;

/**
 * The form of a question.
 *
 * @param action where it is sent
 * @param example address of an example; "" if there is none
 * @param open whether it is shown at once: nothing was asked yet
 */
public record FormView(String action, List<FormField> fields, String example, boolean open) {
    /** @param hidden parameters that only data have */
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
