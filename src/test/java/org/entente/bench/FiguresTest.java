package org.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    @TempDir
    Path folder;

    @Test
    void figures_of_all_benches_stand_in_one_table() throws IOException {
        Figures peers = figures("Peers", "");
        peers.time("who met hub", 1_000_000, "index", 0.2, 0.25, 0.5, 2774);
        peers.time("who met hub", 1_000_000, "arrays", 0.01, 0.01, 0.02, 2774);
        peers.time("who met hub", 1_000_000, "SQLite", 0.3, 0.35, 1.25, 2774);
        peers.time("who met hub", 1_000_000, "TDB2", 9, 10, 20, 2774);
        peers.write();
        Figures load = figures("Throughput", "");
        load.add("small SPARQL; 8 clients", 0, Figures.PER_SECOND, "Entente", 3000);
        load.add("small SPARQL; 8 clients", 0, Figures.PER_SECOND, "Fuseki", 1500);
        load.write();
        assertThat(Files.readString(folder.resolve("bench.md"))).isEqualTo("""
                        | bench | row | size | unit | Entente | arrays | TDB2 | Fuseki | SQLite | best peer / Entente |
                        |---|---|--:|---|--:|--:|--:|--:|--:|--:|
                        | Peers | who met hub | 1,000,000 | ms of CPU | 0.200 (0.250/0.500) | 0.0100 (0.0100/0.0200) | 9.00 (10.0/20.0) |  | 0.300 (0.350/1.25) | 1.50 |
                        | Throughput | small SPARQL; 8 clients | shipped | requests a second | 3,000 |  |  | 1,500 |  | 2.00 |
                        """);
    }

    @Test
    void a_figure_stays_until_it_is_measured_again() throws IOException {
        for (double value : new double[] {2, 1}) {
            Figures start = figures("Start", "");
            start.time("first answer", 0, "Entente", value, Double.NaN, Double.NaN, 0);
            start.write();
        }
        assertThat(Files.readString(folder.resolve("bench.md")).lines().skip(2))
                .containsExactly("| Start | first answer | shipped | ms of CPU | 1.00 |  |");
    }

    @Test
    void times_are_kept_with_a_note() throws IOException {
        Figures figures = figures("Peers", "before, and after");
        figures.time("chain", 1_000_000, "Neo4j", 0.049, 0.05, 0.1, 1);
        figures.add("store", 1_000_000, Figures.DISK, "Neo4j", 2);
        figures.write();
        assertThat(Files.readAllLines(folder.resolve("history.csv")))
                .hasSize(2)
                .last()
                .asString()
                .endsWith(",before; and after,1000000,chain,Neo4j,0.0500,0.1000,0.0490,1");
    }

    private Figures figures(String bench, String note) {
        return new Figures(bench, folder, folder.resolve("history.csv"), note);
    }
}
