package org.entente.web.page;

import java.util.List;
import org.entente.execution.Problem;
import org.entente.web.http.Suggestions;

/**
 * A problem as a page shows it.
 *
 * @param sought the name that the reader probably looked for; "" if there is none
 */
public record ProblemView(int status, String type, String title, String detail, List<Suggestions> near, String sought)
        implements View {
    private static final List<String> SAID = List.of(
            "csv",
            "not-found",
            "parameter",
            "query-timeout",
            "busy",
            "too-many-requests",
            "internal",
            "method-not-allowed");

    @Override
    public String template() {
        return "page/problem.jte";
    }

    public static ProblemView of(Problem problem) {
        List<Suggestions> near = problem.fields().get("near") instanceof List<?> list
                ? list.stream()
                        .filter(Suggestions.class::isInstance)
                        .map(Suggestions.class::cast)
                        .toList()
                : List.of();
        return new ProblemView(problem.status(), problem.type(), problem.title(), problem.detail(), near, "");
    }

    /** The same problem, with the name that the reader probably looked for at this path. */
    public ProblemView at(String path) {
        String last = path.replaceFirst("/+$", "").replaceFirst(".*/", "").replaceFirst("\\.[a-z]{2,6}$", "");
        String words = last.replaceAll("[-_+]+|%20", " ").strip();
        return new ProblemView(status, type, title, detail, near, words.matches("[\\p{L}\\p{N} ']{2,80}") ? words : "");
    }

    /** The key of the heading; with {@code .advice} appended, that of the advice. */
    public String key() {
        String word = type.replaceFirst(".*/", "");
        return "problem." + (SAID.contains(word) ? word : "other");
    }
}
