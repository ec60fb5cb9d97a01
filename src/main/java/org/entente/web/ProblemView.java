package org.entente.web;

import java.util.List;

/** A problem as a page shows it. */
public record ProblemView(int status, String type, String title, String detail, List<Near> near, String sought) {
    private static final List<String> SAID = List.of(
            "csv",
            "not-found",
            "parameter",
            "query-timeout",
            "busy",
            "too-many-requests",
            "internal",
            "method-not-allowed");

    static ProblemView of(Problem problem) {
        List<Near> near = problem.fields().get("near") instanceof List<?> list
                ? list.stream()
                        .filter(Near.class::isInstance)
                        .map(Near.class::cast)
                        .toList()
                : List.of();
        return new ProblemView(problem.status(), problem.type(), problem.title(), problem.detail(), near, "");
    }

    /** The same, with the name that somebody seems to have looked for at this address. */
    ProblemView at(String path) {
        String last = path.replaceFirst("/+$", "").replaceFirst(".*/", "").replaceFirst("\\.[a-z]{2,6}$", "");
        String words = last.replaceAll("[-_+]+|%20", " ").strip();
        return new ProblemView(status, type, title, detail, near, words.matches("[\\p{L}\\p{N} ']{2,80}") ? words : "");
    }

    /** The key of its heading in the reader's language; with {@code .advice} that of what to do. */
    public String key() {
        String word = type.replaceFirst(".*/", "");
        return "problem." + (SAID.contains(word) ? word : "other");
    }
}
