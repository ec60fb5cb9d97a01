package org.entente.derive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpDistinctReduced;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterDefaulting;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.entente.execution.SortedRow;
import org.jspecify.annotations.Nullable;

/**
 * Executes patterns over {@link RowGraph}s, in numbers of rows and nodes. Where a graph is named or a part is optional, Jena's own executor makes a copy of what is
 * to be matched for each solution; here solutions go in as they are.
 */
final class RuleExecutor extends OpExecutor {
    /** More patterns are not kept: an operator that is left to Jena may make them anew for each solution. */
    private static final int MANY = 500;

    private static final Symbol PREPARED = Symbol.create("https://w3id.org/entente/context#preparedPatterns");

    private final Prepared prepared;

    private RuleExecutor(ExecutionContext context, Prepared prepared) {
        super(context);
        this.prepared = prepared;
    }

    /** From now on patterns are executed so in a dataset of {@link RowGraph}s. Its table may shrink between two executions, but not while one goes on. */
    static DatasetGraph executing(DatasetGraph dataset) {
        QC.setFactory(dataset.getContext(), RuleExecutor::in);
        return dataset;
    }

    private static RuleExecutor in(ExecutionContext context) {
        Context ofExecution = context.getContext();
        Prepared prepared = ofExecution.get(PREPARED);
        if (prepared == null) {
            prepared = new Prepared();
            ofExecution.set(PREPARED, prepared);
        }
        return new RuleExecutor(context, prepared);
    }

    /** What one execution needs again and again. */
    private static final class Prepared {
        private final Map<RowView, Map<Op, Optional<RowPattern>>> patterns = new IdentityHashMap<>();
        private final Map<Op, Boolean> streams = new IdentityHashMap<>();

        Optional<RowPattern> of(Op op, RowView view) {
            Map<Op, Optional<RowPattern>> known = patterns.computeIfAbsent(view, v -> new IdentityHashMap<>());
            if (known.size() > MANY) {
                known.clear();
            }
            return known.computeIfAbsent(op, o -> RowPattern.of(o, view));
        }

        /** Whether each solution goes through an operator by itself: none is left out because of another. */
        boolean streams(Op op) {
            if (streams.size() > MANY) {
                streams.clear();
            }
            return streams.computeIfAbsent(op, Prepared::isEachAlone);
        }

        private static boolean isEachAlone(Op op) {
            return switch (op) {
                case OpDistinctReduced distinct -> false;
                case OpSlice slice -> false;
                case OpTopN top -> false;
                case Op1 one -> isEachAlone(one.getSubOp());
                case Op2 two -> isEachAlone(two.getLeft()) && isEachAlone(two.getRight());
                case OpN many -> many.getElements().stream().allMatch(Prepared::isEachAlone);
                default -> true;
            };
        }
    }

    private Optional<RowPattern> pattern(Op op) {
        return execCxt.getActiveGraph() instanceof RowGraph graph ? prepared.of(op, graph.view()) : Optional.empty();
    }

    private @Nullable QueryIterator match(Op op, QueryIterator input) {
        return pattern(op)
                .<QueryIterator>map(pattern -> new RowMatch(pattern, input, execCxt))
                .orElse(null);
    }

    @Override
    protected QueryIterator execute(OpBGP op, QueryIterator input) {
        QueryIterator found = match(op, input);
        return found == null ? super.execute(op, input) : found;
    }

    @Override
    protected QueryIterator execute(OpPath op, QueryIterator input) {
        QueryIterator found = match(op, input);
        return found == null ? super.execute(op, input) : found;
    }

    @Override
    protected QueryIterator execute(OpSequence op, QueryIterator input) {
        QueryIterator found = match(op, input);
        return found == null ? super.execute(op, input) : found;
    }

    @Override
    protected QueryIterator execute(OpGraph op, QueryIterator input) {
        if (!Quad.isUnionGraph(op.getNode())) {
            return super.execute(op, input);
        }
        ExecutionContext inUnion = ExecutionContext.copyChangeActiveGraph(
                execCxt, execCxt.getDataset().getUnionGraph());
        Op inside = op.getSubOp();
        return prepared.streams(inside)
                ? QC.execute(inside, input, inUnion)
                : new QueryIterRepeatApply(input, execCxt) {
                    @Override
                    protected QueryIterator nextStage(Binding solution) {
                        return QC.execute(inside, solution, inUnion);
                    }
                };
    }

    /** Statements are looked up for each solution of what stands before them, also where that is a sub-query. */
    @Override
    protected QueryIterator execute(OpJoin op, QueryIterator input) {
        QueryIterator found = match(op, input);
        if (found != null) {
            return found;
        }
        return isPattern(op.getRight()) ? exec(op.getRight(), exec(op.getLeft(), input)) : super.execute(op, input);
    }

    private static boolean isPattern(Op op) {
        return op instanceof OpGraph graph && Quad.isUnionGraph(graph.getNode())
                ? isPattern(graph.getSubOp())
                : Statement.addAll(op, new ArrayList<>());
    }

    @Override
    protected QueryIterator execute(OpConditional op, QueryIterator input) {
        Op optional = op.getRight();
        return new QueryIterRepeatApply(exec(op.getLeft(), input), execCxt) {
            @Override
            protected QueryIterator nextStage(Binding solution) {
                return new QueryIterDefaulting(QC.execute(optional, solution, execCxt), solution, execCxt);
            }
        };
    }

    /** Jena's own sets of solutions have one place for all pairs of terms whose names differ in the same way, such as numbers that follow each other. */
    @Override
    protected QueryIterator execute(OpDistinct op, QueryIterator input) {
        if (!input.isJoinIdentity()) {
            return super.execute(op, input);
        }
        List<Var> variables = List.copyOf(OpVars.visibleVars(op.getSubOp()));
        Set<List<@Nullable Node>> seen = new HashSet<>();
        return new QueryIterProcessBinding(exec(op.getSubOp(), input), execCxt) {
            @Override
            public @Nullable Binding accept(Binding solution) {
                List<@Nullable Node> values = new ArrayList<>(variables.size());
                variables.forEach(variable -> values.add(solution.get(variable)));
                return seen.add(values) ? solution : null;
            }
        };
    }

    @Override
    protected QueryIterator execute(OpOrder op, QueryIterator input) {
        return new InOrder(exec(op.getSubOp(), input), op.getConditions(), execCxt);
    }

    /** Sorts when the first solution is asked for. */
    private static final class InOrder extends QueryIter1 {
        private final List<SortCondition> conditions;
        private @Nullable Iterator<Binding> sorted;

        InOrder(QueryIterator input, List<SortCondition> conditions, ExecutionContext context) {
            super(input, context);
            this.conditions = conditions;
        }

        private Iterator<Binding> sorted() {
            if (sorted == null) {
                sorted = SortedRow.inOrder(getInput(), conditions, getExecContext());
            }
            return sorted;
        }

        @Override
        protected boolean hasNextBinding() {
            return sorted().hasNext();
        }

        @Override
        protected Binding moveToNextBinding() {
            return sorted().next();
        }

        @Override
        protected void requestSubCancel() {
            // The input is asked to stop.
        }

        @Override
        protected void closeSubIterator() {
            // What is sorted holds nothing open.
        }
    }
}
