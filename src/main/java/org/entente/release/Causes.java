package org.entente.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.execution.Row;
import org.entente.release.RowChange.Cause;
import org.entente.release.RowChange.CauseKind;
import org.entente.store.Graphs;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;

/**
 * What differs between two releases, so that it may be why an answer differs: documents first, if the row names one that changed, then
 * decisions, links, identities and the ontology, then rules and queries.
 */
final class Causes {
    private final SortedMap<String, Cause> documents = new TreeMap<>();
    /** The same by all names under which a row may have them: document and graph. */
    private final Map<String, Cause> named = new TreeMap<>();

    private final List<Cause> others = new ArrayList<>();

    Causes(StatementChanges changes, KeptState from, KeptState to) {
        changes.graphs().keySet().forEach(graph -> {
            if (Statements.isSource(graph)) {
                add(from, graph);
                add(to, graph);
            } else {
                others.add(new Cause(kind(graph), graph, graph.substring(Ent.GRAPH.length())));
            }
        });
        changed(from.files(), to.files()).stream()
                .filter(file -> file.startsWith("queries/rules/"))
                .forEach(file -> others.add(new Cause(CauseKind.RULE, "", file)));
        changed(from.queries(), to.queries()).forEach(file -> others.add(new Cause(CauseKind.QUERY, "", file)));
        others.sort(Comparator.comparing(Cause::kind));
    }

    private static CauseKind kind(String graph) {
        Node node = NodeFactory.createURI(graph);
        if (Graphs.ALL_DECISIONS.contains(node)) {
            return CauseKind.DECISION;
        }
        if (node.equals(Graphs.LINKS) || node.equals(Graphs.FILED_LINKS) || node.equals(Graphs.WIKIDATA)) {
            return CauseKind.LINK;
        }
        return Graphs.ALL_AUTHORITY.contains(node) ? CauseKind.IDENTITY : CauseKind.ONTOLOGY;
    }

    private void add(KeptState state, String graph) {
        state.store().read(dataset -> {
            dataset.find(NodeFactory.createURI(graph), Node.ANY, RDF.type.asNode(), EntClass.DOCUMENT)
                    .forEachRemaining(quad -> {
                        Cause document = new Cause(
                                CauseKind.DOCUMENT,
                                quad.getSubject().getURI(),
                                StateLabels.of(dataset, quad.getSubject(), "en"));
                        documents.put(quad.getSubject().getURI(), document);
                        named.put(graph, document);
                        named.put(quad.getSubject().getURI(), document);
                    });
            return null;
        });
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> String.valueOf(before.get(name)).equals(String.valueOf(after.get(name))));
        return names;
    }

    /** Why a row came, went or changed: the documents that it names and that changed, else whatever else changed. */
    List<Cause> of(Row... rows) {
        Set<Cause> causes = new LinkedHashSet<>();
        Arrays.stream(rows)
                .flatMap(row -> {
                    List<String> texts = new ArrayList<>();
                    row.binding().forEach((variable, node) -> texts.add(Row.text(node)));
                    return texts.stream();
                })
                .flatMap(text -> Arrays.stream(text.split("[\\s|<>]+")))
                .map(word -> word.startsWith("doc:") ? Ent.ID + "doc/" + word.substring(4) : word)
                .filter(named::containsKey)
                .forEach(word -> causes.add(named.get(word)));
        if (causes.isEmpty()) {
            causes.addAll(others);
        }
        if (causes.isEmpty()) {
            causes.addAll(documents.values());
        }
        return causes.stream().limit(10).toList();
    }

    /** Everything that differs, documents first. */
    List<Cause> all() {
        List<Cause> all = new ArrayList<>(documents.values());
        all.addAll(others);
        return all;
    }
}
