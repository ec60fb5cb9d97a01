package org.entente.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The encounters by Spark are those by the rules, row by row, on the tables in the folder {@code -Dtables}. */
class EncountersTest {
    @Test
    void spark_derives_the_same_encounters_as_the_rules() throws IOException {
        String tables = System.getProperty("tables");
        assertTrue(
                Files.exists(Path.of(tables, "encounters.parquet")),
                () -> "There are no tables in " + tables + ". Write them: ./entente export parquet " + tables);
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            long start = System.nanoTime();
            List<String> bySpark = lines(Encounters.derived(spark, tables, Path.of("encounters.sql")));
            long millis = (System.nanoTime() - start) / 1_000_000;
            spark.read().parquet(tables + "/encounters.parquet").createOrReplaceTempView("by_rules");
            List<String> byRules = lines(spark.sql("SELECT DISTINCT one, other, event, level, earliest, latest, date"
                    + " FROM by_rules WHERE level NOT LIKE '%levelCandidate'"));
            System.out.println("Spark derived " + bySpark.size() + " encounters in " + millis + " ms; the rules "
                    + byRules.size());
            assertEquals(byRules, bySpark);
            assertTrue(byRules.size() > 0);
        }
    }

    private static List<String> lines(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}
