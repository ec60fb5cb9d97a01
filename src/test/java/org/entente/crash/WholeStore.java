package org.entente.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.ShippedCollection;
import org.entente.contact.ContactIndexes;
import org.entente.derive.Rules;
import org.entente.rdf.QuadLines;
import org.entente.store.Changes;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.vocab.Ent;

/** Whether a store is whole: its files, what was derived, and the indexes in memory against the graph. */
final class WholeStore {
    private WholeStore() {}

    /** What is wrong, a line each. */
    static List<String> problems(Store store) {
        List<String> problems = new ArrayList<>(store.damage(Progress.SILENT));
        store.read(dataset -> {
            problems.addAll(derived(dataset));
            problems.addAll(indexes(store, dataset));
            return null;
        });
        return problems;
    }

    /** Derives everything anew, and compares. */
    private static List<String> derived(DatasetGraph dataset) {
        DatasetGraph again = DatasetGraphFactory.createGeneral();
        dataset.find().forEachRemaining(quad -> {
            if (!quad.isDefaultGraph() && !quad.getGraph().equals(Graphs.DERIVED)) {
                again.add(quad);
            }
        });
        Rules.read(ShippedCollection.FILES.rules()).forStore().derive(again, Changes.UNKNOWN);
        Set<String> then = lines(dataset);
        Set<String> now = lines(again);
        if (then.equals(now)) {
            return List.of();
        }
        Set<String> more = new HashSet<>(then);
        more.removeAll(now);
        now.removeAll(then);
        return List.of("derived anew, " + now.size() + " statements are missing, such as "
                + now.stream().findAny().orElse("") + ", and " + more.size() + " are too many, such as "
                + more.stream().findAny().orElse(""));
    }

    private static Set<String> lines(DatasetGraph dataset) {
        Set<String> lines = new HashSet<>();
        dataset.find().forEachRemaining((Quad quad) -> lines.add(QuadLines.of(quad)));
        return lines;
    }

    private static List<String> indexes(Store store, DatasetGraph dataset) {
        List<String> problems = new ArrayList<>();
        long encounters = dataset
                .getDefaultGraph()
                .find(Node.ANY, RDF.type.asNode(), org.apache.jena.graph.NodeFactory.createURI(Ent.NS + "Encounter"))
                .toList()
                .stream()
                .map(Triple::getSubject)
                .distinct()
                .count();
        int indexed = ContactIndexes.in(dataset).encounterCount();
        if (indexed != encounters) {
            problems.add("the contact index has " + indexed + " contacts, the graph " + encounters);
        }
        dataset.getDefaultGraph()
                .find(Node.ANY, RDF.type.asNode(), org.apache.jena.graph.NodeFactory.createURI(Ent.NS + "Person"))
                .filterKeep(t -> dataset.getDefaultGraph().contains(t.getSubject(), RDFS.label.asNode(), Node.ANY))
                .filterDrop(t -> store.names().exists(t.getSubject().getURI()))
                .forEachRemaining(t -> problems.add("the index of names lacks " + t.getSubject()));
        return problems;
    }
}
