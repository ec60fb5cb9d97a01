package org.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.bench.Peer.Sink;
import org.entente.bench.PeerQuestion.Asked;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndexes;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.EntProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions about contacts, put to the contact index and to other engines side by side, in one process and one run, each with the same
 * generated facts: {@code mvn -Pbench test -Dtest=PeersBench -Dbench.triples=1000000}. Rows are compared before anything is measured.
 *
 * <p>Shown are medians until all values of all rows are read, in milliseconds of processor time of the one thread that asks: each engine
 * has one, and a busy machine changes little. Engines take turns, ten runs each, after a warm-up of fifty thousand runs or three seconds
 * of processor time each. Times by the clock are in the table of {@link Figures}.
 * {@code -Dbench.peers=arrays,index,SQLite} asks only these engines;
 * without TDB2 and canned queries, less need be written.
 */
@Tag("peers")
class PeersBench {
    private static final long WARM_NANOS = TimeUnit.MILLISECONDS.toNanos(Long.getLong("bench.warm", 3_000));
    private static final long NANOS = TimeUnit.SECONDS.toNanos(Long.getLong("bench.seconds", 10));
    private static final int WARM_RUNS = 50_000;
    private static final int RUNS = 400;
    private static final int TOGETHER = 500_000;
    /** So often one engine is asked before it is the next one's turn. */
    private static final int BLOCK = 10;

    /** The engines that are asked, the index among them; without it, all. */
    private static final List<String> WANTED =
            List.of(System.getProperty("bench.peers", "arrays,index,canned,TDB2,SQLite,DuckDB,Neo4j")
                    .split(","));

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    private final List<Peer> peers = new ArrayList<>();
    private final Figures figures = new Figures(PeersBench.class);

    /** Whether somebody is asked who needs more of the view than the index does. */
    private static final boolean WHOLE = WANTED.contains("TDB2") || WANTED.contains("canned");
    /** What the index is made of. */
    private static final Set<Node> OF_INDEX = Set.of(
            EntProperty.BETWEEN,
            EntProperty.VIA_EVENT,
            EntProperty.VIA_PARTICIPATION,
            EntProperty.LEVEL,
            EntProperty.CONFIDENCE,
            EntProperty.WITNESS_COUNT,
            EntProperty.SUPPORTED_BY,
            EntProperty.STANDS_FOR,
            EntProperty.IN_EVENT,
            EntProperty.PARTICIPANT,
            EntProperty.ATTENDANCE,
            EntProperty.TIME,
            EntProperty.EARLIEST_START,
            EntProperty.LATEST_END,
            EntProperty.IN_YEAR,
            EntProperty.STATUS);

    @TempDir
    Path folder;

    /** Times of one engine. */
    private static final class Times {
        final List<Double> millis = new ArrayList<>();
        final List<Double> cpu = new ArrayList<>();
        boolean over;
        long rows;

        double cpu() {
            return at(cpu, 0.5);
        }

        static double at(List<Double> times, double q) {
            List<Double> sorted = times.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
        }
    }

