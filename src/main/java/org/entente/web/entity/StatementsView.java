package org.entente.web.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.Graphs;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Page;

/**
 * All statements about an entity, as its page shows them.
 *
 * @param statements those of the consolidated view and the catalogue
 * @param sources those of each source
 * @param incoming statements of which the entity is the object
 */
public record StatementsView(Head head, List<Statement> statements, List<Source> sources, Incoming incoming) {
    /** Its schema.org JSON-LD, safe inside a script element. */
    public String schema(Page page) {
        return SchemaOrg.thing(head.iri(), head.name(), page.canonical(), head.label(), head.otherLabels());
    }

    /**
     * What the entity is called.
     *
     * @param name the part of the IRI after the base, such as {@code person/albert-rau}
     * @param label in the reader's language
     * @param otherLabels in other languages
     */
    public record Head(String name, String iri, String curie, Cell label, List<Cell> otherLabels, List<Cell> types) {
        /** The other labels, those that are written alike in several languages once. */
        public List<Cell> otherNames() {
            return otherLabels.stream()
                    .collect(Collectors.toMap(Cell::text, cell -> cell, (first, same) -> first, LinkedHashMap::new))
                    .values()
                    .stream()
                    .toList();
        }
    }

    /**
     * One page of the statements that point to the entity: property and subject.
     *
     * @param page from 1
     * @param more whether another page follows
     */
    public record Incoming(List<Statement> statements, int page, boolean more) {}

    /** A property with its values. */
    public record Statement(Cell property, List<Cell> values) {}

    /** The statements of one source. */
    public record Source(Cell document, List<Account> accounts) {}

    /** The statements of a source about the entity, or about one report or participation. */
    public record Account(Cell subject, List<Statement> statements) {}

    private static final Set<String> GENERAL = Set.of(
            "/ontology#Agent",
            "/ontology#Collective",
            "/ontology#Polity",
            "/ontology#Organization",
            "/ontology#PublicBody",
            "/ontology#EducationResearchBody",
            "/ontology#Event",
            "/ontology#HeldEvent");

    static StatementsView of(Entity thing, EntityLabels labels, String name, int page) {
        String iri = thing.node().getURI();
        Cell label = labels.cell(thing.node());
        List<Cell> others = new ArrayList<>();
        List<Cell> types = new ArrayList<>();
        List<Quad> consolidated = new ArrayList<>();
        Map<Node, List<Quad>> bySource = new LinkedHashMap<>();
        for (Quad quad : thing.statements()) {
            if (quad.getPredicate().equals(RDFS.label.asNode())) {
                Cell cell = labels.cell(quad.getObject());
                if (!cell.text().equals(label.text()) && !others.contains(cell)) {
                    others.add(cell);
                }
            } else if (quad.getPredicate().equals(RDF.type.asNode())) {
                Cell cell = labels.cell(quad.getObject());
                if (!types.contains(cell)) {
                    types.add(cell);
                }
            } else if (Graphs.isSource(quad.getGraph())) {
                bySource.computeIfAbsent(quad.getGraph(), g -> new ArrayList<>())
                        .add(quad);
            } else {
                consolidated.add(quad);
            }
        }
        thing.accounts().stream().filter(q -> Graphs.isSource(q.getGraph())).forEach(q -> bySource.computeIfAbsent(
                        q.getGraph(), g -> new ArrayList<>())
                .add(q));
        List<Source> sources = bySource.entrySet().stream()
                .map(e -> new Source(labels.cell(thing.document(e.getKey())), accounts(e.getValue(), labels)))
                .toList();
        List<Statement> incoming = thing.incoming().stream()
                .map(q -> new Statement(labels.cell(q.getPredicate()), List.of(labels.cell(q.getSubject()))))
                .distinct()
                .toList();
        return new StatementsView(
                new Head(name, iri, Prefixes.compact(iri), label, others, telling(types)),
                statements(consolidated, labels, Set.of()),
                sources,
                new Incoming(incoming, page, thing.more()));
    }

    /** The types without general classes that add nothing to the specific ones. */
    private static List<Cell> telling(List<Cell> types) {
        List<Cell> telling =
                types.stream().filter(t -> !GENERAL.contains(t.href())).toList();
        return telling.isEmpty() ? types : telling;
    }

    private static List<Account> accounts(List<Quad> quads, EntityLabels labels) {
        Map<Node, List<Quad>> bySubject = new LinkedHashMap<>();
        quads.forEach(q -> bySubject
                .computeIfAbsent(q.getSubject(), s -> new ArrayList<>())
                .add(q));
        return bySubject.entrySet().stream()
                .map(e -> new Account(
                        labels.cell(e.getKey()), statements(e.getValue(), labels, Set.of(RDF.type.asNode()))))
                .toList();
    }

    private static List<Statement> statements(List<Quad> quads, EntityLabels labels, Set<Node> without) {
        Map<Node, List<Cell>> byProperty = new LinkedHashMap<>();
        for (Quad quad : quads) {
            if (!without.contains(quad.getPredicate())) {
                List<Cell> values = byProperty.computeIfAbsent(quad.getPredicate(), p -> new ArrayList<>());
                Cell cell = labels.cell(quad.getObject());
                if (!values.contains(cell)) {
                    values.add(cell);
                }
            }
        }
        return byProperty.entrySet().stream()
                .map(e -> new Statement(labels.cell(e.getKey()), e.getValue()))
                .toList();
    }
}
