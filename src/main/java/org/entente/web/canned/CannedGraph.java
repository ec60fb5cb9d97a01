package org.entente.web.canned;

import org.entente.web.page.View;

/** The page of a canned query that constructs a graph, shown as Turtle. */
public record CannedGraph(CannedAnswer answer, String turtle) implements View {
    @Override
    public String template() {
        return "canned/graph.jte";
    }
}
