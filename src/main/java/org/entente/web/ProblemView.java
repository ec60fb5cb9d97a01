package org.entente.web;

import java.util.List;

/** A problem as a page shows it. */
public record ProblemView(int status, String type, String title, String detail, List<Page.Link> near) {
    static ProblemView of(Problem problem) {
        List<Page.Link> near = problem.fields().get("near") instanceof List<?> names
                ? names.stream()
                        .map(String::valueOf)
                        .map(name -> new Page.Link(name, href(name), ""))
                        .toList()
                : List.of();
        return new ProblemView(problem.status(), problem.type(), problem.title(), problem.detail(), near);
    }

    private static String href(String name) {
        return name.startsWith("/") || name.startsWith("https://")
                ? Urls.page(name)
                : "/who-met?person=" + Urls.encode(name);
    }
}