    @Test
    void all_engines() throws Exception {
        long wanted = Long.getLong("bench.triples", 100_000);
        Path place = folder.resolve("store");
        try (Store store = Store.onDisk(place, Derivation.NONE)) {
            List<Node> persons = new ArrayList<>();
            GeneratedFacts[] facts = new GeneratedFacts[1];
            long[] triples = new long[1];
            timed("TDB2", () -> {
                // Some at a time: a transaction keeps in memory what it changes.
                List<Triple> some = new ArrayList<>();
                GeneratedNetwork network = new GeneratedNetwork(wanted, 42, triple -> {
                    if (WHOLE || OF_INDEX.contains(triple.getPredicate())) {
                        some.add(triple);
                    }
                    if (some.size() == TOGETHER) {
                        write(store, some);
                    }
                });
                persons.addAll(network.write());
                write(store, some);
                facts[0] = network.facts();
                triples[0] = network.triples();
            });
            System.out.printf(
                    "%d triples, %d events, %d encounters, %d persons%n",
                    triples[0], facts[0].events.size(), facts[0].encounters.size(), facts[0].persons);
            store.read(d -> {
                try {
                    open(d, facts[0], size(place));
                    sizes(triples[0]);
                    measure(triples[0], numbers(persons));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return null;
            });
        } finally {
            for (Peer peer : peers) {
                peer.close();
            }
        }
        figures.write();
    }

    private static void write(Store store, List<Triple> some) {
        store.write(d -> some.forEach(d.getDefaultGraph()::add));
        some.clear();
    }

    private void open(DatasetGraph d, GeneratedFacts facts, long stored) throws Exception {
        ContactIndex[] index = new ContactIndex[1];
        timed("index", () -> index[0] = ContactIndexes.in(d));
        add("arrays", () -> new ArrayPeer(index[0], facts));
        add("index", () -> SparqlPeer.index(d, index[0].arrayBytes()));
        add("canned", () -> new CannedPeer(d));
        add("TDB2", () -> SparqlPeer.plain(d, stored));
        add("SQLite", () -> SqlPeer.sqlite(folder, facts));
        add("DuckDB", () -> SqlPeer.duckdb(folder, facts));
        try {
            add("Neo4j", () -> new GraphPeer(folder.resolve("neo4j"), facts));
        } catch (ReflectiveOperationException e) {
            System.out.println("Neo4j is not there: " + (e.getCause() == null ? e : e.getCause()));
        }
    }

    private void sizes(long triples) {
        for (Peer peer : peers) {
            if (!(peer instanceof CannedPeer)) {
                boolean kept = List.of("arrays", "index").contains(peer.name());
                figures.add("data", triples, kept ? Figures.MEMORY : Figures.DISK, peer.name(), peer.bytes() / 1e6);
                System.out.printf(Locale.ROOT, "%-8s %8.1f MB%n", peer.name(), peer.bytes() / 1e6);
            }
        }
    }

    private void add(String name, Callable<Peer> making) throws Exception {
        if (WANTED.contains(name)) {
            timed(name, () -> peers.add(making.call()));
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void timed(String what, Work work) throws Exception {
        long cpu = machine.getProcessCpuTime();
        work.run();
        System.out.printf(Locale.ROOT, "%-8s made in %.1f s of CPU%n", what, (machine.getProcessCpuTime() - cpu) / 1e9);
    }

    private void measure(long triples, List<Integer> persons) {
        int middle = persons.size() / 20;
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        kinds.put("mid", persons.subList(middle, middle + Math.min(20, persons.size() - middle)));
        kinds.put("hub", persons.subList(0, 3));
        List<Integer> tail = persons.subList(persons.size() / 2, persons.size());
        System.out.printf("%n%-16s %6s", "CPU ms (p50)", "rows");
        peers.forEach(peer -> System.out.printf(" %9s", peer.name()));
        System.out.printf(" %11s %11s%n", "best peer/", "index/");
        System.out.printf("%-16s %6s%s %11s %11s%n", "", "", " ".repeat(10 * peers.size()), "index", "arrays");
        for (PeerQuestion question : PeerQuestion.values()) {
            if (question == PeerQuestion.CHAIN) {
                row(triples, question.title, asked(question, tail));
            } else if (question.ofPersons()) {
                kinds.forEach((kind, of) -> row(triples, question.title + " " + kind, asked(question, of)));
            } else {
                row(triples, question.title, List.of(new Asked(question, -1, -1)));
            }
        }
    }

    private static List<Asked> asked(PeerQuestion question, List<Integer> persons) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < Math.min(20, persons.size()); i++) {
            asked.add(new Asked(question, persons.get(i), persons.get((i * 7 + 1) % persons.size())));
        }
        asked.removeIf(each -> each.x() == each.y());
        return asked;
    }

    private void row(long triples, String title, List<Asked> asked) {
        List<Peer> able = peers.stream()
                .filter(peer -> peer.answers(asked.getFirst().question()))
                .toList();
        compare(able, asked.getFirst());
        Map<String, Times> all = new LinkedHashMap<>();
        able.forEach(peer -> all.put(peer.name(), new Times()));
        for (Peer peer : able) {
            long end = thread.getCurrentThreadCpuTime() + WARM_NANOS;
            Times unmeasured = new Times();
            for (int run = 0; run < WARM_RUNS && thread.getCurrentThreadCpuTime() < end && !unmeasured.over; run++) {
                time(peer, asked.get(run % asked.size()), unmeasured);
            }
        }
        long end = System.nanoTime() + NANOS;
        for (int run = 0; run < RUNS && (run < 3 || System.nanoTime() < end); run += BLOCK) {
            for (Peer peer : able) {
                for (int i = run; i < run + BLOCK; i++) {
                    time(peer, asked.get(i % asked.size()), all.get(peer.name()));
                }
            }
        }
        print(triples, title, all);
    }

    private void time(Peer peer, Asked asked, Times times) {
        if (times.over) {
            return;
        }
        Sink sink = Sink.counting();
        long cpu = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        try {
            peer.ask(asked, sink);
        } catch (QueryCancelledException e) {
            times.over = true;
        }
        double millis = (System.nanoTime() - start) / 1e6;
        times.cpu.add((thread.getCurrentThreadCpuTime() - cpu) / 1e6);
        times.millis.add(millis);
        // What needs seconds is not asked 200 times.
        times.over |= times.millis.size() >= 3 && millis > 2_000;
        times.rows = Math.max(times.rows, sink.rows);
    }

    /** All engines give the same rows, but for pages and for what an engine cannot end. */
    private static void compare(List<Peer> able, Asked asked) {
        List<String> expected = null;
        for (Peer peer : able) {
            if (peer instanceof CannedPeer) {
                continue;
            }
            Sink sink = Sink.keeping();
            try {
                peer.ask(asked, sink);
            } catch (QueryCancelledException e) {
                continue;
            }
            expected = expected == null ? sink.sorted() : expected;
            assertThat(sink.sorted()).as(peer.name() + ": " + asked).isEqualTo(expected);
        }
    }

    private void print(long triples, String title, Map<String, Times> all) {
        long rows = all.values().stream().mapToLong(times -> times.rows).max().orElse(0);
        System.out.printf("%-16s %6d", title, rows);
        for (Peer peer : peers) {
            Times times = all.get(peer.name());
            System.out.printf(" %9s", times == null ? "" : shown(times));
            if (times != null) {
                figures.time(
                        title,
                        triples,
                        peer.name(),
                        times.cpu(),
                        Times.at(times.millis, 0.5),
                        Times.at(times.millis, 0.95),
                        times.rows);
            }
        }
        Times index = all.get("index");
        if (index != null) {
            double best = all.entrySet().stream()
                    .filter(e -> List.of("TDB2", "SQLite", "DuckDB", "Neo4j").contains(e.getKey()))
                    .mapToDouble(e -> e.getValue().cpu())
                    .min()
                    .orElse(Double.NaN);
            System.out.printf(
                    Locale.ROOT,
                    " %11.2f %11.1f",
                    best / index.cpu(),
                    index.cpu() / all.get("arrays").cpu());
        }
        System.out.println();
    }

    private static String shown(Times times) {
        return (Times.at(times.millis, 0.5) > SparqlPeer.LIMIT_SECONDS * 1e3 ? ">" : "")
                + String.format(Locale.ROOT, "%.4f", times.cpu());
    }

    private static List<Integer> numbers(List<Node> persons) {
        return persons.stream().map(GeneratedNetwork::number).toList();
    }

    private static long size(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
