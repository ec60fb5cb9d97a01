package org.entente.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether nodes conform to shapes, without a report. Jena's validator makes one, as a graph, wherever a shape stands inside of another, which
 * costs more than what is asked; so it is asked only about nodes that do not conform. What shapes inside of others say of a value is
 * kept: many nodes have the same few values. For one graph that does not change meanwhile. A constraint that is alone is judged by Jena.
 */
final class ShapeVerdicts {
    private final Shapes shapes;
    private final Graph data;
    private final Map<Shape, Map<Node, Boolean>> inside = new IdentityHashMap<>();
    private ValidationContext clean;

    ShapeVerdicts(Shapes shapes, Graph data) {
        this.shapes = shapes;
        this.data = data;
        this.clean = ValidationContext.create(shapes, data);
    }

    /** Whether Jena's validator has nothing to say of the node. */
    boolean conforms(Shape shape, Node focus) {
        if (shape.deactivated()) {
            return true;
        }
        if (shape instanceof PropertyShape property) {
            return hasConstraints(property, focus, values(property, focus)) && hasProperties(property, focus);
        }
        return !(shape instanceof NodeShape) || hasConstraints(shape, focus, null) && hasProperties(shape, focus);
    }

    private boolean hasProperties(Shape shape, Node focus) {
        for (PropertyShape property : shape.getPropertyShapes()) {
            if (!property.deactivated()) {
                Set<Node> values = values(property, focus);
                if (!hasConstraints(property, focus, values)
                        || !values.stream().allMatch(value -> hasProperties(property, value))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Set<Node> values(PropertyShape property, Node focus) {
        return ShaclPaths.valueNodes(data, focus, property.getPath());
    }

    private boolean hasConstraints(Shape shape, Node focus, @Nullable Set<Node> values) {
        for (Constraint constraint : shape.getConstraints()) {
            if (!holds(constraint, shape, focus, values)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Constraint constraint, Shape shape, Node focus, @Nullable Set<Node> values) {
        Collection<Node> judged = values == null ? Set.of(focus) : values;
        return switch (constraint) {
            case ShNode node -> judged.stream().allMatch(value -> conformsInside(node.getOther(), value));
            case ShNot not -> judged.stream().noneMatch(value -> conformsInside(not.getOther(), value));
            case ShAnd all ->
                judged.stream().allMatch(value -> all.getOthers().stream().allMatch(s -> conformsInside(s, value)));
            case ShOr any ->
                judged.stream().allMatch(value -> any.getOthers().stream().anyMatch(s -> conformsInside(s, value)));
            case ShXone one ->
                judged.stream()
                        .allMatch(value -> one.getOthers().stream()
                                        .filter(s -> conformsInside(s, value))
                                        .count()
                                == 1);
            default ->
                values == null
                        ? isAccepted(constraint, shape, focus, null)
                        : ofValues(constraint, shape, focus, values);
        };
    }

    private boolean ofValues(Constraint constraint, Shape shape, Node focus, Set<Node> values) {
        return switch (constraint) {
            case MinCount least -> values.size() >= least.getMinCount();
            case MaxCount most -> values.size() <= most.getMaxCount();
            case HasValueConstraint has -> values.contains(has.getValue());
            case QualifiedValueShape some ->
                some.qDisjoint() ? isAccepted(constraint, shape, focus, values) : conformEnough(some, values);
            default -> isAccepted(constraint, shape, focus, values);
        };
    }

    private boolean conformEnough(QualifiedValueShape some, Set<Node> values) {
        long conforming = values.stream()
                .filter(value -> conformsInside(some.getSub(), value))
                .count();
        return (some.qMin() < 0 || conforming >= some.qMin()) && (some.qMax() < 0 || conforming <= some.qMax());
    }

    private boolean conformsInside(Shape shape, Node node) {
        Map<Node, Boolean> known = inside.computeIfAbsent(shape, s -> new HashMap<>());
        Boolean said = known.get(node);
        if (said == null) {
            said = conforms(shape, node);
            known.put(node, said);
        }
        return said;
    }

    private boolean isAccepted(Constraint constraint, Shape shape, Node focus, @Nullable Set<Node> values) {
        Path path = shape instanceof PropertyShape property ? property.getPath() : null;
        VLib.evalConstraint(clean, data, shape, focus, path, values, constraint);
        boolean accepted = !clean.hasViolation();
        if (!accepted) {
            clean = ValidationContext.create(shapes, data);
        }
        return accepted;
    }
}
