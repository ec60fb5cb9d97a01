package org.entente.web;

import java.util.List;

/** A problem as a page shows it. */
public record ProblemView(int status, String type, String title, String detail, List<Near> near) {
    static ProblemView of(Problem problem) {
        List<Near> near = problem.fields().get("near") instanceof List<?> list
                ? list.stream()
                        .filter(Near.class::isInstance)
                        .map(Near.class::cast)
                        .toList()
                : List.of();
        return new ProblemView(problem.status(), problem.type(), problem.title(), problem.detail(), near);
    }
}
