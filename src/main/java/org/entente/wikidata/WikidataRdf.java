package org.entente.wikidata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** Items as triples in Wikidata's own RDF, and back. A date has the datatype of its precision: a day, a month or a year. */
public final class WikidataRdf {
    static final String ENTITY = "http://www.wikidata.org/entity/";
    private static final String STATEMENT = ENTITY + "statement/";
    private static final String REFERENCE = "http://www.wikidata.org/reference/";
    private static final String PROP = "http://www.wikidata.org/prop/";
    private static final String DIRECT = PROP + "direct/";
    private static final String VALUE = PROP + "statement/";
    private static final String QUALIFIER = PROP + "qualifier/";
    private static final String CITED = PROP + "reference/";
    private static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node DESCRIPTION = NodeFactory.createURI("http://schema.org/description");
    static final Node VERSION = NodeFactory.createURI("http://schema.org/version");
    private static final Node MODIFIED = NodeFactory.createURI("http://schema.org/dateModified");

    /** As Wikidata gives coordinates: longitude before latitude. */
    private static final RDFDatatype WKT =
            TypeMapper.getInstance().getSafeTypeByName("http://www.opengis.net/ont/geosparql#wktLiteral");

    private WikidataRdf() {}

    /** The IRI of an item. */
    public static Node node(String qid) {
        return NodeFactory.createURI(ENTITY + qid);
    }

    /** The Qid of an item's IRI. */
    public static String qid(String iri) {
        return iri.substring(ENTITY.length());
    }

    static Node direct(String property) {
        return NodeFactory.createURI(DIRECT + property);
    }

    /** Replaces what the graph says of the item. */
    static void put(Graph graph, WikidataEntity entity) {
        remove(graph, entity.id());
        triples(entity).forEach(graph::add);
    }

    /** Whether the graph says of the item exactly this. */
    static boolean holds(Graph graph, WikidataEntity entity) {
        Graph alone = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        triples(entity).forEach(alone::add);
        return statements(graph, entity.id()).size() == alone.size()
                && triples(entity).stream().allMatch(graph::contains);
    }

    static void remove(Graph graph, String qid) {
        statements(graph, qid).forEach(graph::delete);
    }

    /**
     * All triples about the item, its statements and their references. Which node is a part of it, its predicate and its name say;
     * what an item names beside that, as the address of a source, may be anything, a statement of another item too.
     */
    private static Set<Triple> statements(Graph graph, String qid) {
        Set<Triple> all = new HashSet<>();
        graph.find(node(qid), Node.ANY, Node.ANY).toList().forEach(link -> {
            all.add(link);
            if (isStatement(qid, link)) {
                Node statement = link.getObject();
                graph.find(statement, Node.ANY, Node.ANY).toList().forEach(part -> {
                    all.add(part);
                    if (isReference(part)) {
                        graph.find(part.getObject(), Node.ANY, Node.ANY).forEachRemaining(all::add);
                    }
                });
            }
        });
        return all;
    }

    /** Whether a triple leads from the item to a statement of its own. */
    private static boolean isStatement(String qid, Triple link) {
        return link.getPredicate().getURI().matches(PROP + "P[0-9]+")
                && link.getObject().isURI()
                && link.getObject().getURI().startsWith(STATEMENT + qid + "-");
    }

    /** Whether a triple leads from a statement to a reference of its own. */
    private static boolean isReference(Triple part) {
        String statement = part.getSubject().getURI().substring(STATEMENT.length());
        return part.getPredicate().equals(DERIVED_FROM)
                && part.getObject().isURI()
                && part.getObject().getURI().startsWith(REFERENCE)
                && part.getObject().getURI().endsWith("-" + statement);
    }

    private static List<Triple> triples(WikidataEntity entity) {
        List<Triple> triples = new ArrayList<>();
        Node item = node(entity.id());
        triples.add(Triple.create(item, VERSION, literal(Long.toString(entity.revision()), XSDDatatype.XSDinteger)));
        if (!entity.modified().isEmpty()) {
            triples.add(Triple.create(item, MODIFIED, literal(entity.modified(), XSDDatatype.XSDdateTime)));
        }
        entity.labels().forEach((l, text) -> triples.add(Triple.create(item, RDFS.label.asNode(), lang(text, l))));
        entity.descriptions().forEach((l, text) -> triples.add(Triple.create(item, DESCRIPTION, lang(text, l))));
        entity.aliases()
                .forEach((l, texts) ->
                        texts.forEach(text -> triples.add(Triple.create(item, SKOS.altLabel.asNode(), lang(text, l)))));
        for (WikidataStatement statement : entity.statements()) {
            Node full = NodeFactory.createURI(STATEMENT + statement.id());
            Node value = node(statement.value());
            triples.add(Triple.create(item, NodeFactory.createURI(PROP + statement.property()), full));
            triples.add(Triple.create(full, NodeFactory.createURI(VALUE + statement.property()), value));
            if (statement.best()) {
                triples.add(Triple.create(item, direct(statement.property()), value));
            }
            statement
                    .qualifiers()
                    .forEach((property, values) -> values.forEach(qualifier -> triples.add(
                            Triple.create(full, NodeFactory.createURI(QUALIFIER + property), node(qualifier)))));
            statement.references().forEach(source -> {
                String property = source.kind() == WikidataValue.Kind.ITEM
                        ? WikidataProperties.STATED_IN
                        : WikidataProperties.REFERENCE_URL;
                Node reference = NodeFactory.createURI(
                        REFERENCE + Integer.toHexString(source.text().hashCode()) + "-" + statement.id());
                triples.add(Triple.create(full, DERIVED_FROM, reference));
                triples.add(Triple.create(reference, NodeFactory.createURI(CITED + property), node(source)));
            });
        }
        return triples;
    }

