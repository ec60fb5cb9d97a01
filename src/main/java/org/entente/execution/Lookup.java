package org.entente.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * A step that looks up values of things that are known: {@code ?thing p ?value}, several of them, OPTIONAL or not, with or without
 * conditions; or conditions alone.
 *
 * @param optional whether rows stay for which nothing is found
 */
record Lookup(boolean optional, List<Triple> triples, List<Condition> conditions) {
    /**
     * What a row must fulfil.
     *
     * @param of the variable whose value must have a language; null for any other condition
     * @param language that language
     */
    record Condition(
            Expr expression, @Nullable Var of, @Nullable String language) {
        static Condition of(Expr expression) {
            if (expression instanceof E_Equals equal
                    && equal.getArg1() instanceof E_Lang lang
                    && lang.getArg().isVariable()
                    && equal.getArg2() instanceof NodeValue value
                    && value.isString()) {
                return new Condition(expression, lang.getArg().asVar(), value.getString());
            }
            return new Condition(expression, null, null);
        }
    }

    /** What OPTIONAL with a pattern looks up; null if the pattern is anything else, such as one with an OPTIONAL of its own. */
    static @Nullable Lookup optional(Op pattern) {
        Lookup found = of(pattern);
        return found == null || found.triples.isEmpty() ? null : new Lookup(true, found.triples, found.conditions);
    }

    /** What a pattern on the solutions before it looks up; null if it is anything else. */
    static @Nullable Lookup of(Op op) {
        List<Triple> triples = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        Op inner = op;
        while (inner instanceof OpFilter filter) {
            conditions.addAll(conditions(filter).conditions);
            inner = filter.getSubOp();
        }
        return collect(inner, triples, conditions) && isOfOneThing(triples) && lookUp(triples)
                ? new Lookup(false, triples, conditions)
                : null;
    }

    private static boolean collect(Op op, List<Triple> triples, List<Condition> conditions) {
        return switch (op) {
            case OpBGP bgp -> triples.addAll(bgp.getPattern().getList());
            case OpSequence sequence ->
                sequence.getElements().stream().allMatch(element -> collect(element, triples, conditions));
            case OpFilter filter -> {
                List<Triple> own = new ArrayList<>();
                boolean collected = collect(filter.getSubOp(), own, conditions);
                triples.addAll(own);
                conditions.addAll(conditions(filter).conditions);
                // In its own place it sees no more than what it is about.
                yield collected && seesOnly(filter, own);
            }
            default -> false;
        };
    }

    private static boolean seesOnly(OpFilter filter, List<Triple> triples) {
        return filter.getExprs().getVarsMentioned().stream().allMatch(seen -> triples.stream()
                .anyMatch(triple -> seen.equals(triple.getSubject()) || seen.equals(triple.getObject())));
    }

    /** Conditions on the rows as they are. */
    static Lookup conditions(OpFilter filter) {
        return new Lookup(
                false,
                List.of(),
                filter.getExprs().getList().stream().map(Condition::of).toList());
    }

    private static boolean isOfOneThing(List<Triple> triples) {
        return triples.stream().map(Triple::getSubject).distinct().count() == 1;
    }

    /** Each value is a variable of its own. */
    private static boolean lookUp(List<Triple> triples) {
        Set<Node> values = new HashSet<>();
        for (Triple triple : triples) {
            if (!triple.getPredicate().isURI()
                    || !Var.isVar(triple.getObject())
                    || triple.getObject().equals(triple.getSubject())
                    || !values.add(triple.getObject())
                    || !(Var.isVar(triple.getSubject()) || triple.getSubject().isURI())) {
                return false;
            }
        }
        return true;
    }

    /** The thing of which something is looked up. */
    Node thing() {
        return triples.getFirst().getSubject();
    }
}
