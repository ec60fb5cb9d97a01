package org.entente.bounds;

import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/** Has property paths end with their query: ARQ looks at the time only between the rows of a path, and a row may take for ever. */
public final class WatchedPaths {
    private WatchedPaths() {}

    /** From now on so in queries of a dataset with this context. */
    public static void watch(Context dataset) {
        QC.setFactory(dataset, QC.getFactory(dataset) == OpExecutorTDB2.OpExecFactoryTDB ? InTdb2::new : InMemory::new);
    }

    private static QueryIterator paths(OpPath path, QueryIterator input, ExecutionContext execution) {
        WatchedGraph graph = new WatchedGraph(execution.getActiveGraph(), execution.getCancelSignal());
        ExecutionContext watched = ExecutionContext.copyChangeActiveGraph(execution, graph);
        return new Rows(new Starts(path.getTriplePath(), input, watched, graph), graph);
    }

    private static final class InTdb2 extends OpExecutorTDB2 {
        InTdb2(ExecutionContext execution) {
            super(execution);
        }

        @Override
        protected QueryIterator execute(OpPath path, QueryIterator input) {
            return paths(path, input, execCxt);
        }
    }

    private static final class InMemory extends OpExecutor {
        InMemory(ExecutionContext execution) {
            super(execution);
        }

        @Override
        protected QueryIterator execute(OpPath path, QueryIterator input) {
            return paths(path, input, execCxt);
        }
    }

    private static final class Starts extends QueryIterPath {
        private final WatchedGraph graph;

        Starts(TriplePath path, QueryIterator input, ExecutionContext execution, WatchedGraph graph) {
            super(path, input, execution);
            this.graph = graph;
        }

        @Override
        protected QueryIterator nextStage(Binding binding) {
            graph.row();
            return super.nextStage(binding);
        }
    }

    private static final class Rows extends QueryIteratorWrapper {
        private final WatchedGraph graph;

        Rows(QueryIterator rows, WatchedGraph graph) {
            super(rows);
            this.graph = graph;
        }

        @Override
        protected Binding moveToNextBinding() {
            graph.row();
            return super.moveToNextBinding();
        }
    }
}
