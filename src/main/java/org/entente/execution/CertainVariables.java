package org.entente.execution;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;

/** Variables that have a value in every solution of an operator. Jena counts those among them that are UNDEF in some row of VALUES. */
final class CertainVariables {
    private CertainVariables() {}

    static Set<Var> of(Op op) {
        Set<Var> certain = new HashSet<>(OpVars.fixedVars(op));
        Walker.walk(op, new OpVisitorBase() {
            @Override
            public void visit(OpTable values) {
                values.getTable().rows().forEachRemaining(row -> values.getTable().getVars().stream()
                        .filter(variable -> !row.contains(variable))
                        .forEach(certain::remove));
            }
        });
        return Set.copyOf(certain);
    }
}
