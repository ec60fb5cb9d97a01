package org.entente.pattern;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.jspecify.annotations.Nullable;

/**
 * Which statements a place of a pattern reads.
 *
 * @param ofUnion whether it reads all graphs as one; otherwise the consolidated view
 * @param subject a node or a variable
 * @param predicate a variable, or null where there are several constants
 * @param predicates the constants; empty where the predicate is a variable
 * @param object a node or a variable
 * @param isPlain whether each statement that matches is a solution of the place; not so for a path of any length
 */
public record StatementPattern(
        boolean ofUnion, Node subject, @Nullable Var predicate, Set<Node> predicates, Node object, boolean isPlain) {

    public Set<Var> variables() {
        Set<Var> variables = new HashSet<>();
        addTo(variables, subject);
        addTo(variables, predicate);
        addTo(variables, object);
        return variables;
    }

    private static void addTo(Set<Var> variables, @Nullable Node node) {
        if (node != null && Var.isVar(node)) {
            variables.add(Var.alloc(node));
        }
    }

    /** The values that a statement gives to the variables; null if it does not match. */
    public @Nullable Binding match(Triple triple) {
        if (predicate == null && !predicates.contains(triple.getPredicate())) {
            return null;
        }
        if (!isPlain) {
            return BindingFactory.empty();
        }
        BindingBuilder values = Binding.builder();
        return agrees(values, subject, triple.getSubject())
                        && (predicate == null || agrees(values, predicate, triple.getPredicate()))
                        && agrees(values, object, triple.getObject())
                ? values.build()
                : null;
    }

    private static boolean agrees(BindingBuilder values, Node pattern, Node node) {
        if (!Var.isVar(pattern)) {
            return pattern.sameTermAs(node) || pattern.sameValueAs(node);
        }
        Var variable = Var.alloc(pattern);
        if (values.contains(variable)) {
            return Objects.equals(values.get(variable), node);
        }
        values.add(variable, node);
        return true;
    }
}
