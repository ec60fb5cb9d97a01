package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.bench.PeerQuestion.Asked;

/**
 * Neo4j in the same process: a relationship for every encounter. Its classes are there in the profile {@code bench} alone, so they
 * are called by name.
 */
final class GraphPeer implements Peer {
    private static final Map<PeerQuestion, String> QUERIES = Map.of(
            PeerQuestion.WHO_MET, "MATCH (:P {id: $x})-[r:MET]-(y) RETURN y.id AS a, r.level AS b, r.event AS c",
            PeerQuestion.CONTACTS,
                    "MATCH (:P {id: $x})-[r:MET]-(y) RETURN y.id AS a, count(r) AS b, min(r.day) AS c, max(r.day) AS d",
            PeerQuestion.COMMON, "MATCH (:P {id: $x})-[:MET]-(c)-[:MET]-(:P {id: $y}) RETURN DISTINCT c.id AS a",
            PeerQuestion.EGO,
                    "MATCH (x:P {id: $x})-[:MET]-(n) WITH x, collect(DISTINCT n) AS near UNWIND near AS n MATCH (n)-[:MET]-(f)"
                            + " WITH x, near, collect(DISTINCT f) AS far UNWIND near + far AS z WITH DISTINCT x, z WHERE z <> x RETURN z.id AS a",
            PeerQuestion.CHAIN,
                    "MATCH (a:P {id: $x}), (b:P {id: $y}), p = shortestPath((a)-[:MET*..10]-(b)) RETURN length(p) AS a,"
                            + " [r IN relationships(p) | r.doc] AS docs",
            PeerQuestion.TOP_PAIRS,
                    "MATCH (a:P)-[r:MET]-(b:P) WHERE a.id < b.id RETURN a.id AS a, b.id AS b, count(r) AS c ORDER BY c DESC, a, b LIMIT 20",
            PeerQuestion.BY_YEAR, "MATCH (e:E) RETURN e.year AS a, count(e) AS b ORDER BY a");
    private static final String[] COLUMNS = {"a", "b", "c", "d"};

    private final Path folder;
    private final Object management;
    private final Object database;
    private final Method begin;
    private final Method execute;
    private final Method commit;
    private final Method close;

    /** Fails if Neo4j is not on the class path or does not start. */
    GraphPeer(Path folder, GeneratedFacts facts) throws ReflectiveOperationException {
        this.folder = folder;
        Class<?> builder = Class.forName("org.neo4j.dbms.api.DatabaseManagementServiceBuilder");
        management = builder.getMethod("build")
                .invoke(builder.getConstructor(Path.class).newInstance(folder));
        database = Class.forName("org.neo4j.dbms.api.DatabaseManagementService")
                .getMethod("database", String.class)
                .invoke(management, "neo4j");
        begin = Class.forName("org.neo4j.graphdb.GraphDatabaseService").getMethod("beginTx");
        Class<?> transaction = Class.forName("org.neo4j.graphdb.Transaction");
        execute = transaction.getMethod("execute", String.class, Map.class);
        commit = transaction.getMethod("commit");
        close = transaction.getMethod("close");
        load(facts);
    }

    private void load(GeneratedFacts facts) {
        write("CREATE CONSTRAINT FOR (p:P) REQUIRE p.id IS UNIQUE", Map.of());
        List<Long> persons = new ArrayList<>();
        for (long i = 0; i < facts.persons; i++) {
            persons.add(i);
        }
        write("UNWIND $ids AS i CREATE (:P {id: i})", Map.of("ids", persons));
        write(
                "UNWIND $rows AS r CREATE (:E {id: r[0], day: r[1], year: r[2]})",
                Map.of("rows", facts.events.stream().map(GraphPeer::longs).toList()));
        write("CALL db.awaitIndexes()", Map.of());
        int step = 20_000;
        for (int at = 0; at < facts.encounters.size(); at += step) {
            List<List<Long>> rows = facts.encounters.subList(at, Math.min(at + step, facts.encounters.size())).stream()
                    .map(e -> longs(
                            new int[] {e[1], e[2], e[0], e[3], facts.events.get(e[0])[1]}))
                    .toList();
            write(
                    "UNWIND $rows AS r MATCH (a:P {id: r[0]}), (b:P {id: r[1]})"
                            + " CREATE (a)-[:MET {event: r[2], level: r[3], day: r[4], doc: r[2]}]->(b)",
                    Map.of("rows", rows));
        }
    }

    private static List<Long> longs(int[] values) {
        return Arrays.stream(values).asLongStream().boxed().toList();
    }

    private void write(String cypher, Map<String, Object> values) {
        try {
            Object transaction = begin.invoke(database);
            drain((Iterator<?>) execute.invoke(transaction, cypher, values));
            commit.invoke(transaction);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(cypher, e);
        }
    }

    private static void drain(Iterator<?> rows) {
        while (rows.hasNext()) {
            rows.next();
        }
    }

    @Override
    public String name() {
        return "Neo4j";
    }

    @Override
    public void ask(Asked asked, Sink into) {
        try {
            Object transaction = begin.invoke(database);
            Iterator<?> rows = (Iterator<?>) execute.invoke(
                    transaction,
                    QUERIES.get(asked.question()),
                    Map.<String, Object>of("x", (long) asked.x(), "y", (long) asked.y()));
            while (rows.hasNext()) {
                Map<?, ?> row = (Map<?, ?>) rows.next();
                int columns = row.containsKey("docs") ? row.size() - 1 : row.size();
                long[] values = new long[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = ((Number) row.get(COLUMNS[i])).longValue();
                }
                into.row(values);
            }
            close.invoke(transaction);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(asked.toString(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(asked.toString(), e);
        }
    }

    @Override
    public long bytes() {
        try (Stream<Path> files = Files.walk(folder.resolve("data/databases"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Class.forName("org.neo4j.dbms.api.DatabaseManagementService")
                    .getMethod("shutdown")
                    .invoke(management);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
