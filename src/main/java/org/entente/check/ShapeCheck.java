package org.entente.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.entente.store.JudgedChanges;
import org.entente.store.SourceLocations;
import org.entente.store.SourceLocations.Position;
import org.jspecify.annotations.Nullable;

/**
 * Validates against SHACL shapes; a result becomes a finding at the line where its focus node is first described. What they
 * said of the last state is kept, so that of the next one only those nodes are asked about of which a shape can say something else.
 */
final class ShapeCheck {
    private static final Position NOWHERE = new Position("(derived)", 0, 0);

    /** Of so many statements that change at once it is quicker to ask about everything. */
    private static final int MANY = 20_000;

    private final Graph graph;
    private final Shapes shapes;
    private final List<TargetShape> targets;
    /** Stands for the state that was seen last; null if the shapes have not said everything about it. */
    private @Nullable Object seen;

    private ShapeCheck(Graph graph, Shapes shapes) {
        this.graph = graph;
        this.shapes = shapes;
        this.targets = shapes.getTargetShapes().stream().map(TargetShape::new).toList();
    }

    /**
     * @param languages those of the collection
     * @throws CheckException if a file cannot be read; the message names it
     */
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
            return new ShapeCheck(graph, Shapes.parse(graph));
        } catch (ShaclParseException e) {
            throw new CheckException("The shapes are not valid SHACL: " + e.getMessage(), e);
        }
    }

    /** This one if shapes that were read later say the same: it goes on with what it knows. Otherwise the later ones. */
    ShapeCheck orOther(ShapeCheck later) {
        return graph.isIsomorphicWith(later.graph) ? this : later;
    }

    /** Findings about a state, of which only what differs from the one before it is asked about. */
    synchronized List<Finding> check(DatasetGraph dataset, JudgedChanges difference, SourceLocations positions) {
        bringTo(OneGraph.of(dataset), difference);
        return targets.stream()
                .flatMap(TargetShape::entries)
                .map(entry -> finding(entry, positions))
                .toList();
    }

    private void bringTo(OneGraph state, JudgedChanges difference) {
        Set<Triple> touched = difference.isSince(seen) ? state.touched(difference.changes()) : Set.of();
        boolean everything = !difference.isSince(seen) || touched.size() > MANY;
        seen = null;
        if (everything) {
            Graph copy = state.copy();
            targets.forEach(target -> target.validate(shapes, copy));
        } else if (!touched.isEmpty()) {
            ShapeChanges changes = new ShapeChanges(state, touched);
            targets.forEach(target -> target.follow(shapes, changes));
        }
        seen = difference.now();
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
