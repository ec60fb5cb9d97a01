package org.entente.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The graphs that files bring, and what each stated when it was loaded: while its files are the same and its sum is, too, there is
 * nothing to bring. Others may write into such a graph; then its sum is another.
 */
final class LoadedGraphs {
    static final LoadedGraphs NONE = of(List.of());

    private final Map<Node, List<LoadedFile>> files;
    /** Of each graph what its files depend on; "" if that is not known. */
    private final Map<Node, String> contents = new HashMap<>();

    private final Map<Node, String> sums = new HashMap<>();

    private LoadedGraphs(Map<Node, List<LoadedFile>> files) {
        this.files = files;
        files.forEach((graph, some) -> contents.put(graph, content(some)));
    }

    static LoadedGraphs of(List<LoadedFile> files) {
        Map<Node, List<LoadedFile>> byGraph = new TreeMap<>(Comparator.comparing(Node::toString));
        files.forEach(file -> byGraph.computeIfAbsent(file.graph(), graph -> new ArrayList<>())
                .add(file));
        return new LoadedGraphs(byGraph);
    }

    private static String content(List<LoadedFile> files) {
        return files.stream().anyMatch(file -> file.content().isEmpty())
                ? ""
                : DigestUtils.sha256Hex(files.stream().map(LoadedFile::content).collect(Collectors.joining("\n")));
    }

    /** The graphs in a certain order. */
    List<Node> names() {
        return List.copyOf(files.keySet());
    }

    boolean has(Node graph) {
        return files.containsKey(graph);
    }

    List<LoadedFile> files(Node graph) {
        return files.getOrDefault(graph, List.of());
    }

    /** Gives back the memory of what is needed for the load itself only. */
    void forgetFiles() {
        files.replaceAll((graph, some) -> List.of());
    }

    /** What the graphs state now, as {@link GraphSums} has it. */
    void summed(Map<Node, String> now) {
        names().forEach(graph -> sums.put(graph, DigestUtils.sha256Hex(now.getOrDefault(graph, ""))));
    }

    /**
     * The graphs that may state something else than the files.
     *
     * @param earlier what was loaded last
     * @param dataset in a write transaction in which nothing was written yet
     */
    Set<Node> others(LoadedGraphs earlier, DatasetGraph dataset) {
        Set<Node> others = new HashSet<>(files.keySet());
        if (ReleaseGraph.isSummed(dataset)) {
            Map<Node, String> now = GraphSums.kept(dataset);
            others.removeIf(graph -> {
                String content = contents.getOrDefault(graph, "");
                return !content.isEmpty()
                        && content.equals(earlier.contents.get(graph))
                        && DigestUtils.sha256Hex(now.getOrDefault(graph, "")).equals(earlier.sums.get(graph));
            });
        }
        return others;
    }
}
