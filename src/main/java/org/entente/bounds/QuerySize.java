package org.entente.bounds;

import java.util.Collection;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/** Counts the parts of one query while somebody walks through it. Every method throws {@link SizeException} when there are too many. */
public final class QuerySize {
    private int patterns;
    private int expressions;
    private int values;

    /** The triple patterns of one group. */
    public void patterns(Collection<Triple> triples) {
        patterns += triples.size();
        if (patterns > SizeLimits.PATTERNS) {
            throw new SizeException(
                    "more than " + SizeLimits.PATTERNS
                            + " triple patterns. Use VALUES for many things of the same kind, or split it into several queries.");
        }
        triples.forEach(triple -> {
            term(triple.getSubject());
            term(triple.getPredicate());
            term(triple.getObject());
        });
    }

    /** A term of a pattern, an expression or a template. */
    public void term(Node node) {
        ValueSize.check(node);
    }

    /** A value of a VALUES table. */
    public void value(Node node) {
        if (++values > SizeLimits.VALUES) {
            throw new SizeException("more than " + SizeLimits.VALUES + " values in VALUES. Ask in several queries.");
        }
        term(node);
    }

    /** A call, operator, variable or constant. */
    public void expression() {
        if (++expressions > SizeLimits.EXPRESSIONS) {
            throw new SizeException(
                    "expressions of more than " + SizeLimits.EXPRESSIONS + " parts. Use VALUES for long lists.");
        }
    }

    /** An IN or NOT IN. */
    public void list(E_OneOfBase in) {
        if (in.getRHS().size() > SizeLimits.MEMBERS) {
            throw new SizeException("an IN list of more than " + SizeLimits.MEMBERS + " members. Use VALUES.");
        }
    }

    /** A property path. */
    public void path(Path path) {
        if (steps(path) > SizeLimits.STEPS) {
            throw new SizeException("a property path of more than " + SizeLimits.STEPS
                    + " steps when its repetitions are written out. Use * or +.");
        }
    }

    private static double steps(Path path) {
        return switch (path) {
            case P_FixedLength fixed -> times(fixed.getCount()) * steps(fixed.getSubPath());
            case P_Mod repeated -> times(Math.max(repeated.getMin(), repeated.getMax())) * steps(repeated.getSubPath());
            case P_Path1 inner -> steps(inner.getSubPath());
            case P_Path2 both -> steps(both.getLeft()) + steps(both.getRight());
            default -> 1;
        };
    }

    private static long times(long number) {
        if (number > SizeLimits.REPETITIONS) {
            throw new SizeException(
                    "a property path repeated more than " + SizeLimits.REPETITIONS + " times. Use * or +.");
        }
        return Math.max(1, number);
    }
}
