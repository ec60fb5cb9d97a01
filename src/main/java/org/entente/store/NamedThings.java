package org.entente.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NameRow;
import org.entente.names.NameUse;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.vocab.IdSpaces;

/**
 * What a state says of the names and classes of the things of the collection. A later state follows from an earlier one by what has
 * changed. Immutable.
 *
 * @param names of each thing, those that are not merged into another one
 * @param classes of each thing
 * @param merged thing to the thing that is left
 */
record NamedThings(Layered<List<NameRow>> names, Layered<Set<String>> classes, Map<Node, Node> merged) {
    private static final Map<Node, NameUse> NAMING = Map.of(
            RDFS.label.asNode(),
            NameUse.PREFERRED,
            SKOS.altLabel.asNode(),
            NameUse.OTHER,
            SKOS.hiddenLabel.asNode(),
            NameUse.MISSPELT,
            DCTerms.title.asNode(),
            NameUse.TITLE);
    private static final Map<Node, NameUse> USES = Map.of(
            EntConcept.PREFERRED_NAME,
            NameUse.PREFERRED,
            EntConcept.OTHER_NAME,
            NameUse.OTHER,
            EntConcept.MISSPELT,
            NameUse.MISSPELT,
            EntConcept.AS_PRINTED,
            NameUse.PRINTED);
    private static final Set<Node> OF_NAMES = Set.of(EntProperty.NAME_OF, EntProperty.NAME_TEXT, EntProperty.NAME_USE);

    private static final Comparator<NameRow> ORDER =
            Comparator.comparing(NameRow::use).thenComparing(NameRow::language).thenComparing(NameRow::text);

    /** Whether a statement may say something of names or classes, in whatever graph. */
    static boolean concern(Quad quad) {
        Node property = quad.getPredicate();
        return NAMING.containsKey(property)
                || property.equals(RDF.type.asNode())
                || quad.isDefaultGraph() && (OF_NAMES.contains(property) || property.equals(EntProperty.MERGED_INTO));
    }

    static NamedThings in(DatasetGraph dataset) {
        Graph view = dataset.getDefaultGraph();
        Map<Node, Node> merged = merged(view);
        Rows rows = new Rows(merged);
        NAMING.keySet().forEach(property -> dataset.find(Node.ANY, Node.ANY, property, Node.ANY)
                .forEachRemaining(rows::add));
        view.find(Node.ANY, EntProperty.NAME_OF, Node.ANY)
                .forEachRemaining(nameOf -> rows.add(view, nameOf.getSubject(), nameOf.getObject()));
        Map<String, Set<String>> classes = new HashMap<>();
        dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining((Quad q) -> {
            if (isThing(q.getSubject()) && q.getObject().isURI() && !merged.containsKey(q.getSubject())) {
                classes.computeIfAbsent(q.getSubject().getURI(), k -> new HashSet<>())
                        .add(q.getObject().getURI());
            }
        });
        return new NamedThings(Layered.of(rows.sorted()), Layered.of(classes), merged);
    }

    /** What a later state says; empty if that is quicker read anew. */
    Optional<NamedThings> after(Changes changes, DatasetGraph dataset) {
        Set<Node> named = new HashSet<>();
        Set<Node> classified = new HashSet<>();
        Graph view = dataset.getDefaultGraph();
        for (List<Quad> quads : List.of(changes.added(), changes.removed())) {
            for (Quad quad : quads) {
                Node property = quad.getPredicate();
                if (NAMING.containsKey(property)) {
                    named.add(merged.getOrDefault(quad.getSubject(), quad.getSubject()));
                } else if (property.equals(RDF.type.asNode())) {
                    classified.add(quad.getSubject());
                } else if (quad.isDefaultGraph() && property.equals(EntProperty.MERGED_INTO)) {
                    return Optional.empty();
                } else if (quad.isDefaultGraph() && OF_NAMES.contains(property)) {
                    if (property.equals(EntProperty.NAME_OF)) {
                        named.add(quad.getObject());
                    }
                    view.find(quad.getSubject(), EntProperty.NAME_OF, Node.ANY)
                            .forEachRemaining(t -> named.add(t.getObject()));
                }
            }
        }
        return Optional.of(new NamedThings(
                names.with(namesOf(named, dataset)), classes.with(classesOf(classified, dataset)), merged));
    }

