package org.entente.bench;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.bench.PeerQuestion.Asked;

/** A relational engine through JDBC: the encounters in both directions, clustered by the one who is asked about. */
final class SqlPeer implements Peer {
    /** Everyone reached in up to so many steps, each with the fewest; SQL has no breadth-first search. */
    private static final int MOST_STEPS = 4;

    private static final Map<PeerQuestion, String> QUERIES = Map.of(
            PeerQuestion.WHO_MET, "SELECT y, level, event FROM contact WHERE x = ?",
            PeerQuestion.CONTACTS, "SELECT y, COUNT(*), MIN(day), MAX(day) FROM contact WHERE x = ? GROUP BY y",
            PeerQuestion.COMMON,
                    "SELECT DISTINCT a.y FROM contact a WHERE a.x = ? AND a.y IN (SELECT b.y FROM contact b WHERE b.x = ?)",
            PeerQuestion.EGO,
                    "SELECT y FROM contact WHERE x = ?1 UNION SELECT b.y FROM (SELECT DISTINCT y FROM contact WHERE x = ?1) a"
                            + " JOIN contact b ON b.x = a.y WHERE b.y <> ?1",
            PeerQuestion.CHAIN,
                    "WITH RECURSIVE reached(n, steps) AS (SELECT CAST(? AS INTEGER), 0 UNION SELECT c.y, steps + 1 FROM reached r"
                            + " JOIN contact c ON c.x = r.n WHERE steps < " + MOST_STEPS
                            + ") SELECT MIN(steps) FROM reached WHERE n = ?",
            PeerQuestion.TOP_PAIRS,
                    "SELECT x, y, COUNT(*) AS n FROM contact WHERE x < y GROUP BY x, y ORDER BY n DESC, x, y LIMIT 20",
            PeerQuestion.BY_YEAR, "SELECT year, COUNT(*) FROM event GROUP BY year ORDER BY year");

    private final String name;
    private final Path file;
    private final Connection connection;
    private final Map<PeerQuestion, PreparedStatement> prepared = new EnumMap<>(PeerQuestion.class);

    private SqlPeer(String name, Path file, Connection connection) {
        this.name = name;
        this.file = file;
        this.connection = connection;
    }

    static SqlPeer sqlite(Path folder, GeneratedFacts facts) throws SQLException {
        Path file = folder.resolve("peer.sqlite");
        SqlPeer peer = new SqlPeer("SQLite", file, DriverManager.getConnection("jdbc:sqlite:" + file));
        peer.load(
                facts,
                "CREATE TABLE contact (x INTEGER, y INTEGER, event INTEGER, level INTEGER, day INTEGER, doc INTEGER,"
                        + " PRIMARY KEY (x, y, event, level)) WITHOUT ROWID",
                "ANALYZE");
        return peer;
    }

    static SqlPeer duckdb(Path folder, GeneratedFacts facts) throws SQLException {
        Path file = folder.resolve("peer.duckdb");
        SqlPeer peer = new SqlPeer("DuckDB", file, DriverManager.getConnection("jdbc:duckdb:" + file));
        try (Statement statement = peer.connection.createStatement()) {
            statement.execute("SET threads = 1");
        }
        peer.load(
                facts,
                "CREATE TABLE contact (x INTEGER, y INTEGER, event INTEGER, level INTEGER, day INTEGER, doc INTEGER)",
                "CREATE INDEX contact_x ON contact (x)");
        return peer;
    }

    private void load(GeneratedFacts facts, String table, String last) throws SQLException {
        int[][] rows = facts.bothWays();
        try (Statement statement = connection.createStatement()) {
            statement.execute(table);
            statement.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, day INTEGER, year INTEGER)");
        }
        connection.setAutoCommit(false);
        insert("INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?)", rows);
        insert("INSERT INTO event VALUES (?, ?, ?)", facts.events.toArray(int[][]::new));
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(last);
        }
        for (var query : QUERIES.entrySet()) {
            String sql = query.getValue();
            prepared.put(
                    query.getKey(), connection.prepareStatement(name.equals("DuckDB") ? sql.replace("?1", "$1") : sql));
        }
    }

    private void insert(String sql, int[][] rows) throws SQLException {
        // Many rows in one statement: DuckDB takes them one by one slowly.
        int together = 100;
        String values = sql.substring(sql.indexOf('('));
        String begin = sql.substring(0, sql.indexOf('('));
        try (PreparedStatement many = connection.prepareStatement(
                        begin + String.join(", ", java.util.Collections.nCopies(together, values)));
                PreparedStatement one = connection.prepareStatement(sql)) {
            int at = 0;
            for (; at + together <= rows.length; at += together) {
                int parameter = 1;
                for (int i = at; i < at + together; i++) {
                    for (int value : rows[i]) {
                        many.setInt(parameter++, value);
                    }
                }
                many.executeUpdate();
            }
            for (; at < rows.length; at++) {
                for (int i = 0; i < rows[at].length; i++) {
                    one.setInt(i + 1, rows[at][i]);
                }
                one.executeUpdate();
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void ask(Asked asked, Sink into) {
        try {
            PreparedStatement statement = prepared.get(asked.question());
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 0; i < parameters; i++) {
                statement.setInt(i + 1, i == 0 ? asked.x() : asked.y());
            }
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                long[] values = new long[columns];
                while (rows.next()) {
                    for (int i = 0; i < columns; i++) {
                        values[i] = rows.getInt(i + 1);
                    }
                    into.row(values);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + asked, e);
        }
    }

    @Override
    public long bytes() {
        List<File> files = Arrays.stream(file.getParent().toFile().listFiles())
                .filter(each -> each.getName().startsWith(file.getFileName().toString()))
                .toList();
        return files.stream().mapToLong(File::length).sum();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
