package org.entente.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.pattern.AffectedKeys;
import org.entente.pattern.ChangedTriples;

/** A shape that has targets, and what it said of its focus nodes in the last state that it saw. */
final class TargetShape {
    private final Shape shape;
    private final Optional<SetConstraint> queries;
    private final Optional<AffectedKeys> reads;
    private Set<Node> nodes = Set.of();
    private final Map<Node, List<ReportEntry>> entries = new HashMap<>();

    TargetShape(Shape shape) {
        this.shape = shape;
        this.queries = SetConstraint.of(shape);
        this.reads = ShapeReads.of(shape);
    }

    /** What it says; nothing about nodes with which nothing is wrong. */
    Stream<ReportEntry> entries() {
        return entries.values().stream().flatMap(List::stream);
    }

    /** Asks about every focus node. */
    void validate(Shapes shapes, Graph data) {
        nodes = Set.copyOf(VLib.focusNodes(data, shape));
        entries.clear();
        validate(shapes, data, nodes);
    }

    /** The focus nodes of which it can say something else after a change; empty if that can be any. */
    Optional<Set<Node>> affected(ChangedTriples changed, Graph all) {
        return reads.flatMap(keys -> keys.by(changed, all));
    }

    /**
     * Asks again about what can have changed.
     *
     * @param affected empty for all
     */
    void follow(Shapes shapes, Graph data, Collection<Triple> changed, Optional<Set<Node>> affected) {
        if (affected.isEmpty()) {
            validate(shapes, data);
            return;
        }
        Set<Node> again = new HashSet<>(affected.get());
        if (shape.getTargets().stream().anyMatch(target -> canMove(target, changed))) {
            Set<Node> now = Set.copyOf(VLib.focusNodes(data, shape));
            now.stream().filter(node -> !nodes.contains(node)).forEach(again::add);
            nodes = now;
            entries.keySet().retainAll(now);
        }
        again.retainAll(nodes);
        entries.keySet().removeAll(again);
        validate(shapes, data, again);
    }

    private void validate(Shapes shapes, Graph data, Set<Node> some) {
        Collection<Node> judged =
                queries.<Collection<Node>>map(q -> q.suspects(data, some)).orElse(some);
        if (judged.isEmpty()) {
            return;
        }
        ValidationContext context = ValidationContext.create(shapes, data);
        judged.forEach(node -> VLib.validateShape(context, data, shape, node));
        context.generateReport()
                .getEntries()
                .forEach(entry -> entries.merge(entry.focusNode(), List.of(entry), TargetShape::both));
    }

    private static List<ReportEntry> both(List<ReportEntry> some, List<ReportEntry> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Whether other nodes can be those that the target means. */
    private static boolean canMove(Target target, Collection<Triple> changed) {
        return switch (target.getTargetType()) {
            case targetNode -> false;
            case targetSubjectsOf, targetObjectsOf ->
                changed.stream().anyMatch(t -> t.getPredicate().equals(target.getObject()));
            case targetClass, implicitClass ->
                changed.stream()
                        .map(Triple::getPredicate)
                        .anyMatch(p -> p.equals(RDF.type.asNode()) || p.equals(RDFS.subClassOf.asNode()));
            default -> true;
        };
    }
}
