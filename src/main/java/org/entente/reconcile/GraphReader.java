package org.entente.reconcile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntProperty;
import org.jspecify.annotations.Nullable;

/** Reads the consolidated view, and where asked the sources, of one read transaction. */
final class GraphReader {
    private final DatasetGraph dataset;
    private final Graph consolidated;

    GraphReader(DatasetGraph dataset) {
        this.dataset = dataset;
        this.consolidated = dataset.getDefaultGraph();
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    Stream<Node> objects(Node subject, Node property) {
        return Iter.asStream(consolidated.find(subject, property, Node.ANY)).map(Triple::getObject);
    }

    Stream<Node> subjects(Node property, Node object) {
        return Iter.asStream(consolidated.find(Node.ANY, property, object)).map(Triple::getSubject);
    }

    Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).findFirst();
    }

    /** Literals by their language; of two in one language the first by text. */
    Map<String, String> texts(Node subject, Node property) {
        Map<String, String> texts = new TreeMap<>();
        objects(subject, property)
                .filter(Node::isLiteral)
                .forEach(l -> texts.merge(
                        l.getLiteralLanguage(), l.getLiteralLexicalForm(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return texts;
    }

    /** Statements of any graph, the sources included. */
    Stream<Quad> anywhere(Node subject, Node property, Node object) {
        return Iter.asStream(dataset.find(Node.ANY, subject, property, object));
    }

    /** The bounds of a time span. */
    TimeBounds bounds(Node span) {
        try {
            return new TimeBounds(
                    day(span, EntProperty.EARLIEST_START),
                    day(span, EntProperty.LATEST_START),
                    day(span, EntProperty.EARLIEST_END),
                    day(span, EntProperty.LATEST_END));
        } catch (IllegalArgumentException contradictory) {
            return TimeBounds.UNKNOWN;
        }
    }

    /** The day of a date or time; null if there is none. */
    @Nullable
    LocalDate day(Node subject, Node property) {
        return object(subject, property).map(GraphReader::day).orElse(null);
    }

    private static @Nullable LocalDate day(Node literal) {
        if (!literal.isLiteral() || literal.getLiteralLexicalForm().length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(literal.getLiteralLexicalForm().substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
