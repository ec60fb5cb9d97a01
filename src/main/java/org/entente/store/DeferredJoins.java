package org.entente.store;

import java.util.function.Function;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Builds a join only when its first row is asked for. In Jena 5.6.0 a hash join that is closed before that fails (apache/jena
 * issue 3516, mended in 5.7.0), and a join whose other side is empty closes it so: any query with two optional parts could meet it.
 */
final class DeferredJoins {
    private DeferredJoins() {}

    /** Lets queries on the dataset be executed with deferred joins. */
    static void wire(DatasetGraph dataset) {
        if (TDBInternal.isTDB2(dataset)) {
            QC.setFactory(dataset.getContext(), OnDisk::new);
        } else {
            QC.setFactory(dataset.getContext(), InMemory::new);
        }
    }

    private static final class OnDisk extends OpExecutorTDB2 {
        OnDisk(ExecutionContext context) {
            super(context);
        }

        @Override
        protected QueryIterator execute(OpJoin join, QueryIterator input) {
            return new Deferred(input, execCxt, i -> super.execute(join, i));
        }

        @Override
        protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
            return new Deferred(input, execCxt, i -> super.execute(join, i));
        }
    }

    private static final class InMemory extends OpExecutor {
        InMemory(ExecutionContext context) {
            super(context);
        }

        @Override
        protected QueryIterator execute(OpJoin join, QueryIterator input) {
            return new Deferred(input, execCxt, i -> super.execute(join, i));
        }

        @Override
        protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
            return new Deferred(input, execCxt, i -> super.execute(join, i));
        }
    }

    private static final class Deferred extends QueryIter1 {
        private final Function<QueryIterator, QueryIterator> builder;
        private QueryIterator joined;

        Deferred(QueryIterator input, ExecutionContext context, Function<QueryIterator, QueryIterator> builder) {
            super(input, context);
            this.builder = builder;
        }

        @Override
        protected boolean hasNextBinding() {
            if (joined == null) {
                joined = builder.apply(getInput());
            }
            return joined.hasNext();
        }

        @Override
        protected Binding moveToNextBinding() {
            return joined.next();
        }

        @Override
        protected void closeSubIterator() {
            if (joined != null) {
                joined.close();
            }
        }

        @Override
        protected void requestSubCancel() {
            if (joined != null) {
                joined.cancel();
            }
        }
    }
}
