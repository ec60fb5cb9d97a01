package org.entente.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Derives who encountered whom from the tables of {@code entente export parquet} by {@code encounters.sql}, and writes it as Parquet.
 *
 * <pre>spark-submit --class org.entente.spark.Encounters entente-spark.jar TABLES encounters.sql RESULT</pre>
 */
public final class Encounters {
    private static final List<String> TABLES = List.of(
            "events",
            "participations",
            "participation_roles",
            "participation_sides",
            "participation_delegations",
            "participation_offices",
            "participation_reports",
            "roles");

    private Encounters() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("Name the folder of the tables, the file encounters.sql and the folder for the result.");
            System.exit(2);
        }
        try (SparkSession spark = SparkSession.builder()
                .appName("entente-encounters")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate()) {
            derived(spark, args[0], Path.of(args[1])).write().mode("overwrite").parquet(args[2]);
        }
    }

    /**
     * @param tables folder of the tables, at any address that Spark can read
     * @param sql the statement
     */
    static Dataset<Row> derived(SparkSession spark, String tables, Path sql) throws IOException {
        for (String table : TABLES) {
            spark.read().parquet(tables + "/" + table + ".parquet").createOrReplaceTempView(table);
        }
        return spark.sql(Files.readString(sql));
    }
}
