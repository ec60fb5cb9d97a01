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

/** A shape that has targets, and what it said of its focus nodes in the last state that it saw. */
final class TargetShape {
    /** To ask again about so many nodes is quicker than to find out whether they are concerned. */
    private static final int FEW = 5;

    private final Shape shape;
    private final Optional<SetConstraint> queries;
    private final Optional<AffectedKeys> reads;
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
        entries.clear();
        validate(shapes, data, Set.copyOf(VLib.focusNodes(data, shape)));
    }

    /** Asks again about what can have changed. */
    void follow(Shapes shapes, ShapeChanges changes) {
        Graph now = changes.now();
        Optional<Set<Node>> moved = moved(changes.touched());
        if (moved.isEmpty()) {
            validate(shapes, changes.copied());
            return;
        }
        Optional<Set<Node>> suspects =
                queries.filter(SetConstraint::isFromChanges).flatMap(q -> q.changed(changes));
        Set<Node> again = new HashSet<>(moved.get());
        if (suspects.isPresent()) {
            again.addAll(suspects.get());
            again.addAll(entries.size() <= FEW ? entries.keySet() : affectedEntries(changes));
        } else {
            Optional<Set<Node>> affected = reads.flatMap(keys -> keys.by(changes.byPredicate(), changes.all()));
            if (affected.isEmpty()) {
                validate(shapes, changes.copied());
                return;
            }
            again.addAll(affected.get());
        }
        entries.keySet().removeAll(again);
        again.removeIf(node -> !isFocus(node, changes));
        validate(shapes, now, again);
    }

    /** Nodes with which something was wrong, and is perhaps no more. */
    private Set<Node> affectedEntries(ShapeChanges changes) {
        Set<Node> affected = new HashSet<>(entries.keySet());
        reads.flatMap(keys -> keys.by(changes.byPredicate(), changes.all())).ifPresent(affected::retainAll);
        return affected;
    }

    private boolean isFocus(Node node, ShapeChanges changes) {
        for (Target target : shape.getTargets()) {
            boolean hit =
                    switch (target.getTargetType()) {
                        case targetClass, implicitClass -> changes.classes(node).contains(target.getObject());
                        default -> VLib.isFocusNode(target, node, changes.now());
                    };
            if (hit) {
                return true;
            }
        }
        return false;
    }

    /** Nodes that may have become focus nodes, or may be none any more; empty if that can be any. */
    private Optional<Set<Node>> moved(Collection<Triple> changed) {
        Set<Node> moved = new HashSet<>();
        for (Target target : shape.getTargets()) {
            switch (target.getTargetType()) {
                case targetNode -> {}
                case targetSubjectsOf ->
                    changed.stream()
                            .filter(t -> t.getPredicate().equals(target.getObject()))
                            .forEach(t -> moved.add(t.getSubject()));
                case targetObjectsOf ->
                    changed.stream()
                            .filter(t -> t.getPredicate().equals(target.getObject()))
                            .forEach(t -> moved.add(t.getObject()));
                case targetClass, implicitClass -> {
                    if (changed.stream().anyMatch(t -> t.getPredicate().equals(RDFS.subClassOf.asNode()))) {
                        return Optional.empty();
                    }
                    changed.stream()
                            .filter(t -> t.getPredicate().equals(RDF.type.asNode()))
                            .forEach(t -> moved.add(t.getSubject()));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(moved);
    }

    private void validate(Shapes shapes, Graph data, Set<Node> some) {
        Collection<Node> judged = queries.<Collection<Node>>map(q -> q.suspects(data, some))
                .orElseGet(() -> notConforming(shapes, data, some));
        if (judged.isEmpty()) {
            return;
        }
        ValidationContext context = ValidationContext.create(shapes, data);
        judged.forEach(node -> VLib.validateShape(context, data, shape, node));
        context.generateReport()
                .getEntries()
                .forEach(entry -> entries.merge(entry.focusNode(), List.of(entry), TargetShape::both));
    }

    private List<Node> notConforming(Shapes shapes, Graph data, Set<Node> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        ShapeVerdicts verdicts = new ShapeVerdicts(shapes, data);
        return some.stream().filter(node -> !verdicts.conforms(shape, node)).toList();
    }

    private static List<ReportEntry> both(List<ReportEntry> some, List<ReportEntry> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
