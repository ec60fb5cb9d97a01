package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** A dataset that writes down which statements are added and deleted. */
final class LoggedDataset extends InterceptedWrites {
    private final ChangeLog log;

    LoggedDataset(DatasetGraph base, ChangeLog log) {
        super(base);
        this.log = log;
    }

    @Override
    void before(@Nullable Node graph, Node subject, Node predicate, Node object) {
        if (graph == null
                || graph.isConcrete() && subject.isConcrete() && predicate.isConcrete() && object.isConcrete()) {
            log.touch(Quad.create(graph == null ? Quad.defaultGraphNodeGenerated : graph, subject, predicate, object));
            return;
        }
        List<Quad> concerned = new ArrayList<>();
        getWrapped().find(graph, subject, predicate, object).forEachRemaining(concerned::add);
        concerned.forEach(log::touch);
    }
}
