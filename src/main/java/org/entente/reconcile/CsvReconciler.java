package org.entente.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.entente.reconcile.ReconciliationQuery.Strictness;
import org.entente.store.NameIndex;
import org.entente.store.Progress;

/** Reconciles the rows of a table and writes it again, with what was found in new columns behind the old ones. */
public final class CsvReconciler {
    /** Headings of the new columns. */
    public static final List<String> ADDED = List.of(
            "entente_match", "entente_id", "entente_name", "entente_score", "entente_reasons", "entente_candidates");

    private static final String FORMULA = "=+-@\t\r";

    /**
     * What a user may say of the table.
     *
     * @param column heading of the column with the names; empty to guess
     * @param types of the entities; empty for any
     * @param properties headings by property; columns of other properties are guessed; a blank heading means that no column has the property
     * @param limit candidates that are listed for each row
     * @param delimiter between cells; empty to guess
     * @param escapeFormulas whether cells of the user that a spreadsheet would run get an apostrophe
     * @param language of names and reasons
     */
    public record Options(
            Optional<String> column,
            List<EntityType> types,
            Map<EntityProperty, String> properties,
            int limit,
            Optional<Character> delimiter,
            boolean escapeFormulas,
            String language) {
        public static final int DEFAULT_LIMIT = 3;

        /**
         * The character between cells that a user names: itself, or {@code tab}.
         *
         * @throws IllegalArgumentException if it is not one character, or one that has another meaning in a table
         */
        public static char delimiter(String named) {
            String one = named.equals("tab") || named.equals("\\t") ? "\t" : named;
            if (one.length() != 1 || "\"\r\n".contains(one)) {
                throw new IllegalArgumentException("must be one character, such as , or ; or tab or |");
            }
            return one.charAt(0);
        }
    }

    private final CsvTable table;
    private final CsvColumns columns;
    private final Options options;

    private CsvReconciler(CsvTable table, CsvColumns columns, Options options) {
        this.table = table;
        this.columns = columns;
        this.options = options;
    }

    /**
     * Reads the table.
     *
     * @param mostRows more are refused
     * @throws CsvException with line and column where the table cannot be read
     */
    public static CsvReconciler read(String text, Options options, long mostRows) {
        CsvTable table = CsvTable.read(text, options.delimiter(), mostRows);
        return new CsvReconciler(
                table, CsvColumns.of(table.headings(), options.column(), options.properties()), options);
    }

    /** Which column is taken for what, as a line for people. */
    public String columns() {
        return columns.described(table.headings());
    }

    /** The number of rows. */
    public int size() {
        return table.rows().size();
    }

    /**
     * Writes the table with the new columns.
     *
     * @param each called before every row; what it throws ends the work
     * @return how many rows have a match
     */
    public int write(CollectionState state, Appendable out, Progress progress, Runnable each) throws IOException {
        out.append(table.mark());
        int matches = 0;
        Matcher matcher = new Matcher(state, options.language());
        // The printer must not close what it was given.
        CSVPrinter printer = new CSVPrinter(out, table.format());
        printer.printRecord(line(table.headings(), ADDED));
        for (int i = 0; i < table.rows().size(); i++) {
            each.run();
            progress.at("reconciling", i, table.rows().size());
            List<String> row = table.rows().get(i);
            Optional<ReconciliationQuery> query = query(row);
            boolean named = isNamed(row);
            List<Candidate> candidates = named ? query.map(matcher::candidates).orElse(List.of()) : List.of();
            if (!candidates.isEmpty() && candidates.getFirst().match()) {
                matches++;
            }
            printer.printRecord(line(row, added(query, named, candidates, state)));
        }
        printer.flush();
        return matches;
    }

    private List<String> line(List<String> own, List<String> added) {
        List<String> line = new ArrayList<>(own.size() + added.size());
        own.forEach(cell -> line.add(options.escapeFormulas() ? escaped(cell) : cell));
        added.forEach(cell -> line.add(escaped(cell)));
        return line;
    }

    private static String escaped(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private Optional<ReconciliationQuery> query(List<String> row) {
        List<PropertyConstraint> constraints = new ArrayList<>();
        columns.properties().forEach((property, column) -> {
            String cell = row.get(column).strip();
            if (!cell.isEmpty()) {
                constraints.add(PropertyConstraint.of(property, List.of(PropertyConstraint.Value.of(cell))));
            }
        });
        String name = row.get(columns.name()).strip();
        if (name.isEmpty() && constraints.stream().noneMatch(c -> c.property().isIdentifier())) {
            return Optional.empty();
        }
        return Optional.of(new ReconciliationQuery(
                name.isEmpty() ? List.of() : List.of(name),
                false,
                options.types(),
                Strictness.ANY,
                options.limit(),
                constraints,
                Set.of(),
                Set.of()));
    }

    /** Whether the cells that are asked for are short enough for that. */
    private boolean isNamed(List<String> row) {
        return Stream.concat(Stream.of(columns.name()), columns.properties().values().stream())
                .allMatch(column -> row.get(column).strip().length() <= NameIndex.LONGEST);
    }

    private List<String> added(
            Optional<ReconciliationQuery> query, boolean named, List<Candidate> candidates, CollectionState state) {
        if (candidates.isEmpty()) {
            Candidate.Verdict verdict = named ? Candidate.Verdict.NOBODY : Candidate.Verdict.NO_NAME;
            return List.of("false", "", "", "", query.isPresent() ? verdict.in(options.language()) : "", "");
        }
        Candidate best = candidates.getFirst();
        String reasons = best.verdict().in(options.language()) + ": "
                + best.features().stream().map(CsvReconciler::reason).collect(Collectors.joining("; "));
        String others = candidates.stream()
                .map(c -> "%s %s (%s)".formatted(number(c.rounded()), state.label(c.iri(), options.language()), c.id()))
                .collect(Collectors.joining("; "));
        return List.of(
                Boolean.toString(best.match()),
                best.id(),
                state.label(best.iri(), options.language()),
                number(best.rounded()),
                reasons,
                others);
    }

    private static String reason(Feature feature) {
        return feature.id() + " " + number(feature.rounded())
                + (feature.note().isEmpty() ? "" : " (" + feature.note() + ")");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
