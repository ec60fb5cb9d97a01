package org.entente.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.constraint.CardinalityConstraint;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarAlloc;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.pattern.AffectedKeys;
import org.entente.pattern.PatternException;

/**
 * The statements that a shape reads, as patterns that begin at its focus node. Constraints that look at nothing but the value itself
 * read none; a kind of constraint that is not known here makes the shape one of which nothing can be told.
 */
final class ShapeReads {
    private static final Var FOCUS = PlainQuery.THIS;

    private final VarAlloc fresh = new VarAlloc("/shape");
    private boolean known = true;

    private ShapeReads() {}

    /** The focus nodes for which the shape can say something else after a change; empty if that cannot be told. */
    static Optional<AffectedKeys> of(Shape shape) {
        ShapeReads reads = new ShapeReads();
        List<Op> patterns = reads.of(shape, FOCUS);
        try {
            return reads.known ? Optional.of(AffectedKeys.of(FOCUS, patterns)) : Optional.empty();
        } catch (PatternException e) {
            return Optional.empty();
        }
    }

    /** What it reads of a node; a property shape goes on from there along its path. */
    private List<Op> of(Shape shape, Var node) {
        if (shape instanceof PropertyShape property) {
            Var value = fresh.allocVar();
            Op path = new OpPath(new TriplePath(node, property.getPath(), value));
            List<Op> patterns = new ArrayList<>();
            patterns.add(path);
            for (Op further : within(shape, node, value)) {
                patterns.add(OpLeftJoin.create(path, further, (ExprList) null));
            }
            return patterns;
        }
        return within(shape, node, node);
    }

    private List<Op> within(Shape shape, Var node, Var value) {
        List<Op> patterns = new ArrayList<>();
        shape.getConstraints().forEach(constraint -> patterns.addAll(of(constraint, node, value)));
        shape.getPropertyShapes().forEach(property -> patterns.addAll(of(property, value)));
        return patterns;
    }

    private List<Op> of(Constraint constraint, Var node, Var value) {
        return switch (constraint) {
            case ClassConstraint ofClass -> {
                Var type = fresh.allocVar();
                Op types = triple(value, RDF.type.asNode(), type);
                Op classes = new OpPath(new TriplePath(
                        type,
                        PathFactory.pathZeroOrMore1(PathFactory.pathLink(RDFS.subClassOf.asNode())),
                        ofClass.getExpectedClass()));
                yield List.of(types, classes);
            }
            case ConstraintOp1 other -> of(other.getOther(), value);
            case ConstraintOpN others ->
                others.getOthers().stream()
                        .flatMap(other -> of(other, value).stream())
                        .toList();
            case QualifiedValueShape qualified -> qualified.qDisjoint() ? unknown() : of(qualified.getSub(), value);
            case ConstraintPairwise pair -> List.of(triple(node, pair.getValue(), fresh.allocVar()));
            case ClosedConstraint closed -> List.of(triple(value, fresh.allocVar(), fresh.allocVar()));
            case SparqlConstraint sparql ->
                value.equals(FOCUS) ? List.of(Algebra.compile(sparql.getQuery())) : unknown();
            case CardinalityConstraint ofNumber -> List.of();
            case HasValueConstraint ofValues -> List.of();
            case InConstraint ofValue -> List.of();
            case UniqueLangConstraint ofValues -> List.of();
            case ConstraintTerm ofTerm -> List.of();
            default -> unknown();
        };
    }

    private List<Op> unknown() {
        known = false;
        return List.of();
    }

    private static Op triple(Node subject, Node predicate, Node object) {
        return new OpPath(new TriplePath(Triple.create(subject, predicate, object)));
    }
}
