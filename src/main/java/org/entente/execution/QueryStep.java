package org.entente.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.jspecify.annotations.Nullable;

/** One step of a query that takes solutions one by one and gives, for each in turn, what becomes of it. */
final class QueryStep {
    private enum Kind {
        /** Finds what the rows are about; never put off, for it leaves out more than it adds. */
        JOIN,
        /** Looks up a value of something that is known, or asks an index about it. */
        DETAIL,
        OPTIONAL,
        FILTER,
        BIND
    }

    private final Kind kind;
    /** The pattern; for FILTER and BIND, the step on the unit table. */
    private final Op op;

    private final @Nullable Lookup lookup;
    private final Set<Var> mentioned;
    private final Set<Var> certain;

    private QueryStep(Kind kind, Op op) {
        this.kind = kind;
        this.op = op;
        lookup = switch (kind) {
            case DETAIL -> Lookup.of(op);
            case OPTIONAL -> Lookup.optional(op);
            case FILTER -> Lookup.conditions((OpFilter) op);
            case JOIN, BIND -> null;
        };
        Set<Var> all = new HashSet<>(OpVars.mentionedVars(op));
        if (op instanceof OpExtend extend) {
            // What it gives a value to is not among them.
            all.addAll(extend.getVarExprList().getVars());
        }
        mentioned = Set.copyOf(all);
        certain = kind == Kind.JOIN || kind == Kind.DETAIL ? CertainVariables.of(op) : Set.of();
    }

    Set<Var> mentioned() {
        return mentioned;
    }

    /** What it looks up; null if it does anything else. */
    @Nullable
    Lookup lookup() {
        return lookup;
    }

    /** Whether it looks up values, and does not only drop rows. */
    boolean findsValues() {
        return lookup != null && !lookup.triples().isEmpty();
    }

    /** The same step of another pattern. */
    QueryStep with(UnaryOperator<Op> change) {
        Op changed = change.apply(op);
        return changed == op ? this : new QueryStep(kind, changed);
    }

    boolean equalTo(QueryStep other, @Nullable NodeIsomorphismMap names) {
        return kind == other.kind && op.equalTo(other.op, names);
    }

    /** Variables that have a value after it. */
    Set<Var> certain() {
        return certain;
    }

    /**
     * Whether it may not be put off.
     *
     * @param wanted variables on which the order, or a step that stays, depends
     * @param known variables that surely have a value before this step
     */
    boolean mustStay(Set<Var> wanted, Set<Var> known, Set<QueryStep> staying) {
        if (kind == Kind.FILTER) {
            // It binds nothing, so it may come later; but rows should be dropped early where that needs nothing more.
            return staying.stream()
                    .flatMap(step -> step.certain.stream())
                    .collect(Collectors.toSet())
                    .containsAll(mentioned);
        }
        return kind == Kind.JOIN
                || mentioned.stream().anyMatch(variable -> wanted.contains(variable) && !known.contains(variable));
    }

    /**
     * The steps of a pattern, in the order in which they are taken.
     *
     * @param split whether a value may be looked up after its thing was found in other ways, also if the pattern has both together
     */
    static List<QueryStep> of(Op op, boolean split) {
        List<QueryStep> steps = new ArrayList<>();
        new Reading(split).add(op, steps);
        return steps;
    }

    /** Whether it is one step among others, on solutions that come one by one. */
    static boolean isStep(OpExtend extend) {
        Op before = extend.getSubOp();
        return before instanceof OpConditional
                || before instanceof OpFilter
                || before instanceof OpSequence
                || before instanceof OpBGP
                || before instanceof OpPropFunc;
    }

    private record Reading(boolean split) {

        private void add(Op op, List<QueryStep> steps) {
            if (op instanceof OpConditional optional) {
                add(optional.getLeft(), steps);
                steps.add(new QueryStep(Kind.OPTIONAL, optional.getRight()));
            } else if (op instanceof OpExtend extend && isStep(extend)) {
                add(extend.getSubOp(), steps);
                steps.add(new QueryStep(Kind.BIND, OpExtend.create(OpTable.unit(), extend.getVarExprList())));
            } else {
                join(op, steps);
            }
        }

