package org.entente.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.entente.execution.KnownParts.Part;
import org.entente.sparql.FilledQuery;

/**
 * A sub-query that says the same whatever the whole query is asked about, such as which body belongs to which state: its rows are found
 * once in each state of the store, and joined to the others.
 */
final class OnceInState extends PlannedOp {
    private final Op pattern;
    private final Key key;

    private OnceInState(Op pattern) {
        super("once-in-state");
        this.pattern = pattern;
        key = new Key(pattern, pattern.hashCode());
    }

    /** Stands for the sub-query, whatever question it is part of. */
    private record Key(Op pattern, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** The plan of a query in which its values have places, with such sub-queries in the place of those that have none of them. */
    static Op in(Op plan) {
        return switch (plan) {
            // What comes last is made of everything: it is answered as a whole, or not at all.
            case OpModifier last -> last.copy(in(last.getSubOp()));
            case OpExtend last -> last.copy(in(last.getSubOp()));
            case OpGroup last -> last.copy(in(last.getSubOp()));
            default -> within(plan);
        };
    }

    private static Op within(Op op) {
        return switch (op) {
            case PlannedOp planned -> planned.with(OnceInState::in);
            case OpGraph graph -> graph;
            case OpService service -> service;
            case Op1 one -> one.copy(within(one.getSubOp()));
            case Op2 two -> two.copy(operand(two.getLeft()), operand(two.getRight()));
            case OpN several -> {
                List<Op> operands = new ArrayList<>();
                several.getElements().forEach(each -> operands.add(operand(each)));
                yield several.copy(operands);
            }
            default -> op;
        };
    }

    private static Op operand(Op op) {
        boolean isSubQuery = op instanceof OpProject || op instanceof OpDistinct;
        return isSubQuery && !op.toString().contains(FilledQuery.PLACE) ? new OnceInState(op) : within(op);
    }

    @Override
    PlannedOp with(UnaryOperator<Op> change) {
        return this;
    }

    @Override
    public Op effectiveOp() {
        return pattern;
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        Optional<Part> part = KnownParts.in(context.getDataset()).map(known -> known.of(key, each -> read(context)));
        return part.filter(Part::isKept)
                .<QueryIterator>map(known -> new Joined(input, known, context))
                .orElseGet(() -> QC.execute(inStore(pattern, context), input, context));
    }

    private Part read(ExecutionContext context) {
        return Part.read(QC.execute(inStore(pattern, context), QueryIterRoot.create(context), context));
    }

    private static final class Joined extends QueryIterRepeatApply {
        private final Part part;

        Joined(QueryIterator input, Part part, ExecutionContext context) {
            super(input, context);
            this.part = part;
        }

        @Override
        protected QueryIterator nextStage(Binding solution) {
            return QueryIterPlainWrapper.create(part.joined(solution).iterator(), getExecContext());
        }
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap names) {
        return other instanceof OnceInState same && pattern.equalTo(same.pattern, names);
    }
}
