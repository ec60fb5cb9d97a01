package org.entente.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.entente.rdf.QuadLines;
import org.entente.store.Store;

/**
 * When each statement about a thing entered, and when it was taken back: by release, and by the document, decision or file of identities
 * that states it.
 *
 * @param entries the newest first
 */
public record History(String thing, List<Entry> entries) {
    /** Most statements that are listed. */
    public static final int MOST = 2_000;

    /**
     * One statement.
     *
     * @param line in N-Quads
     * @param graph IRI of the graph that states it
     * @param since id of the first release that has it; "" if none has
     * @param sinceTime when that was kept; "" if no release has it
     * @param until id of the first release that has it no more; "" if it stands
     * @param untilTime when that was kept; "" if it stands
     * @param stands whether the present state has it
     */
    public record Entry(
            String line,
            String graph,
            String since,
            String sinceTime,
            String until,
            String untilTime,
            boolean stands) {}

    /**
     * Reads the history of a thing from all releases and the present state.
     *
     * @param releases the oldest first
     */
    public static History of(String thing, List<KeptRelease> releases, Store present) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        String term = "<" + thing + ">";
        for (KeptRelease release : releases) {
            String time = release.manifest().time();
            Map<String, Boolean> here = new LinkedHashMap<>();
            try (Stream<String> lines = Statements.lines(release.statements())) {
                lines.filter(line -> line.contains(term))
                        .filter(line -> Statements.isAsserted(Statements.graph(line)))
                        .limit(MOST)
                        .forEach(line -> here.put(line, true));
            }
            here.keySet()
                    .forEach(line -> entries.merge(
                            line,
                            new Entry(line, Statements.graph(line), release.id(), time, "", "", false),
                            // A statement that comes back has been there since it came back.
                            (known, again) -> known.until().isEmpty() ? known : again));
            entries.replaceAll((line, entry) -> here.containsKey(line)
                            || !entry.until().isEmpty()
                    ? entry
                    : new Entry(line, entry.graph(), entry.since(), entry.sinceTime(), release.id(), time, false));
        }
        List<String> now = present.read(dataset -> {
            List<String> lines = new ArrayList<>();
            var node = NodeFactory.createURI(thing);
            var any = org.apache.jena.graph.Node.ANY;
            dataset.find(any, node, any, any).forEachRemaining(quad -> lines.add(QuadLines.of(quad)));
            dataset.find(any, any, any, node).forEachRemaining(quad -> lines.add(QuadLines.of(quad)));
            return lines;
        });
        now.stream()
                .filter(line -> Statements.isAsserted(Statements.graph(line)))
                .limit(MOST)
                .forEach(line -> entries.compute(
                        line,
                        (l, known) -> known == null || !known.until().isEmpty()
                                ? new Entry(line, Statements.graph(line), "", "", "", "", true)
                                : new Entry(line, known.graph(), known.since(), known.sinceTime(), "", "", true)));
        return new History(
                thing,
                entries.values().stream()
                        .sorted(Comparator.comparing((Entry e) -> e.since().isEmpty() ? "9" : e.sinceTime())
                                .reversed()
                                .thenComparing(Entry::graph)
                                .thenComparing(Entry::line))
                        .toList());
    }
}
