package org.entente.release;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.entente.execution.CancellationCheck;
import org.entente.rdf.QuadLines;

/**
 * Which statements were added and which removed between two releases. Both files are sorted, so they are compared line by line as they
 * are read.
 *
 * @param changes what was stated or taken back, in the order of the files; without what follows from it
 * @param graphs numbers of added and removed statements in each graph
 * @param derived numbers of added and removed statements in the consolidated view
 * @param view lines of the consolidated view that were added or removed
 */
public record StatementChanges(
        List<Change> changes, SortedMap<String, Count> graphs, Count derived, List<String> view) {
    /** Lines that are kept of the consolidated view, which only say what answers may have changed. */
    private static final int VIEWED = 50_000;
    /** Lines that are read between two looks whether the comparison is still wanted. */
    private static final int CHECKED = 1_000;

    /**
     * One statement.
     *
     * @param line in N-Quads
     * @param graph IRI of its graph
     */
    public record Change(boolean added, String line, String graph) {}

    /** Numbers of statements. */
    public record Count(long added, long removed) {
        static final Count NONE = new Count(0, 0);

        Count plus(boolean more) {
            return more ? new Count(added + 1, removed) : new Count(added, removed + 1);
        }
    }

    static StatementChanges between(KeptState from, KeptState to, CancellationCheck stop) {
        List<Change> changes = new ArrayList<>();
        SortedMap<String, Count> graphs = new TreeMap<>();
        Count[] derived = {Count.NONE};
        List<String> view = new ArrayList<>();
        each(from, to, stop, (line, added) -> {
            String graph = Statements.graph(line);
            if (Statements.isAsserted(graph)) {
                changes.add(new Change(added, line, graph));
                graphs.merge(graph, Count.NONE.plus(added), (a, b) -> a.plus(added));
            } else if (graph.isEmpty()) {
                derived[0] = derived[0].plus(added);
                if (view.size() < VIEWED) {
                    view.add(line);
                }
            }
        });
        return new StatementChanges(List.copyOf(changes), graphs, derived[0], List.copyOf(view));
    }

    /** Gives every line that only one of the two releases has, and whether it was added. */
    private static void each(
            KeptState from, KeptState to, CancellationCheck stop, BiConsumer<String, Boolean> changed) {
        try (Stream<String> before = from.lines().get();
                Stream<String> after = to.lines().get()) {
            Iterator<String> old = before.iterator();
            Iterator<String> now = after.iterator();
            String a = next(old);
            String b = next(now);
            for (long read = 0; !a.isEmpty() || !b.isEmpty(); read++) {
                if (read % CHECKED == 0) {
                    stop.check();
                }
                int order = a.isEmpty() ? 1 : b.isEmpty() ? -1 : QuadLines.ORDER.compare(a, b);
                if (order < 0) {
                    changed.accept(a, false);
                    a = next(old);
                } else if (order > 0) {
                    changed.accept(b, true);
                    b = next(now);
                } else {
                    a = next(old);
                    b = next(now);
                }
            }
        }
    }

    /** The next line; "" after the last. */
    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : "";
    }

    /** As RDF Patch: what makes the stated part of one release that of the other. */
    public String patch(String from, String to) {
        StringBuilder patch = new StringBuilder(
                "H id <urn:entente:release:" + to + "> .\nH prev <urn:entente:release:" + from + "> .\nTX .\n");
        changes.forEach(change ->
                patch.append(change.added() ? "A " : "D ").append(change.line()).append('\n'));
        return patch.append("TC .\n").toString();
    }
}