    /** The item as the graph has it; empty if it is not there. Follows the redirect of a merged item. */
    static Optional<WikidataEntity> get(Graph graph, String qid) {
        Node item = node(qid);
        String revision = literal(graph, item, VERSION);
        if (revision == null) {
            Node merged = object(graph, item, OWL.sameAs.asNode());
            return merged == null ? Optional.empty() : get(graph, qid(merged.getURI()));
        }
        Map<String, String> labels = new HashMap<>();
        Map<String, String> descriptions = new HashMap<>();
        Map<String, List<String>> aliases = new HashMap<>();
        List<WikidataStatement> statements = new ArrayList<>();
        graph.find(item, Node.ANY, Node.ANY).forEachRemaining(t -> {
            Node object = t.getObject();
            if (t.getPredicate().equals(RDFS.label.asNode())) {
                labels.put(object.getLiteralLanguage(), object.getLiteralLexicalForm());
            } else if (t.getPredicate().equals(DESCRIPTION)) {
                descriptions.put(object.getLiteralLanguage(), object.getLiteralLexicalForm());
            } else if (t.getPredicate().equals(SKOS.altLabel.asNode())) {
                aliases.computeIfAbsent(object.getLiteralLanguage(), l -> new ArrayList<>())
                        .add(object.getLiteralLexicalForm());
            } else if (isStatement(qid, t)) {
                statement(graph, item, t).ifPresent(statements::add);
            }
        });
        String modified = literal(graph, item, MODIFIED);
        return Optional.of(new WikidataEntity(
                qid,
                Long.parseLong(revision),
                modified == null ? "" : modified,
                labels,
                aliases,
                descriptions,
                statements));
    }

    /** The revision of the item in the graph; empty if it is not there. */
    static Optional<Long> revision(Graph graph, String qid) {
        return Optional.ofNullable(literal(graph, node(qid), VERSION)).map(Long::parseLong);
    }

    private static Optional<WikidataStatement> statement(Graph graph, Node item, Triple link) {
        String property = link.getPredicate().getURI().substring(PROP.length());
        Node full = link.getObject();
        Node value = object(graph, full, NodeFactory.createURI(VALUE + property));
        if (value == null) {
            return Optional.empty();
        }
        Map<String, List<WikidataValue>> qualifiers = new HashMap<>();
        List<WikidataValue> references = new ArrayList<>();
        graph.find(full, Node.ANY, Node.ANY).forEachRemaining(t -> {
            String predicate = t.getPredicate().getURI();
            if (predicate.startsWith(QUALIFIER)) {
                qualifiers
                        .computeIfAbsent(predicate.substring(QUALIFIER.length()), p -> new ArrayList<>())
                        .add(value(t.getObject()));
            } else if (t.getPredicate().equals(DERIVED_FROM)) {
                graph.find(t.getObject(), Node.ANY, Node.ANY)
                        .forEachRemaining(source -> references.add(value(source.getObject())));
            }
        });
        return Optional.of(new WikidataStatement(
                full.getURI().substring(STATEMENT.length()),
                property,
                value(value),
                graph.contains(item, direct(property), value),
                qualifiers,
                references));
    }

    private static Node node(WikidataValue value) {
        return switch (value.kind()) {
            case ITEM -> node(value.text());
            case URL -> NodeFactory.createURI(value.text());
            case TEXT -> NodeFactory.createLiteralString(value.text());
            case POINT -> NodeFactory.createLiteralDT(value.text(), WKT);
            case DATE ->
                literal(
                        value.text(),
                        switch (value.text().length()) {
                            case 4 -> XSDDatatype.XSDgYear;
                            case 7 -> XSDDatatype.XSDgYearMonth;
                            default -> XSDDatatype.XSDdate;
                        });
        };
    }

    private static WikidataValue value(Node node) {
        if (node.isURI()) {
            boolean item = node.getURI().matches(ENTITY + "Q[0-9]+");
            return new WikidataValue(
                    item ? WikidataValue.Kind.ITEM : WikidataValue.Kind.URL, item ? qid(node.getURI()) : node.getURI());
        }
        if (node.getLiteralDatatype().equals(WKT)) {
            return new WikidataValue(WikidataValue.Kind.POINT, node.getLiteralLexicalForm());
        }
        boolean date = !node.getLiteralDatatype().equals(XSDDatatype.XSDstring);
        return new WikidataValue(
                date ? WikidataValue.Kind.DATE : WikidataValue.Kind.TEXT, node.getLiteralLexicalForm());
    }

    private static Node lang(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }

    private static Node literal(String text, RDFDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static @Nullable String literal(Graph graph, Node subject, Node predicate) {
        Node object = object(graph, subject, predicate);
        return object == null || !object.isLiteral() ? null : object.getLiteralLexicalForm();
    }

    static @Nullable Node object(Graph graph, Node subject, Node predicate) {
        var found = graph.find(subject, predicate, Node.ANY);
        try {
            return found.hasNext() ? found.next().getObject() : null;
        } finally {
            found.close();
        }
    }
}
