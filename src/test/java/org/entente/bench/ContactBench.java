package org.entente.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.ShippedCollection;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndexes;
import org.entente.contact.ContactOptions;
import org.entente.network.Connections;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contact index beside plain SPARQL, measured in one run: {@code mvn -Pbench test}. Every question is put both ways in turn,
 * through ARQ in the same transaction, and all values of all rows are read; times are milliseconds. Each way first runs unmeasured,
 * up to 200 times or two seconds, then up to 201 times or sixteen seconds for both. A plain query over twenty seconds is given as
 * that. Not part of the normal build, which measures nothing.
 */
class ContactBench {
    private static final String PREFIX = "PREFIX ent: <" + Ent.NS + "> ";
    private static final long LIMIT_SECONDS = 20;
    private static final int WARM_UP = 5;
    private static final int RUNS = 201;

    @TempDir
    Path folder;

    interface Way {
        long rows(int run);
    }

    @Test
    void on_the_shipped_collection() {
        Store store = ShippedCollection.store();
        List<Node> persons = store.read(d -> {
            ContactIndex index = ContactIndexes.in(d);
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < index.nodeCount(); i++) {
                if (index.node(i).getURI().contains("/person/") && contacts(index, i) > 0) {
                    numbers.add(i);
                }
            }
            numbers.sort((a, b) -> contacts(index, b) - contacts(index, a));
            return numbers.stream().map(index::node).toList();
        });
        measure("shipped collection, in memory", store, persons);
    }

    @Test
    void on_a_million_generated_triples() {
        long wanted = Long.getLong("bench.triples", 1_000_000);
        try (Store store = Store.onDisk(folder.resolve("store"), Derivation.NONE)) {
            List<List<Node>> persons = new ArrayList<>();
            long[] triples = new long[1];
            store.write(d -> {
                GeneratedNetwork network = new GeneratedNetwork(wanted, 42, d.getDefaultGraph()::add);
                persons.add(network.write());
                triples[0] = network.triples();
            });
            measure("generated, " + triples[0] + " triples, TDB2", store, persons.getFirst());
        }
    }

    private static int contacts(ContactIndex index, int node) {
        return index.contacts(node, ContactOptions.HELD, () -> {}).length;
    }

    private void measure(String title, Store store, List<Node> persons) {
        store.read(d -> {
            measure(title, d, persons);
            return null;
        });
    }

    private void measure(String title, DatasetGraph d, List<Node> persons) {
        long start = System.nanoTime();
        ContactIndex index = ContactIndexes.in(d);
        double built = (System.nanoTime() - start) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d nodes, %d encounters, %d participations; index built in %.0f ms, arrays %.1f MB, with the nodes' IRIs about %.1f MB%n",
                title,
                index.nodeCount(),
                index.encounterCount(),
                index.participationCount(),
                built,
                index.arrayBytes() / 1e6,
                (index.arrayBytes() + texts(index)) / 1e6);
        columns();
        int middle = persons.size() / 20;
        List<Node> hubs = persons.subList(0, Math.min(3, persons.size()));
        List<Node> mids = persons.subList(middle, Math.min(middle + 20, persons.size()));
        List<Node> tails = persons.subList(persons.size() / 2, persons.size());
        for (String kind : List.of("mid", "hub")) {
            List<Node> of = kind.equals("mid") ? mids : hubs;
            compare(
                    "who met X, " + kind,
                    run -> ask(
                            d,
                            "SELECT ?y ?level ?event { ?e ent:between <%s> , ?y ; ent:level ?level ; ent:viaEvent ?event FILTER (?y != <%s>) }",
                            at(of, run),
                            at(of, run)),
                    run -> ask(d, "SELECT ?y ?level ?event { <%s> ent:met (?y ?level ?event) }", at(of, run)));
            compare(
                    "contacts of X, " + kind,
                    run -> ask(
                            d,
                            "SELECT ?y (COUNT(*) AS ?n) (MIN(?start) AS ?first) (MAX(?end) AS ?last) { VALUES ?level { ent:levelMet ent:levelCoAttended } ?e ent:between <%s> , ?y ; ent:level ?level ; ent:viaEvent ?event . ?event ent:time ?span . ?span ent:earliestStart ?start ; ent:latestEnd ?end FILTER (?y != <%s>) } GROUP BY ?y ORDER BY DESC(?n)",
                            at(of, run),
                            at(of, run)),
                    run -> ask(
                            d,
                            "SELECT ?y ?n ?first ?last { <%s> ent:contact (?y ?n ?first ?last) } ORDER BY DESC(?n)",
                            at(of, run)));
            compare(
                    "common contacts, " + kind,
                    run -> ask(
                            d,
                            "SELECT DISTINCT ?c { ?e1 ent:between <%s> , ?c ; ent:level ?l1 . ?e2 ent:between <%s> , ?c ; ent:level ?l2 FILTER (?c NOT IN (<%s>, <%s>) && ?l1 IN (ent:levelMet, ent:levelCoAttended) && ?l2 IN (ent:levelMet, ent:levelCoAttended)) }",
                            at(of, run),
                            at(of, run + 1),
                            at(of, run),
                            at(of, run + 1)),
                    run -> ask(d, "SELECT ?c { (<%s> <%s>) ent:commonContact ?c }", at(of, run), at(of, run + 1)));
            compare(
                    "the same by shortcuts, " + kind,
                    run -> ask(
                            d, "SELECT ?c { <%s> ent:metWith ?c . <%s> ent:metWith ?c }", at(of, run), at(of, run + 1)),
                    run -> ask(
                            d,
                            "SELECT ?c { (<%s> <%s>) ent:commonContact (?c 'levels=met') }",
                            at(of, run),
                            at(of, run + 1)));
            compare(
                    "ego network, 2 steps, " + kind,
                    run -> ask(
                            d,
                            "SELECT DISTINCT ?z { <%s> ent:metWith/ent:metWith? ?z FILTER (?z != <%s>) }",
                            at(of, run),
                            at(of, run)),
                    run -> ask(
                            d,
                            "SELECT ?z { (<%s> ?z) ent:shortestPath (?length 'levels=met; maxHops=2') }",
                            at(of, run)));
        }
        compare(
                "top 20 pairs",
                run -> ask(
                        d,
                        "SELECT ?x ?y (COUNT(*) AS ?n) { ?e ent:between ?x , ?y FILTER (STR(?x) < STR(?y)) } GROUP BY ?x ?y ORDER BY DESC(?n) LIMIT 20"),
                run -> ask(
                        d,
                        "SELECT ?x ?y ?n { ?x ent:contact (?y ?n) FILTER (STR(?x) < STR(?y)) } ORDER BY DESC(?n) LIMIT 20"));
        String hops = "SELECT ?l { { SELECT (1 AS ?l) { <%1$s> ent:metWith <%2$s> } LIMIT 1 } UNION"
                + " { SELECT (2 AS ?l) { <%1$s> ent:metWith ?a . ?a ent:metWith <%2$s> } LIMIT 1 } UNION"
                + " { SELECT (3 AS ?l) { <%1$s> ent:metWith ?a . ?a ent:metWith ?b . ?b ent:metWith <%2$s> } LIMIT 1 } UNION"
                + " { SELECT (4 AS ?l) { <%1$s> ent:metWith ?a . ?a ent:metWith ?b . ?b ent:metWith ?c . ?c ent:metWith <%2$s> } LIMIT 1 } }"
                + " ORDER BY ?l LIMIT 1";
        compare(
                "shortest path, tail",
                run -> ask(d, hops, at(tails, run), at(tails, run * 7 + 3)),
                run -> ask(
                        d,
                        "SELECT ?l { (<%s> <%s>) ent:shortestPath (?l ?path 'levels=met') }",
                        at(tails, run),
                        at(tails, run * 7 + 3)));
        Connections connections = Connections.in(d);
        compare(
                "the same with evidence",
                run -> ask(d, hops, at(tails, run), at(tails, run * 7 + 3)),
                run -> connections
                        .between(at(tails, run), at(tails, run * 7 + 3), ContactOptions.HELD, "en")
                        .chains()
                        .size());
    }

    private static Node at(List<Node> nodes, int i) {
        return nodes.get(i % nodes.size());
    }

    private static long ask(DatasetGraph d, String pattern, Node... nodes) {
        String sparql = PREFIX
                + String.format(pattern, Arrays.stream(nodes).map(Node::getURI).toArray());
        try (QueryExec exec = QueryExec.dataset(d)
                .query(sparql)
                .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .build()) {
            RowSet rows = exec.select();
            List<Var> columns = rows.getResultVars();
            long count = 0;
            int hash = 0;
            while (rows.hasNext()) {
                Binding row = rows.next();
                for (Var column : columns) {
                    Node node = row.get(column);
                    hash += node == null ? 0 : node.hashCode();
                }
                count++;
            }
            return hash == Integer.MIN_VALUE ? -count : count;
        }
    }

    static void header(String title) {
        System.out.printf("%n%s%n", title);
        columns();
    }

    private static void columns() {
        System.out.printf(
                "%-26s %10s %10s %10s %8s %8s%n", "question", "plain p50", "index p50", "index p95", "ratio", "rows");
    }

    static void compare(String question, Way plain, Way index) {
        warm(plain);
        warm(index);
        List<Double> plainTimes = new ArrayList<>();
        List<Double> indexTimes = new ArrayList<>();
        boolean over = false;
        long rows = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(16);
        for (int run = 0; run < RUNS && (run < 3 || System.nanoTime() < end); run++) {
            if (!over) {
                double time = time(plain, run);
                over = time < 0;
                plainTimes.add(over ? LIMIT_SECONDS * 1e3 : time);
            }
            indexTimes.add(time(index, run));
            rows = Math.max(rows, index.rows(run));
        }
        double p50 = quantile(plainTimes, 0.5);
        double with = quantile(indexTimes, 0.5);
        System.out.printf(
                Locale.ROOT,
                "%-26s %10s %10.3f %10.3f %8.1f %8d%n",
                question,
                (over ? ">" : "") + String.format(Locale.ROOT, "%.3f", p50),
                with,
                quantile(indexTimes, 0.95),
                p50 / with,
                rows);
    }

    private static void warm(Way way) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        for (int run = 0; run < WARM_UP * 40 && (run < WARM_UP || System.nanoTime() < end); run++) {
            if (time(way, run) < 0 || run >= 1 && System.nanoTime() > end) {
                return;
            }
        }
    }

    /** Milliseconds; negative if it needed more than the limit. */
    private static double time(Way way, int run) {
        long start = System.nanoTime();
        try {
            way.rows(run);
            return (System.nanoTime() - start) / 1e6;
        } catch (QueryCancelledException e) {
            return -1;
        }
    }

    private static double quantile(List<Double> times, double q) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
    }

    /** A node, its string and the string's bytes, as a 64-bit JVM with compressed pointers lays them out. */
    private static long texts(ContactIndex index) {
        long bytes = 0;
        for (int i = 0; i < index.nodeCount(); i++) {
            bytes += 24 + 24 + 16 + (index.node(i).toString().length() + 7L) / 8 * 8;
        }
        return bytes;
    }
}
