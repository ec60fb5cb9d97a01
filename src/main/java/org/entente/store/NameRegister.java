package org.entente.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NameHit;
import org.entente.names.NameMatches;
import org.entente.names.NameRow;
import org.entente.names.NameTable;
import org.entente.vocab.Ent;

/**
 * The names of everything that has an IRI of ours, as of one committed state: labels, other forms, misspelt forms, forms as printed,
 * titles of documents. Immutable.
 */
public final class NameRegister {
    private static final Node NAME_OF = NodeFactory.createURI(Ent.term("nameOf"));
    private static final Node NAME_TEXT = NodeFactory.createURI(Ent.term("nameText"));
    private static final List<Node> NAMING =
            List.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode(), DCTerms.title.asNode());

    private final long revision;
    private final NameTable table;
    private final Map<String, Set<String>> classes;
    private final Map<String, Map<String, String>> labels;
    private final Map<String, Integer> instances = new HashMap<>();

    private NameRegister(
            long revision, NameTable table, Map<String, Set<String>> classes, Map<String, Map<String, String>> labels) {
        this.revision = revision;
        this.table = table;
        this.classes = classes;
        this.labels = labels;
        classes.values().forEach(of -> of.forEach(c -> instances.merge(c, 1, Integer::sum)));
    }

    /** Reads the names of a dataset; call inside a transaction. */
    static NameRegister of(DatasetGraph dataset, long revision) {
        List<NameRow> rows = new ArrayList<>();
        for (Node property : NAMING) {
            boolean preferred = property.equals(RDFS.label.asNode());
            dataset.find(Node.ANY, Node.ANY, property, Node.ANY).forEachRemaining(q -> {
                if (isThing(q.getSubject()) && q.getObject().isLiteral()) {
                    rows.add(row(q.getSubject(), q.getObject(), preferred));
                }
            });
        }
        dataset.getDefaultGraph().find(Node.ANY, NAME_OF, Node.ANY).forEachRemaining(nameOf -> dataset.getDefaultGraph()
                .find(nameOf.getSubject(), NAME_TEXT, Node.ANY)
                .forEachRemaining(text -> rows.add(row(nameOf.getObject(), text.getObject(), false))));
        Map<String, Set<String>> classes = new HashMap<>();
        dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining((Quad q) -> {
            if (isThing(q.getSubject()) && q.getObject().isURI()) {
                classes.computeIfAbsent(q.getSubject().getURI(), k -> new HashSet<>())
                        .add(q.getObject().getURI());
            }
        });
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (NameRow row : rows) {
            if (row.preferred()) {
                labels.computeIfAbsent(row.entity(), k -> new TreeMap<>()).put(row.language(), row.text());
            }
        }
        return new NameRegister(revision, NameTable.of(rows), classes, labels);
    }

    /** The revision of the store whose names these are. */
    public long revision() {
        return revision;
    }

    /** Whether something with this IRI is described. */
    public boolean exists(String iri) {
        return classes.containsKey(iri);
    }

    /** The label in this language, else in another one; empty if the thing has no label. */
    public Optional<String> label(String iri, String language) {
        Map<String, String> byLanguage = labels.getOrDefault(iri, Map.of());
        return Optional.ofNullable(byLanguage.get(language))
                .or(() -> byLanguage.values().stream().findFirst());
    }

    /** A class of the thing, the narrowest that is known; empty if it has none. */
    public String type(String iri) {
        // Broader classes have more instances: the rarest class of a thing is the narrowest.
        return classes.getOrDefault(iri, Set.of()).stream()
                .min(Comparator.comparingInt((String c) -> instances.getOrDefault(c, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** What the name means among the instances of any of the classes; no classes stand for everything. */
    public NameMatches match(String name, Set<String> ofClasses) {
        return table.match(name, instanceOf(ofClasses));
    }

    /** The names most like this one among the instances of any of the classes, best first. */
    public List<NameRow> near(String name, int n, Set<String> ofClasses) {
        return table.near(name, n, instanceOf(ofClasses));
    }

    /** The entities that the name may mean among the instances of any of the classes, best first, one hit each. */
    public List<NameHit> search(String name, int n, Set<String> ofClasses) {
        return table.search(name, n, instanceOf(ofClasses));
    }

    /** The entity that the name means, if exactly one remains. */
    public Optional<String> entity(String name, Set<String> ofClasses) {
        return match(name, ofClasses).entity();
    }

    private Predicate<String> instanceOf(Set<String> wanted) {
        return wanted.isEmpty()
                ? iri -> true
                : iri -> classes.getOrDefault(iri, Set.of()).stream().anyMatch(wanted::contains);
    }

    private static boolean isThing(Node node) {
        return node.isURI() && node.getURI().startsWith(Ent.ID);
    }

    private static NameRow row(Node entity, Node text, boolean preferred) {
        return new NameRow(entity.getURI(), text.getLiteralLexicalForm(), text.getLiteralLanguage(), preferred);
    }
}
