package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What benches measure, all in one table: {@code target/bench.md}. A figure stays in it until it is measured again. Those in time are also
 * added to {@code docs/bench/history.csv}, if {@code -Dbench.note=…} says what was measured. What the columns mean stands in
 * {@code docs/performance.md}.
 */
final class Figures {
    static final String CPU = "ms of CPU";
    static final String CLOCK = "ms";
    static final String PER_SECOND = "requests a second";
    static final String DISK = "MB on disk";
    static final String MEMORY = "MB in memory";
    static final String ERRORS = "errors";

    private static final String HISTORY_HEAD = "commit,note,triples,question,engine,p50 ms,p95 ms,cpu p50 ms,rows\n";
    /** What the program is called in a row; the first that has a figure counts. */
    private static final List<String> OURS = List.of("Entente", "index");
    /** Neither ours nor a peer: the floor, and the way with all details around. */
    private static final List<String> BESIDE = List.of("arrays", "canned");

    private static final List<String> PEERS = List.of("TDB2", "Fuseki", "SQLite", "DuckDB", "Neo4j");

    private final Path folder;
    private final Path history;
    private final String note;
    private final String bench;
    private final List<Figure> made = new ArrayList<>();

    /** One figure of one engine; p50 and p95 by the clock, in milliseconds, NaN where they are not measured. */
    private record Figure(
            String bench,
            String row,
            long size,
            String unit,
            String engine,
            double value,
            double p50,
            double p95,
            long rows) {
        Object key() {
            return List.of(line(), engine);
        }

        Line line() {
            return new Line(bench, row, size, unit);
        }

        String text() {
            return String.join(
                    "\t",
                    bench,
                    row,
                    Long.toString(size),
                    unit,
                    engine,
                    Double.toString(value),
                    Double.toString(p50),
                    Double.toString(p95),
                    Long.toString(rows));
        }

        static Figure of(String text) {
            String[] parts = text.split("\t");
            return new Figure(
                    parts[0],
                    parts[1],
                    Long.parseLong(parts[2]),
                    parts[3],
                    parts[4],
                    Double.parseDouble(parts[5]),
                    Double.parseDouble(parts[6]),
                    Double.parseDouble(parts[7]),
                    Long.parseLong(parts[8]));
        }

        String shown() {
            return Double.isNaN(p50) ? number(value) : number(value) + " (" + number(p50) + "/" + number(p95) + ")";
        }
    }

    private record Line(String bench, String row, long size, String unit) {}

    Figures(Class<?> bench) {
        this(bench.getSimpleName().replace("Bench", ""), Path.of("target"), Path.of("docs/bench/history.csv"), note());
    }

    Figures(String bench, Path folder, Path history, String note) {
        this.bench = bench;
        this.folder = folder;
        this.history = history;
        this.note = note;
    }

    private static String note() {
        return System.getProperty("bench.note", System.getProperty("load.note", ""));
    }

    /** A time: of the processor, and by the clock if p50 and p95 are numbers. */
    void time(String row, long size, String engine, double cpu, double p50, double p95, long rows) {
        made.add(new Figure(bench, plain(row), size, CPU, plain(engine), cpu, p50, p95, rows));
    }

    /** Any other figure. */
    void add(String row, long size, String unit, String engine, double value) {
        made.add(new Figure(bench, plain(row), size, unit, plain(engine), value, Double.NaN, Double.NaN, 0));
    }

    private static String plain(String text) {
        return text.replace(',', ';').replace('\t', ' ').replace('|', '/');
    }

    /** Writes the table with these figures and those of other benches. */
    void write() {
        try {
            Path all = folder.resolve("bench.tsv");
            Map<Object, Figure> figures = new LinkedHashMap<>();
            if (Files.exists(all)) {
                Files.readAllLines(all).stream().map(Figure::of).forEach(each -> figures.put(each.key(), each));
            }
            made.forEach(each -> figures.put(each.key(), each));
            Files.createDirectories(folder);
            Files.write(all, figures.values().stream().map(Figure::text).toList());
            Files.writeString(folder.resolve("bench.md"), table(List.copyOf(figures.values())));
            if (!note.isEmpty()) {
                keep();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(List<Figure> figures) {
        Set<String> engines = new LinkedHashSet<>(BESIDE);
        engines.addAll(PEERS);
        Set<String> others = figures.stream().map(Figure::engine).collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(OURS);
        engines.addAll(others);
        engines.retainAll(others);
        StringBuilder table = new StringBuilder("| bench | row | size | unit | Entente |");
        engines.forEach(engine -> table.append(' ').append(engine).append(" |"));
        table.append(" best peer / Entente |\n|---|---|--:|---|--:|")
                .append("--:|".repeat(engines.size() + 1))
                .append('\n');
        Map<Line, Map<String, Figure>> lines = new LinkedHashMap<>();
        figures.forEach(each -> lines.computeIfAbsent(each.line(), line -> new LinkedHashMap<>())
                .put(each.engine(), each));
        lines.forEach((line, of) -> {
            Figure ours = OURS.stream()
                    .filter(of::containsKey)
                    .map(of::get)
                    .findFirst()
                    .orElse(null);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |",
                    line.bench,
                    line.row,
                    line.size == 0 ? "shipped" : String.format(Locale.ROOT, "%,d", line.size),
                    line.unit,
                    ours == null ? "" : ours.shown()));
            engines.forEach(engine -> table.append(' ')
                    .append(of.containsKey(engine) ? of.get(engine).shown() : "")
                    .append(" |"));
            table.append(' ').append(ratio(line.unit, ours, of)).append(" |\n");
        });
        return table.toString();
    }

    /** How many times better than the best peer: above 1 is ahead. */
    private static String ratio(String unit, Figure ours, Map<String, Figure> of) {
        List<Double> peers = PEERS.stream()
                .filter(of::containsKey)
                .map(peer -> of.get(peer).value())
                .sorted()
                .toList();
        if (ours == null || peers.isEmpty() || unit.equals(ERRORS)) {
            return "";
        }
        boolean much = unit.equals(PER_SECOND);
        double ratio = much ? ours.value() / peers.getLast() : peers.getFirst() / ours.value();
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** Three digits that count. */
    private static String number(double value) {
        int digits = value == 0 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + Math.min(4, digits) + "f", value);
    }

    private void keep() throws IOException {
        if (!Files.exists(history)) {
            Files.createDirectories(history.toAbsolutePath().getParent());
            Files.writeString(history, HISTORY_HEAD);
        }
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        String commit = new String(git.getInputStream().readAllBytes()).strip();
        StringBuilder lines = new StringBuilder();
        made.stream().filter(each -> each.unit.equals(CPU)).forEach(each -> lines.append(String.join(
                        ",",
                        commit,
                        plain(note),
                        Long.toString(each.size),
                        each.row,
                        each.engine,
                        exact(each.p50),
                        exact(each.p95),
                        exact(each.value),
                        Long.toString(each.rows)))
                .append('\n'));
        Files.writeString(history, lines, StandardOpenOption.APPEND);
    }

    private static String exact(double millis) {
        return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, "%.4f", millis);
    }
}
