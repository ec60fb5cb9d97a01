package org.entente.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.Severity;
import org.entente.text.ExceptionText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntProperty;
import org.jspecify.annotations.Nullable;

/**
 * Gives time spans their IRIs and bounds. An author writes {@code [ a ent:TimeSpan ; ent:edtf "2015-06" ]}; all spans
 * with the same text become one node with four bounds.
 */
final class TimeSpans {
    private static final String START_OF_DAY = "T00:00:00Z";
    private static final String END_OF_DAY = "T23:59:59Z";

    private static final List<Node> BOUNDS = List.of(
            EntProperty.EARLIEST_START, EntProperty.LATEST_START, EntProperty.EARLIEST_END, EntProperty.LATEST_END);

    /** The text of a span, and its bounds. */
    private static final Set<Node> OF_SPANS = Set.of(
            EntProperty.EDTF,
            EntProperty.EARLIEST_START,
            EntProperty.LATEST_START,
            EntProperty.EARLIEST_END,
            EntProperty.LATEST_END);

    private TimeSpans() {}

    /**
     * Replaces blank spans by IRIs and adds their bounds; a text that is not EDTF becomes a finding.
     *
     * @param ids name space of the collection's things
     */
    static List<LocatedTriple> expand(String file, List<LocatedTriple> triples, String ids, List<Finding> findings) {
        Map<Node, Node> named = new HashMap<>();
        List<LocatedTriple> bounds = new ArrayList<>();
        for (LocatedTriple located : triples) {
            Triple triple = located.triple();
            if (!triple.getPredicate().equals(EntProperty.EDTF)
                    || !triple.getObject().isLiteral()) {
                continue;
            }
            String text = triple.getObject().getLiteralLexicalForm();
            try {
                TimeBounds span = Edtf.parse(text).bounds();
                Node node = triple.getSubject().isBlank() ? iri(ids, text) : triple.getSubject();
                named.put(triple.getSubject(), node);
                bound(bounds, located, node, EntProperty.EARLIEST_START, span.earliestStart(), START_OF_DAY);
                bound(bounds, located, node, EntProperty.LATEST_START, span.latestStart(), START_OF_DAY);
                bound(bounds, located, node, EntProperty.EARLIEST_END, span.earliestEnd(), END_OF_DAY);
                bound(bounds, located, node, EntProperty.LATEST_END, span.latestEnd(), END_OF_DAY);
            } catch (EdtfException e) {
                findings.add(
                        new Finding(
                                Severity.ERROR,
                                file,
                                located.line(),
                                located.column(),
                                "edtf",
                                ExceptionText.of(e),
                                "Write a date in EDTF, such as 2015-06-09, 2023-07, 2023-04-23/2023-04-29 or [2017-08-28..2017-09-03]."));
            }
        }
        List<LocatedTriple> expanded = new ArrayList<>(triples.size() + bounds.size());
        for (LocatedTriple located : triples) {
            Triple t = located.triple();
            Node subject = named.getOrDefault(t.getSubject(), t.getSubject());
            Node object = named.getOrDefault(t.getObject(), t.getObject());
            expanded.add(new LocatedTriple(
                    Triple.create(subject, t.getPredicate(), object), located.line(), located.column()));
        }
        expanded.addAll(bounds);
        return expanded;
    }

    /**
     * Does the same for spans that were written by an update or the Graph Store Protocol. A text that is not EDTF gets
     * no bounds.
     *
     * @param changes what was written; spans that it leaves alone are complete
     */
    static void complete(DatasetGraph dataset, Changes changes) {
        Set<Quad> bare = new LinkedHashSet<>();
        Consumer<Quad> look = quad -> {
            if (!quad.isDefaultGraph() && quad.getObject().isLiteral() && !isBounded(dataset, quad)) {
                bare.add(quad);
            }
        };
        if (!changes.known()) {
            dataset.find(Node.ANY, Node.ANY, EntProperty.EDTF, Node.ANY).forEachRemaining(look);
        }
        Stream.concat(changes.added().stream(), changes.removed().stream())
                .filter(quad -> OF_SPANS.contains(quad.getPredicate()))
                .map(quad -> Quad.create(quad.getGraph(), quad.getSubject(), Node.ANY, Node.ANY))
                .distinct()
                .forEach(span -> dataset.find(span.getGraph(), span.getSubject(), EntProperty.EDTF, Node.ANY)
                        .forEachRemaining(look));
        String ids =
                CollectionDescription.of(dataset.getGraph(Graphs.COLLECTION)).ids();
        for (Quad quad : bare) {
            Node span = quad.getSubject();
            List<LocatedTriple> triples = new ArrayList<>();
            dataset.find(quad.getGraph(), span, Node.ANY, Node.ANY)
                    .forEachRemaining(q -> triples.add(new LocatedTriple(q.asTriple(), 0, 0)));
            dataset.find(quad.getGraph(), Node.ANY, Node.ANY, span)
                    .forEachRemaining(q -> triples.add(new LocatedTriple(q.asTriple(), 0, 0)));
            List<LocatedTriple> expanded = expand("", triples, ids, new ArrayList<>());
            triples.forEach(t -> dataset.delete(Quad.create(quad.getGraph(), t.triple())));
            expanded.forEach(t -> dataset.add(Quad.create(quad.getGraph(), t.triple())));
        }
    }

    private static boolean isBounded(DatasetGraph dataset, Quad span) {
        return !span.getSubject().isBlank()
                && BOUNDS.stream()
                        .anyMatch(bound -> dataset.contains(span.getGraph(), span.getSubject(), bound, Node.ANY));
    }

    /** The node of the span with this text. The rules make the same IRIs for intersections of spans. */
    static Node iri(String ids, String edtf) {
        String encoded = URLEncoder.encode(edtf.replace('/', '_'), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        return NodeFactory.createURI(ids + "time/" + encoded);
    }

    private static void bound(
            List<LocatedTriple> bounds,
            LocatedTriple at,
            Node span,
            Node property,
            @Nullable LocalDate day,
            String timeOfDay) {
        if (day != null) {
            Node value = NodeFactory.createLiteralDT(day + timeOfDay, XSDDatatype.XSDdateTime);
            bounds.add(new LocatedTriple(Triple.create(span, property, value), at.line(), at.column()));
        }
    }
}
