package org.entente.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.pfunction.PropFuncArg;

/** Puts the values of a query into the places that its plan has for them. */
final class Filling extends TransformCopy {
    private final Map<Node, List<Node>> values;
    private final NodeTransform node;

    private Filling(Map<Node, List<Node>> values) {
        this.values = values;
        this.node = one -> {
            List<Node> in = one.isURI() ? values.get(one) : null;
            // Several stand in VALUES only.
            return in == null || in.size() != 1 ? one : in.getFirst();
        };
    }

    /** The plan with the values; what has none of them is shared with the plan. */
    static Op of(Op plan, Map<Node, List<Node>> values) {
        return values.isEmpty() ? plan : new Filling(values).in(plan);
    }

    private Op in(Op op) {
        return Transformer.transform(this, new Values(), op);
    }

    /**
     * Whether the plan of a query cannot depend on what stands in its places: no expression can be worked out before the query
     * runs. What is sent to other services is not made from the plan.
     */
    static boolean isSafe(Op compiled, Set<Node> places) {
        AtomicBoolean safe = new AtomicBoolean(true);
        Walker.walk(
                compiled,
                new OpVisitorBase() {
                    @Override
                    public void visit(OpService service) {
                        safe.set(false);
                    }
                },
                new ExprVisitorBase() {
                    @Override
                    public void visit(ExprFunction1 call) {
                        judge(List.of(call.getArg()));
                    }

                    @Override
                    public void visit(ExprFunction2 call) {
                        judge(List.of(call.getArg1(), call.getArg2()));
                    }

                    @Override
                    public void visit(ExprFunction3 call) {
                        judge(call.getArgs());
                    }

                    @Override
                    public void visit(ExprFunctionN call) {
                        judge(call.getArgs());
                    }

                    private void judge(List<Expr> arguments) {
                        if (arguments.stream().allMatch(argument -> argument == null || argument.isConstant())
                                && arguments.stream()
                                        .anyMatch(argument -> argument != null
                                                && places.contains(
                                                        argument.getConstant().asNode()))) {
                            safe.set(false);
                        }
                    }
                });
        return safe.get();
    }

    @Override
    public Op transform(OpTriple triple) {
        Triple filled = NodeTransformLib.transform(node, triple.getTriple());
        return filled == triple.getTriple() ? triple : new OpTriple(filled);
    }

    @Override
    public Op transform(OpBGP bgp) {
        BasicPattern filled = NodeTransformLib.transform(node, bgp.getPattern());
        return filled == bgp.getPattern() ? bgp : new OpBGP(filled);
    }

    @Override
    public Op transform(OpPath path) {
        TriplePath step = path.getTriplePath();
        Node subject = node.apply(step.getSubject());
        Node object = node.apply(step.getObject());
        return subject == step.getSubject() && object == step.getObject()
                ? path
                : new OpPath(
                        step.getPath() != null
                                ? new TriplePath(subject, step.getPath(), object)
                                : new TriplePath(Triple.create(subject, step.getPredicate(), object)));
    }

    @Override
    public Op transform(OpGraph graph, Op inner) {
        Node name = node.apply(graph.getNode());
        return name == graph.getNode() ? super.transform(graph, inner) : new OpGraph(name, inner);
    }

    @Override
    public Op transform(OpPropFunc function, Op inner) {
        PropFuncArg subject = filled(function.getSubjectArgs());
        PropFuncArg object = filled(function.getObjectArgs());
        return subject == function.getSubjectArgs() && object == function.getObjectArgs()
                ? super.transform(function, inner)
                : new OpPropFunc(function.getProperty(), subject, object, inner);
    }

    private PropFuncArg filled(PropFuncArg argument) {
        if (argument.isNode()) {
            Node filled = node.apply(argument.getArg());
            return filled == argument.getArg() ? argument : new PropFuncArg(filled);
        }
        List<Node> filled = argument.getArgList().stream().map(node::apply).toList();
        return filled.equals(argument.getArgList()) ? argument : new PropFuncArg(filled);
    }

    @Override
    public Op transform(OpExt extension) {
        return extension instanceof PlannedOp planned ? planned.with(this::in) : super.transform(extension);
    }

    /** A place in VALUES stands for a row for each of its nodes. */
    @Override
    public Op transform(OpTable table) {
        List<Binding> rows = new ArrayList<>();
        boolean changed = false;
        Iterator<Binding> all = table.getTable().rows();
        while (all.hasNext()) {
            Binding row = all.next();
            Var variable = row.size() == 1 ? row.vars().next() : null;
            List<Node> nodes = variable == null ? null : values.get(row.get(variable));
            if (nodes == null) {
                rows.add(row);
            } else {
                changed = true;
                nodes.forEach(one -> rows.add(BindingFactory.binding(variable, one)));
            }
        }
        if (!changed) {
            return table;
        }
        Table filled = TableFactory.create(table.getTable().getVars());
        rows.forEach(filled::addBinding);
        return OpTable.create(filled);
    }

    private final class Values extends ExprTransformCopy {
        @Override
        public Expr transform(NodeValue value) {
            Node given = value.asNode();
            Node filled = node.apply(given);
            return filled == given ? value : NodeValue.makeNode(filled);
        }
    }
}
