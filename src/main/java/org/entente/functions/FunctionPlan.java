package org.entente.functions;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.algebra.optimize.TransformPropertyFunction;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.Ent;

/**
 * The plan of a query that asks one function and nothing else. There is nothing in it to improve, and where it wants all variables of the
 * function, its rows are those of the function as they are.
 */
final class FunctionPlan {
    private FunctionPlan() {}

    /** This plan where it fits, the usual optimizer elsewhere. */
    static RewriteFactory before(RewriteFactory usual) {
        return context -> op -> {
            if (op instanceof OpProject project
                    && project.getSubOp() instanceof OpBGP pattern
                    && oneFunction(pattern)) {
                Op made = TransformPropertyFunction.transform(pattern, context);
                if (made instanceof OpPropFunc function) {
                    return variables(function).equals(Set.copyOf(project.getVars()))
                            ? function
                            : new OpProject(function, project.getVars());
                }
            }
            return usual.create(context).rewrite(op);
        };
    }

    /** One triple with the function, and the lists of its arguments. */
    private static boolean oneFunction(OpBGP pattern) {
        int functions = 0;
        for (Triple triple : pattern.getPattern()) {
            Node property = triple.getPredicate();
            boolean list = property.equals(RDF.Nodes.first) || property.equals(RDF.Nodes.rest);
            functions += list ? 0 : ours(property) ? 1 : 2;
        }
        return functions == 1;
    }

    private static boolean ours(Node property) {
        return property.isURI()
                && property.getURI().startsWith(Ent.NS)
                && PropertyFunctionRegistry.get().isRegistered(property.getURI());
    }

    private static Set<Var> variables(OpPropFunc function) {
        Set<Var> variables = new HashSet<>();
        add(function.getSubjectArgs(), variables);
        add(function.getObjectArgs(), variables);
        return variables;
    }

    private static void add(PropFuncArg argument, Set<Var> variables) {
        if (argument.isList()) {
            argument.getArgList().forEach(node -> add(node, variables));
        } else {
            add(argument.getArg(), variables);
        }
    }

    private static void add(Node node, Set<Var> variables) {
        if (Var.isVar(node)) {
            variables.add(Var.alloc(node));
        }
    }
}
