package org.entente.web.page;

import java.util.List;
import java.util.Optional;
import org.entente.query.Question;

/**
 * The top of the page of a question.
 *
 * @param problem the error in a parameter
 * @param readings how names and dates were read, in sentences
 */
public record QuestionHead(
        String title, String description, FormView form, Optional<ProblemView> problem, List<String> readings) {
    /**
     * The head of a page without an answer.
     *
     * @param hidden parameters that the form leaves out
     */
    public static QuestionHead unanswered(
            Question question, QuestionRequest request, List<String> hidden, Optional<ProblemView> problem) {
        return new QuestionHead(
                question.header().summary().in(request.language()),
                question.header().description().in(request.language()),
                FormView.of(question, request, true, hidden),
                problem,
                List.of());
    }

    /** The head of a page with an answer. */
    public static QuestionHead answered(
            Question question, QuestionRequest request, List<String> hidden, String title, List<String> readings) {
        return new QuestionHead(
                title,
                question.header().description().in(request.language()),
                FormView.of(question, request, false, hidden),
                Optional.empty(),
                readings);
    }
}