    private Map<String, Optional<List<NameRow>>> namesOf(Set<Node> things, DatasetGraph dataset) {
        Map<String, Optional<List<NameRow>>> others = new HashMap<>();
        Graph view = dataset.getDefaultGraph();
        Map<Node, List<Node>> mergedInto = mergedInto(things);
        for (Node thing : things) {
            if (isThing(thing)) {
                Rows rows = new Rows(merged);
                List<Node> all = new ArrayList<>(mergedInto.getOrDefault(thing, List.of()));
                if (!merged.containsKey(thing)) {
                    all.add(thing);
                }
                all.forEach(one -> NAMING.keySet().forEach(property -> dataset.find(Node.ANY, one, property, Node.ANY)
                        .forEachRemaining(rows::add)));
                view.find(Node.ANY, EntProperty.NAME_OF, thing)
                        .forEachRemaining(nameOf -> rows.add(view, nameOf.getSubject(), thing));
                List<NameRow> now = rows.sorted().get(thing.getURI());
                if (!names.getOrDefault(thing.getURI(), List.of()).equals(now == null ? List.of() : now)) {
                    others.put(thing.getURI(), Optional.ofNullable(now));
                }
            }
        }
        return others;
    }

    private Map<Node, List<Node>> mergedInto(Set<Node> things) {
        Map<Node, List<Node>> into = new HashMap<>();
        merged.forEach((given, left) -> {
            if (things.contains(left)) {
                into.computeIfAbsent(left, k -> new ArrayList<>()).add(given);
            }
        });
        return into;
    }

    private Map<String, Optional<Set<String>>> classesOf(Set<Node> things, DatasetGraph dataset) {
        Map<String, Optional<Set<String>>> others = new HashMap<>();
        for (Node thing : things) {
            if (isThing(thing) && !merged.containsKey(thing)) {
                Set<String> now = new HashSet<>();
                dataset.find(Node.ANY, thing, RDF.type.asNode(), Node.ANY).forEachRemaining(q -> {
                    if (q.getObject().isURI()) {
                        now.add(q.getObject().getURI());
                    }
                });
                if (!classes.getOrDefault(thing.getURI(), Set.of()).equals(now)) {
                    others.put(thing.getURI(), Optional.of(now).filter(some -> !some.isEmpty()));
                }
            }
        }
        return others;
    }

    private static Map<Node, Node> merged(Graph view) {
        Map<Node, Node> merged = new HashMap<>();
        view.find(Node.ANY, EntProperty.MERGED_INTO, Node.ANY).forEachRemaining(t -> {
            if (!view.contains(t.getObject(), EntProperty.MERGED_INTO, Node.ANY)) {
                merged.put(t.getSubject(), t.getObject());
            }
        });
        return merged;
    }

    /** All names, in no order. */
    List<NameRow> rows() {
        List<NameRow> rows = new ArrayList<>();
        names.forEach((thing, its) -> rows.addAll(its));
        return rows;
    }

    private static boolean isThing(Node node) {
        return node.isURI() && IdSpaces.isThing(node.getURI());
    }

    /** Collects the names; each text of a thing and language is kept once, with its best rank. */
    private static final class Rows {
        private record Text(String text, String language) {}

        private final Map<Node, Node> merged;
        private final Map<String, Map<Text, NameUse>> uses = new HashMap<>();

        Rows(Map<Node, Node> merged) {
            this.merged = merged;
        }

        void add(Quad naming) {
            NameUse use = NAMING.getOrDefault(naming.getPredicate(), NameUse.OTHER);
            Node left = merged.get(naming.getSubject());
            add(
                    left == null ? naming.getSubject() : left,
                    naming.getObject(),
                    left != null && use == NameUse.PREFERRED ? NameUse.OTHER : use);
        }

        void add(Graph view, Node name, Node thing) {
            // Of several uses the best counts; a name of which none is said is one that was printed.
            NameUse use = G.listSP(view, name, EntProperty.NAME_USE).stream()
                    .map(stated -> USES.getOrDefault(stated, NameUse.PRINTED))
                    .min(Comparator.naturalOrder())
                    .orElse(NameUse.PRINTED);
            view.find(name, EntProperty.NAME_TEXT, Node.ANY)
                    .forEachRemaining(text -> add(thing, text.getObject(), use));
        }

        private void add(Node thing, Node text, NameUse use) {
            if (isThing(thing) && text.isLiteral()) {
                uses.computeIfAbsent(thing.getURI(), k -> new HashMap<>())
                        .merge(
                                new Text(text.getLiteralLexicalForm(), text.getLiteralLanguage()),
                                use,
                                (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }

        Map<String, List<NameRow>> sorted() {
            Map<String, List<NameRow>> sorted = new HashMap<>();
            uses.forEach((thing, texts) -> sorted.put(
                    thing,
                    texts.entrySet().stream()
                            .map(e -> new NameRow(thing, e.getKey().text, e.getKey().language, e.getValue()))
                            .sorted(ORDER)
                            .toList()));
            return sorted;
        }
    }
}
