package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.ShippedCollection;
import org.entente.execution.Select;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the shipped collection, read by DuckDB with the statement that the command prints. */
class ParquetExportTest {
    private static final String DERIVED = "SELECT one, other, event, level, earliest, latest, date FROM encounters"
            + " WHERE level NOT LIKE '%levelCandidate'";

    private static Map<ParquetTable, Integer> written;
    private static Path folder;
    private static Connection duckDb;

    @BeforeAll
    static void export(@TempDir Path temporary) throws IOException, SQLException {
        folder = temporary.resolve("the tables' folder");
        written = ShippedCollection.store().read(dataset -> {
            try {
                return ParquetExport.write(Select.on(dataset), folder);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            statement.execute(ParquetTable.duckDb(folder.toString()));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckDb.close();
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join(" | ", row));
            }
        }
        return rows;
    }

    @Test
    void every_table_has_its_rows() throws SQLException {
        assertThat(written.keySet()).containsExactly(ParquetTable.values());
        for (Map.Entry<ParquetTable, Integer> table : written.entrySet()) {
            assertThat(rows("SELECT COUNT(*) FROM " + table.getKey().table()))
                    .containsExactly(table.getValue().toString());
            assertThat(table.getValue()).as(table.getKey().table()).isPositive();
        }
    }

    @Test
    void whom_somebody_met_is_one_join_away() throws SQLException {
        assertThat(rows(
                        "SELECT o.label, e.label, x.date, x.earliest FROM encounters x JOIN persons p ON p.person = x.one"
                                + " JOIN persons o ON o.person = x.other JOIN events e ON e.event = x.event"
                                + " WHERE p.label = 'Albert Rau' AND x.level LIKE '%levelMet' ORDER BY x.earliest"))
                .anySatisfy(
                        row -> assertThat(row).startsWith("Eckhard Franz | ").contains("2015-06-09"));
    }

    @Test
    void no_unfinished_file_is_left() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            written.keySet().stream().map(ParquetTable::file).toList());
        }
    }

    @Test
    void every_encounter_of_the_rules_is_in_the_table() throws SQLException {
        long encounters = ShippedCollection.store().read(dataset -> dataset.getDefaultGraph()
                .find(null, org.entente.vocab.EntProperty.VIA_EVENT, null)
                .toList()
                .size());
        assertThat(rows("SELECT COUNT(DISTINCT encounter) FROM encounters")).containsExactly("" + encounters);
    }

    @Test
    void the_contact_network_in_sql_is_that_of_the_rules() throws IOException, SQLException {
        List<String> bySql = rows(Files.readString(Path.of("spark/encounters.sql")));
        List<String> byRules = rows(DERIVED);
        assertThat(bySql).hasSizeGreaterThan(100);
        assertThat(byRules).filteredOn(row -> !bySql.contains(row)).isEmpty();
        assertThat(bySql).filteredOn(row -> !byRules.contains(row)).isEmpty();
        assertThat(bySql).hasSameSizeAs(byRules);
    }
}
