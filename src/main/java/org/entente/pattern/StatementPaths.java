package org.entente.pattern;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarAlloc;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/** Which statements a triple or a property path of a pattern reads. */
final class StatementPaths {
    /** Stands for any predicate where a path cannot be told apart. */
    private static final Var ANY = Var.alloc("/anyPredicate");

    /** Variables that no query can have. */
    private static final VarAlloc MIDDLES = new VarAlloc("/middle");

    private StatementPaths() {}

    static StatementPattern of(TriplePath triple, boolean ofUnion) {
        Node subject = triple.getSubject();
        Node object = triple.getObject();
        if (triple.isTriple() || triple.getPath() == null) {
            Node predicate = triple.getPredicate();
            if (isFunction(triple)) {
                return new StatementPattern(ofUnion, subject, ANY, Set.of(), object, false);
            }
            return Var.isVar(predicate)
                    ? new StatementPattern(ofUnion, subject, Var.alloc(predicate), Set.of(), object, true)
                    : new StatementPattern(ofUnion, subject, null, Set.of(predicate), object, true);
        }
        Set<Node> predicates = new HashSet<>();
        if (!collect(triple.getPath(), predicates)) {
            return new StatementPattern(ofUnion, subject, ANY, Set.of(), object, false);
        }
        return new StatementPattern(ofUnion, subject, null, predicates, object, isChoice(triple.getPath()));
    }

    /** Whether it calls a property function, which may read any statement. */
    static boolean isFunction(TriplePath triple) {
        Node predicate = triple.getPredicate();
        return predicate != null
                && predicate.isURI()
                && PropertyFunctionRegistry.get().manages(predicate.getURI());
    }

    /** The same as simpler patterns: a sequence becomes a join over a variable of its own, a choice of unlike paths a union. */
    static Op expand(OpPath path) {
        TriplePath triple = path.getTriplePath();
        return triple.isTriple() || triple.getPath() == null
                ? path
                : expand(triple.getSubject(), triple.getPath(), triple.getObject());
    }

    private static Op expand(Node subject, Path path, Node object) {
        return switch (path) {
            case P_Seq sequence -> {
                Node middle = middle();
                yield OpJoin.create(
                        expand(subject, sequence.getLeft(), middle), expand(middle, sequence.getRight(), object));
            }
            case P_Inverse inverse -> expand(object, inverse.getSubPath(), subject);
            case P_Alt either ->
                isChoice(either)
                        ? new OpPath(new TriplePath(subject, either, object))
                        : new OpUnion(
                                expand(subject, either.getLeft(), object), expand(subject, either.getRight(), object));
            default -> new OpPath(new TriplePath(subject, path, object));
        };
    }

    /** A variable that no query has. */
    static Node middle() {
        return MIDDLES.allocVar();
    }

    /** The step that a path repeats as often as there are statements for it; null if it is another path. */
    static @Nullable Path repeated(TriplePath triple) {
        Path step = triple.getPath() instanceof P_ZeroOrMore1 any
                ? any.getSubPath()
                : triple.getPath() instanceof P_OneOrMore1 some ? some.getSubPath() : null;
        return step != null && isChoice(step) ? step : null;
    }

    /** Adds the predicates of the path; false if it may read others. */
    private static boolean collect(Path path, Set<Node> predicates) {
        return switch (path) {
            case P_Link link -> {
                predicates.add(link.getNode());
                yield true;
            }
            case P_Path1 one -> collect(one.getSubPath(), predicates);
            case P_Path2 two -> collect(two.getLeft(), predicates) && collect(two.getRight(), predicates);
            default -> false;
        };
    }

    /** Whether it is one predicate or another, in the direction of the pattern. */
    private static boolean isChoice(Path path) {
        return path instanceof P_Link
                || path instanceof P_Alt either && isChoice(either.getLeft()) && isChoice(either.getRight());
    }
}
