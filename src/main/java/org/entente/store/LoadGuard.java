package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;

/** What a load would lose although nobody asked for it: graphs written over HTTP, and folders that are away for a moment. */
final class LoadGuard {
    private static final Map<String, Predicate<Node>> FOLDERS = Map.of(
            "authority", Graphs.AUTHORITY::equals,
            "decisions", Graphs.DECISIONS::equals,
            "links", Graphs.FILED_LINKS::equals,
            "sources", Graphs::isSource);

    private LoadGuard() {}

    /** Errors that keep the files from being loaded over the state of the store. Call inside a transaction. */
    static List<Finding> findings(DatasetGraph dataset, CollectionFiles collection, List<LoadedFile> files) {
        List<Finding> findings = new ArrayList<>();
        Set<Node> earlier = Set.copyOf(ReleaseGraph.parts(dataset));
        Map<Node, String> brought =
                files.stream().collect(Collectors.toMap(LoadedFile::graph, LoadedFile::name, (first, second) -> first));
        brought.forEach((graph, file) -> {
            if (!earlier.contains(graph) && !dataset.getGraph(graph).isEmpty()) {
                findings.add(error(
                        file,
                        "graph-taken",
                        "the graph " + graph.getURI()
                                + " holds statements that were written over HTTP, and this file would replace them",
                        "Give the file another name, or save these statements in it and delete the graph first."));
            }
        });
        FOLDERS.forEach((folder, isOf) -> {
            long before = earlier.stream().filter(isOf).count();
            if (before > 0 && brought.keySet().stream().noneMatch(isOf)) {
                findings.add(
                        error(
                                collection.data().resolve(folder).toString(),
                                "folder-gone",
                                "there is no Turtle file any more where the last load found some",
                                "Put the folder back. If it is meant to be empty, load the collection into a new store (--store)."));
            }
        });
        return findings;
    }

    private static Finding error(String file, String code, String message, String advice) {
        return new Finding(Severity.ERROR, file, 0, 0, code, message, advice);
    }
}
