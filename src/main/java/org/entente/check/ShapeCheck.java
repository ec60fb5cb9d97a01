package org.entente.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.entente.store.SourceLocations;
import org.entente.store.SourceLocations.Position;

/** Validates against SHACL shapes; a result becomes a finding at the line where its focus node is first described. */
final class ShapeCheck {
    private static final Position NOWHERE = new Position("(derived)", 0, 0);

    private final Shapes shapes;

    private ShapeCheck(Shapes shapes) {
        this.shapes = shapes;
    }

    /** @param languages those of the collection */
    static ShapeCheck read(List<Path> files, List<String> languages) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Path file : files) {
            try {
                RDFDataMgr.read(graph, file.toUri().toString());
            } catch (RiotException e) {
                throw new CheckException(file.getFileName() + ": " + e.getMessage(), e);
            }
        }
        ShapeLanguages.fit(graph, languages);
        try {
            return new ShapeCheck(Shapes.parse(graph));
        } catch (ShaclParseException e) {
            throw new CheckException("The shapes are not valid SHACL: " + e.getMessage(), e);
        }
    }

    List<Finding> check(Graph data, SourceLocations positions) {
        ValidationContext context = ValidationContext.create(shapes, data);
        for (Shape shape : shapes.getTargetShapes()) {
            Collection<Node> nodes = VLib.focusNodes(data, shape);
            Collection<Node> judged = SetConstraint.of(shape)
                    .<Collection<Node>>map(constraint -> constraint.suspects(data, nodes))
                    .orElse(nodes);
            judged.forEach(node -> VLib.validateShape(context, data, shape, node));
        }
        return context.generateReport().getEntries().stream()
                .map(entry -> finding(entry, positions))
                .toList();
    }

    private static Finding finding(ReportEntry entry, SourceLocations positions) {
        // A shape that judges a property everywhere has the property as focus and the thing that misuses it as value.
        Position at = Optional.ofNullable(entry.value())
                .filter(value -> entry.resultPath() == null)
                .flatMap(positions::of)
                .or(() -> positions.of(entry.focusNode()))
                .orElse(NOWHERE);
        String path = entry.resultPath() == null
                ? ""
                : " " + TermSuggestions.compact(entry.resultPath().toString().replaceAll("[<>]", ""));
        String value = entry.value() == null ? "" : " (is: " + text(entry.value()) + ")";
        String message = text(entry.focusNode()) + path + value + ": " + message(entry);
        String advice = "See the shapes in ontology/shapes.";
        if (entry.severity() == org.apache.jena.shacl.validation.Severity.Violation) {
            return new Finding(Severity.ERROR, at.file(), at.line(), at.column(), "shape", message, advice);
        }
        return entry.severity() == org.apache.jena.shacl.validation.Severity.Warning
                ? new Finding(Severity.WARNING, at.file(), at.line(), at.column(), "shape", message, advice)
                : new Finding(Severity.NOTE, at.file(), at.line(), at.column(), "shape", message, advice);
    }

    /** The English message of a shape that has one in several languages. */
    private static String message(ReportEntry entry) {
        return entry.messages().stream()
                .filter(m -> m.isLiteral() && m.getLiteralLanguage().startsWith("en"))
                .findFirst()
                .map(Node::getLiteralLexicalForm)
                .orElseGet(entry::message);
    }

    private static String text(Node node) {
        return node.isURI() ? TermSuggestions.compact(node.getURI()) : node.toString();
    }
}
