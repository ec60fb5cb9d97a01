package org.entente.pattern;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.optimize.TransformScopeRename;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.NodeTransformLib;

/**
 * Gives variables that stay inside of a sub-query a name of their own. Two sub-queries beside each other may use one name for
 * different things; taken for one variable, each would restrict the other.
 */
final class SubQueryVariables extends TransformCopy {
    private int subQueries;

    private SubQueryVariables() {}

    /** The pattern with as many variables as it has. */
    static Op apart(Op pattern) {
        return Transformer.transform(new SubQueryVariables(), TransformScopeRename.transform(pattern));
    }

    @Override
    public Op transform(OpProject project, Op inside) {
        Set<Var> hidden = new HashSet<>(OpVars.mentionedVars(inside));
        hidden.removeAll(Set.copyOf(project.getVars()));
        String suffix = "/" + subQueries++;
        Op renamed = NodeTransformLib.transform(
                node -> node instanceof Var variable && hidden.contains(variable)
                        ? Var.alloc(variable.getVarName() + suffix)
                        : node,
                inside);
        return new OpProject(renamed, project.getVars());
    }
}
