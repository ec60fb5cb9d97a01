package org.entente.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;

/** Finds every place of a pattern that reads statements, and for each what else must hold in the solutions in which it does. */
public final class PatternReader {
    private final List<PatternPlace> places = new ArrayList<>();
    private final Set<Var> assigned = new HashSet<>();
    private final boolean anyGraph;
    private boolean cut;

    private PatternReader(boolean anyGraph) {
        this.anyGraph = anyGraph;
    }

    /**
     * @param anyGraph whether it may read single graphs; each is then taken for all of them
     * @throws PatternException if the pattern holds something whose statements cannot be told
     */
    public static PatternReader of(Op pattern, boolean anyGraph) {
        PatternReader reader = new PatternReader(anyGraph);
        reader.read(pattern, false, List.of());
        return reader;
    }

    public List<PatternPlace> places() {
        return places;
    }

    /** Variables whose values are computed. */
    public Set<Var> assigned() {
        return assigned;
    }

    /** Variables that statements give values. */
    public Set<Var> outer() {
        Set<Var> variables = new HashSet<>();
        places.forEach(place -> variables.addAll(place.reads().variables()));
        return variables;
    }

    /** Whether a part of it stops after some number of rows, so that each row depends on all others. */
    public boolean isCut() {
        return cut;
    }

    private void read(Op op, boolean ofUnion, List<PatternPart> beside) {
        switch (op) {
            case OpBGP bgp ->
                readAll(
                        bgp.getPattern().getList().stream()
                                .map(t -> (Op) new OpPath(new TriplePath(t)))
                                .toList(),
                        ofUnion,
                        beside);
            case OpPath path -> {
                Op simpler = StatementPaths.expand(path);
                if (simpler instanceof OpPath one) {
                    places.add(place(one.getTriplePath(), ofUnion, beside));
                } else {
                    read(simpler, ofUnion, beside);
                }
            }
            case OpJoin join -> readAll(List.of(join.getLeft(), join.getRight()), ofUnion, beside);
            case OpSequence sequence -> readAll(sequence.getElements(), ofUnion, beside);
            case OpUnion union -> {
                read(union.getLeft(), ofUnion, beside);
                read(union.getRight(), ofUnion, beside);
            }
            case OpLeftJoin optional -> {
                read(optional.getLeft(), ofUnion, beside);
                List<PatternPart> left = both(beside, required(optional.getLeft(), ofUnion));
                read(optional.getRight(), ofUnion, left);
                if (optional.getExprs() != null) {
                    readExpressions(
                            optional.getExprs().getList(), ofUnion, both(left, required(optional.getRight(), ofUnion)));
                }
            }
            case OpMinus minus -> {
                read(minus.getLeft(), ofUnion, beside);
                read(minus.getRight(), ofUnion, both(beside, required(minus.getLeft(), ofUnion)));
            }
            case OpFilter filter -> {
                read(filter.getSubOp(), ofUnion, beside);
                readExpressions(
                        filter.getExprs().getList(), ofUnion, both(beside, required(filter.getSubOp(), ofUnion)));
            }
            case OpExtendAssign extend -> {
                read(extend.getSubOp(), ofUnion, beside);
                assigned.addAll(extend.getVarExprList().getVars());
                readExpressions(
                        expressions(extend.getVarExprList()),
                        ofUnion,
                        both(beside, required(extend.getSubOp(), ofUnion)));
            }
            case OpGroup group -> {
                read(group.getSubOp(), ofUnion, beside);
                List<PatternPart> within = both(beside, required(group.getSubOp(), ofUnion));
                readExpressions(expressions(group.getGroupVars()), ofUnion, within);
                assigned.addAll(group.getGroupVars().getExprs().keySet());
                group.getAggregators().forEach(a -> {
                    assigned.add(a.getVar());
                    if (a.getAggregator().getExprList() != null) {
                        readExpressions(a.getAggregator().getExprList().getList(), ofUnion, within);
                    }
                });
            }
            case OpOrder order -> {
                read(order.getSubOp(), ofUnion, beside);
                readExpressions(
                        order.getConditions().stream()
                                .map(c -> c.getExpression())
                                .toList(),
                        ofUnion,
                        both(beside, required(order.getSubOp(), ofUnion)));
            }
            case OpSlice slice -> {
                cut = true;
                read(slice.getSubOp(), ofUnion, beside);
            }
            case OpProject project -> read(project.getSubOp(), ofUnion, beside);
            case OpDistinct distinct -> read(distinct.getSubOp(), ofUnion, beside);
            case OpReduced reduced -> read(reduced.getSubOp(), ofUnion, beside);
            case OpGraph graph -> read(graph.getSubOp(), isUnion(graph), beside);
            case OpTable table -> {}
            default -> throw new PatternException("a pattern cannot use " + op.getName());
        }
    }

    /** Where a path repeats a step, each statement is one such step, with what may come before and after it. */
    private static PatternPlace place(TriplePath path, boolean ofUnion, List<PatternPart> beside) {
        Path step = StatementPaths.repeated(path);
        if (step == null || !ofUnion && !isBoundInView(path, beside)) {
            return new PatternPlace(StatementPaths.of(path, ofUnion), beside);
        }
        Path any = new P_ZeroOrMore1(step);
        Node from = StatementPaths.middle();
        Node to = StatementPaths.middle();
        List<PatternPart> around = List.of(
                part(new TriplePath(path.getSubject(), any, from), ofUnion),
                part(new TriplePath(to, any, path.getObject()), ofUnion));
        return new PatternPlace(StatementPaths.of(new TriplePath(from, step, to), ofUnion), both(beside, around));
    }

