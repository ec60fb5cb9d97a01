package org.entente.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
import org.apache.jena.sparql.util.Symbol;
import org.entente.execution.KnownParts.Part;
import org.entente.sparql.FilledQuery;

/**
 * A sub-query that says the same of whatever the whole query is asked about, such as which body belongs to which state: its rows are
 * found once in each state of the store, and joined to the others. What is asked about are IRIs; another text, number or day makes another
 * sub-query.
 */
final class OnceInState extends PlannedOp {
    /** The parts that a running query has read: it keeps them until it ends, whatever else is known by then. */
    private static final Symbol READ = Symbol.create("https://w3id.org/entente/parts");

    private final Op pattern;
    /** Stands for the sub-query, whatever question it is part of. Jena's comparison of patterns leaves LIMIT and conditions of OPTIONAL out. */
    private final String text;

    private OnceInState(Op pattern, String text) {
        super("once-in-state");
        this.pattern = pattern;
        this.text = text;
    }

    /** The plan of a query in which its values have places, with such sub-queries in the place of those that have none of them. */
    static Op in(Op plan) {
        return switch (plan) {
            // These come last and are made of everything: what they are made of is looked at.
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
        if (!(op instanceof OpProject || op instanceof OpDistinct)) {
            return within(op);
        }
        String text = op.toString();
        return text.contains(FilledQuery.PLACE) ? within(op) : new OnceInState(op, text);
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
        return part(context)
                .filter(Part::isKept)
                .<QueryIterator>map(known -> new Joined(input, known, context))
                .orElseGet(() -> QC.execute(inStore(pattern, context), input, context));
    }

    private Optional<Part> part(ExecutionContext context) {
        Map<String, Part> read = context.getContext().get(READ);
        if (read == null) {
            read = new ConcurrentHashMap<>();
            context.getContext().set(READ, read);
        }
        Part part = read.get(text);
        if (part == null) {
            part = KnownParts.in(context.getDataset())
                    .map(known -> known.of(text, () -> read(context)))
                    .orElse(null);
            if (part != null) {
                read.put(text, part);
            }
        }
        return Optional.ofNullable(part);
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
        return text.hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap names) {
        return other instanceof OnceInState same && text.equals(same.text);
    }
}
