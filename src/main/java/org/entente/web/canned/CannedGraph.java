package org.entente.web.canned;

import org.entente.web.page.View;

/** The graph that a canned query constructs, as Turtle. */
public record CannedGraph(CannedAnswer answer, String turtle) implements View {
    @Override
    public String template() {
        return "canned/graph.jte";
    }
}