    /**
     * Whether the ends of a path, where anything else gives them a value, are nodes of the view: a path of no steps leads from any node of a graph to itself, so a statement
     * may make one by bringing a node that is known from elsewhere.
     */
    private static boolean isBoundInView(TriplePath path, List<PatternPart> beside) {
        return Stream.of(path.getSubject(), path.getObject())
                .filter(Var::isVar)
                .map(Var::alloc)
                .allMatch(end -> beside.stream()
                                .noneMatch(part -> part.variables().contains(end))
                        || beside.stream()
                                .anyMatch(part -> part.variables().contains(end) && !(part.op() instanceof OpGraph)));
    }

    /** Parts that hold together: each is read with all others beside it. */
    private void readAll(List<Op> parts, boolean ofUnion, List<PatternPart> beside) {
        for (Op part : parts) {
            List<PatternPart> others = new ArrayList<>(beside);
            parts.stream().filter(other -> other != part).forEach(other -> others.addAll(required(other, ofUnion)));
            read(part, ofUnion, others);
        }
    }

    private void readExpressions(List<Expr> expressions, boolean ofUnion, List<PatternPart> beside) {
        for (Expr expression : expressions) {
            if (expression instanceof ExprFunctionOp exists) {
                read(exists.getGraphPattern(), ofUnion, beside);
            } else if (expression instanceof ExprFunction function) {
                FunctionReads.of(expression).forEach(reads -> places.add(new PatternPlace(reads, beside)));
                readExpressions(function.getArgs(), ofUnion, beside);
            }
        }
    }

    private static List<Expr> expressions(VarExprList list) {
        return List.copyOf(list.getExprs().values());
    }

    /** What must be there for the part to have any solution. */
    private List<PatternPart> required(Op op, boolean ofUnion) {
        return switch (op) {
            case OpBGP bgp ->
                bgp.getPattern().getList().stream()
                        .map(TriplePath::new)
                        .filter(triple -> !StatementPaths.isFunction(triple))
                        .map(triple -> part(triple, ofUnion))
                        .toList();
            case OpPath path ->
                StatementPaths.isFunction(path.getTriplePath())
                        ? List.of()
                        : List.of(part(path.getTriplePath(), ofUnion));
            case OpJoin join -> both(required(join.getLeft(), ofUnion), required(join.getRight(), ofUnion));
            case OpSequence sequence ->
                sequence.getElements().stream()
                        .flatMap(part -> required(part, ofUnion).stream())
                        .toList();
            case OpLeftJoin optional -> required(optional.getLeft(), ofUnion);
            case OpMinus minus -> required(minus.getLeft(), ofUnion);
            case OpUnion union -> either(required(union.getLeft(), ofUnion), required(union.getRight(), ofUnion));
            case OpFilter filter -> required(filter.getSubOp(), ofUnion);
            case OpExtendAssign extend -> required(extend.getSubOp(), ofUnion);
            case OpGroup group -> group.getGroupVars().isEmpty() ? List.of() : required(group.getSubOp(), ofUnion);
            case OpOrder order -> required(order.getSubOp(), ofUnion);
            case OpProject project -> required(project.getSubOp(), ofUnion);
            case OpDistinct distinct -> required(distinct.getSubOp(), ofUnion);
            case OpReduced reduced -> required(reduced.getSubOp(), ofUnion);
            case OpGraph graph -> required(graph.getSubOp(), isUnion(graph));
            default -> List.of();
        };
    }

    private static PatternPart part(TriplePath triple, boolean ofUnion) {
        Op op = triple.isTriple() ? new OpBGP(BasicPattern.wrap(List.of(triple.asTriple()))) : new OpPath(triple);
        return new PatternPart(
                graph(op, ofUnion), StatementPaths.of(triple, ofUnion).variables());
    }

    /** Where two alternatives give the same variables values, one of them must hold. */
    private static List<PatternPart> either(List<PatternPart> left, List<PatternPart> right) {
        Set<Var> common = variables(left);
        common.retainAll(variables(right));
        return common.isEmpty() ? List.of() : List.of(new PatternPart(new OpUnion(all(left), all(right)), common));
    }

    private static Set<Var> variables(List<PatternPart> parts) {
        Set<Var> variables = new HashSet<>();
        parts.forEach(part -> variables.addAll(part.variables()));
        return variables;
    }

    private static Op all(List<PatternPart> parts) {
        return parts.stream().map(PatternPart::op).reduce(OpSequence::create).orElseGet(OpTable::unit);
    }

    private static Op graph(Op op, boolean ofUnion) {
        return ofUnion ? new OpGraph(Quad.unionGraph, op) : op;
    }

    private boolean isUnion(OpGraph graph) {
        if (!anyGraph && !Quad.isUnionGraph(graph.getNode())) {
            throw new PatternException("a pattern reads the consolidated view, or all graphs as GRAPH <"
                    + Quad.unionGraph + ">; it cannot read GRAPH " + graph.getNode());
        }
        return true;
    }

    private static List<PatternPart> both(List<PatternPart> one, List<PatternPart> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
