package org.entente.wikidata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NameHit;
import org.entente.names.NameRow;
import org.entente.names.NameTable;
import org.entente.store.Graphs;
import org.entente.store.PerRevision;
import org.entente.store.Store;

/** Names and external identifiers of one snapshot, ready to be looked up. Immutable. */
public final class SnapshotIndex {
    private final long number;
    private final NameTable names;
    private final Map<String, Set<String>> byIdentifier;

    private SnapshotIndex(long number, NameTable names, Map<String, Set<String>> byIdentifier) {
        this.number = number;
        this.names = names;
        this.byIdentifier = byIdentifier;
    }

    /** The indexes of a store: the newest is kept until the snapshot changes. */
    public static final class Source {
        private final Store store;
        private final PerRevision<SnapshotIndex> known = new PerRevision<>();

        public Source(Store store) {
            this.store = store;
        }

        public SnapshotIndex get() {
            return store.read(dataset -> known.get(Snapshot.in(dataset).number(), () -> of(dataset)));
        }
    }

    /** Reads a dataset; call inside a transaction. */
    static SnapshotIndex of(DatasetGraph dataset) {
        Graph graph = dataset.getGraph(Graphs.WIKIDATA);
        List<NameRow> rows = new ArrayList<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            graph.find(Node.ANY, property, Node.ANY)
                    .forEachRemaining(t -> rows.add(new NameRow(
                            WikidataRdf.qid(t.getSubject().getURI()),
                            t.getObject().getLiteralLexicalForm(),
                            t.getObject().getLiteralLanguage(),
                            property.equals(RDFS.label.asNode()))));
        }
        Map<String, Set<String>> byIdentifier = new HashMap<>();
        for (String property : WikidataProperties.IDENTIFIERS) {
            graph.find(Node.ANY, WikidataRdf.direct(property), Node.ANY).forEachRemaining(t -> byIdentifier
                    .computeIfAbsent(key(property, t.getObject().getLiteralLexicalForm()), k -> new HashSet<>())
                    .add(WikidataRdf.qid(t.getSubject().getURI())));
        }
        return new SnapshotIndex(Snapshot.in(dataset).number(), NameTable.of(rows), byIdentifier);
    }

    /** Number of the snapshot. */
    public long number() {
        return number;
    }

    /** The items that the name may mean, best first, one hit each; the entity of a hit is a Qid. */
    public List<NameHit> search(String name, int n) {
        return names.search(name, n, qid -> true);
    }

    /** The items that have this external identifier. */
    public Set<String> withIdentifier(String property, String value) {
        return byIdentifier.getOrDefault(key(property, value), Set.of());
    }

    private static String key(String property, String value) {
        return property + " " + WikidataProperties.comparable(value);
    }
}
