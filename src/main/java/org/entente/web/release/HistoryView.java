package org.entente.web.release;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.release.History;
import org.entente.release.StateLabels;
import org.entente.vocab.Ent;
import org.entente.web.page.Messages;
import org.entente.web.page.View;

/**
 * The history of one thing.
 *
 * @param page address of the thing
 */
public record HistoryView(String label, String page, List<Entry> entries) implements View {
    /**
     * A statement in words.
     *
     * @param source the graph that states it, such as {@code source/d121}
     * @param sourceHref address of that graph
     */
    public record Entry(String words, String source, String sourceHref, History.Entry of) {}

    static HistoryView of(History history, String name, DatasetGraph dataset, Messages messages) {
        ComparisonView.Sentences say = new ComparisonView.Sentences(dataset, messages);
        String label = StateLabels.of(dataset, NodeFactory.createURI(history.thing()), messages.language());
        return new HistoryView(
                label.isEmpty() ? name : label,
                "/page/" + name,
                history.entries().stream()
                        .map(entry -> {
                            String graph = entry.graph().substring(Ent.GRAPH.length());
                            return new Entry(say.words(entry.line()), graph, "/graph/" + graph, entry);
                        })
                        .toList());
    }

    @Override
    public String template() {
        return "release/history.jte";
    }
}