        /** What is joined to the solutions before. */
        private void join(Op op, List<QueryStep> steps) {
            if (op instanceof OpFilter filter) {
                within(filter.getSubOp(), steps);
                steps.add(new QueryStep(Kind.FILTER, OpFilter.filterBy(filter.getExprs(), OpTable.unit())));
            } else if (op instanceof OpSequence sequence) {
                sequence.getElements().forEach(element -> within(element, steps));
            } else if (op instanceof OpBGP bgp) {
                split(bgp.getPattern(), steps);
            } else if (op instanceof OpPropFunc function) {
                if (!OpJoin.isJoinIdentify(function.getSubOp())) {
                    within(function.getSubOp(), steps);
                }
                Kind kind = steps.isEmpty() ? Kind.JOIN : Kind.DETAIL;
                steps.add(new QueryStep(
                        kind,
                        new OpPropFunc(
                                function.getProperty(),
                                function.getSubjectArgs(),
                                function.getObjectArgs(),
                                OpTable.unit())));
            } else {
                steps.add(new QueryStep(Kind.JOIN, op));
            }
        }

        private void within(Op op, List<QueryStep> steps) {
            if (steps.isEmpty()) {
                add(op, steps);
            } else {
                join(op, steps);
            }
        }

        /** Values of things that are found without them are looked up in steps of their own. */
        private void split(BasicPattern pattern, List<QueryStep> steps) {
            List<Triple> core = new ArrayList<>(pattern.getList());
            List<Triple> details = new ArrayList<>();
            Set<Var> before = new HashSet<>();
            steps.forEach(step -> before.addAll(step.certain));
            boolean more = true;
            while (more) {
                more = false;
                for (int i = core.size() - 1; i >= 0; i--) {
                    if (core.size() + (before.isEmpty() ? 0 : 1) > 1
                            && detail(core.get(i), core, before)
                            && (split || before.contains(core.get(i).getSubject()))) {
                        details.addFirst(core.remove(i));
                        more = true;
                    }
                }
            }
            if (!core.isEmpty()) {
                steps.add(new QueryStep(Kind.JOIN, new OpBGP(BasicPattern.wrap(core))));
            }
            details.forEach(
                    triple -> steps.add(new QueryStep(Kind.DETAIL, new OpBGP(BasicPattern.wrap(List.of(triple))))));
        }

        private boolean detail(Triple triple, List<Triple> core, Set<Var> before) {
            Node value = triple.getObject();
            boolean leaf = Var.isVar(triple.getSubject())
                    && triple.getPredicate().isURI()
                    && Var.isVar(value)
                    && !value.equals(triple.getSubject())
                    && !before.contains(Var.alloc(value));
            boolean found = before.contains(triple.getSubject());
            for (Triple other : core) {
                if (other != triple) {
                    leaf &= !other.getSubject().equals(value)
                            && !other.getObject().equals(value)
                            && !other.getPredicate().equals(value);
                    found |= other.getSubject().equals(triple.getSubject())
                            || other.getObject().equals(triple.getSubject());
                }
            }
            return leaf && found;
        }
    }

    /** The step on the solutions of what is before it; null if there is one solution without values. */
    Op after(@Nullable Op before) {
        if (before == null) {
            return kind == Kind.OPTIONAL ? new OpConditional(OpTable.unit(), op) : op;
        }
        return switch (kind) {
            case JOIN, DETAIL -> inSequence(before, op);
            case OPTIONAL -> new OpConditional(before, op);
            case FILTER -> filtered(before, ((OpFilter) op).getExprs());
            case BIND -> OpExtend.create(before, new VarExprList(((OpExtend) op).getVarExprList()));
        };
    }

    /** One after the other. Jena's own way adds to the first, if that is a sequence, and plans are kept. */
    static Op inSequence(Op before, Op then) {
        if (!(before instanceof OpSequence several)) {
            return OpSequence.create(before, then);
        }
        OpSequence sequence = OpSequence.create();
        several.getElements().forEach(sequence::add);
        sequence.add(then);
        return sequence;
    }

    /** With further conditions. Jena's own way adds them to those that are there, and plans are kept. */
    static Op filtered(Op before, ExprList conditions) {
        ExprList all = new ExprList();
        Op pattern = before;
        if (before instanceof OpFilter filter) {
            all.addAll(filter.getExprs());
            pattern = filter.getSubOp();
        }
        all.addAll(conditions);
        return OpFilter.filterDirect(all, pattern);
    }
}
