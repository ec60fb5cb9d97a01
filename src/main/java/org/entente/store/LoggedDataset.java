package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** A dataset that has it written down which statements are added and deleted. */
final class LoggedDataset extends InterceptedWrites {
    private final List<ChangeLog> logs;
    private long writes;

    LoggedDataset(DatasetGraph base, ChangeLog... logs) {
        super(base);
        this.logs = List.of(logs);
    }

    @Override
    void before(@Nullable Node graph, Node subject, Node predicate, Node object) {
        if (graph == null
                || graph.isConcrete() && subject.isConcrete() && predicate.isConcrete() && object.isConcrete()) {
            touch(Quad.create(graph == null ? Quad.defaultGraphNodeGenerated : graph, subject, predicate, object));
            return;
        }
        List<Quad> concerned = new ArrayList<>();
        getWrapped().find(graph, subject, predicate, object).forEachRemaining(concerned::add);
        concerned.forEach(this::touch);
    }

    /** How often somebody has written or deleted a statement. */
    long writes() {
        return writes;
    }

    private void touch(Quad quad) {
        writes++;
        logs.forEach(log -> log.touch(quad));
    }
}
