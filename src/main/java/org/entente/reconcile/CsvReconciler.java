package org.entente.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.reconcile.ReconciliationQuery.Strictness;
import org.entente.store.NameIndex;
import org.entente.store.Progress;

/** Reconciles the rows of a table and writes it again, with what was found in new columns behind the old ones. */
public final class CsvReconciler {
    /** Headings of the new columns. Those from entente_wikidata on are filled where there is a match only. */
    public static final List<String> ADDED = List.of(
            "entente_match",
            "entente_id",
            "entente_name",
            "entente_score",
            "entente_reasons",
            "entente_candidates",
            "entente_wikidata",
            "entente_wikidata_link",
            "entente_gnd",
            "entente_coordinates");

    /** The role of the columns with names, beside the identifiers of properties. */
    public static final String NAME = "name";

    private static final String FORMULA = "=+-@\t\r";

    /**
     * What a user may say of the table.
     *
     * @param columns headings of the columns that make up the name; none to guess
     * @param types of the entities; empty for any
     * @param properties headings by property; columns of other properties are guessed; a blank heading means that no column has the property
     * @param limit candidates that are listed for each row
     * @param delimiter between cells; empty to guess
     * @param heading number of the row with the headings, from 1; 0 for none; empty to find it
     * @param escapeFormulas whether cells of the user that a spreadsheet would run get an apostrophe
     * @param language of names and reasons
     */
    public record Options(
            List<String> columns,
            List<EntityType> types,
            Map<EntityProperty, String> properties,
            int limit,
            Optional<Character> delimiter,
            OptionalInt heading,
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
        return of(CsvTable.read(text, options.delimiter(), options.heading(), mostRows), options);
    }

    /**
     * Takes the rows of a sheet.
     *
     * @throws CsvException if there is no table in it
     */
    public static CsvReconciler read(List<List<String>> sheet, Options options) {
        return of(CsvTable.of(sheet, options.heading()), options);
    }

    private static CsvReconciler of(CsvTable table, Options options) {
        return new CsvReconciler(
                table, CsvColumns.of(table.headings(), options.columns(), options.properties(), table.rows()), options);
    }

    /**
     * Whether a text is a list of names, one a line, without headings: no character that parts cells, at most one comma a line, and a
     * blank behind it, as in "Rau, Albert".
     */
    public static boolean isPlainList(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(1_000)
                .toList();
        return !lines.isEmpty()
                && !CsvColumns.isHeading(lines.getFirst())
                && lines.stream().allMatch(line -> line.matches("[^,;|\t\"]*(?:, [^,;|\t\"]*)?"));
    }

    /** Which column is taken for what, as a line for people. */
    public String columns() {
        return columns.described(table.headings());
    }

    /** For each column what it is taken for: {@link #NAME}, the identifier of a property, or "". */
    public List<String> roles() {
        List<String> roles =
                new ArrayList<>(Collections.nCopies(table.headings().size(), ""));
        columns.names().forEach(column -> roles.set(column, NAME));
        columns.properties().forEach((property, column) -> roles.set(column, property.id()));
        return roles;
    }

    /**
     * The same table with other roles of its columns, see {@link #roles}.
     *
     * @throws CsvException if no column has the name, or two have one property
     */
    public CsvReconciler withRoles(List<String> roles) {
        List<Integer> names = new ArrayList<>();
        Map<EntityProperty, Integer> properties = new EnumMap<>(EntityProperty.class);
        for (int column = 0; column < Math.min(roles.size(), table.headings().size()); column++) {
            int at = column;
            if (roles.get(column).equals(NAME)) {
                names.add(column);
            } else {
                EntityProperty.of(roles.get(column)).ifPresent(property -> {
                    if (properties.putIfAbsent(property, at) != null) {
                        throw CsvException.plain("Two columns are \"" + property.id() + "\". Choose one.");
                    }
                });
            }
        }
        if (names.isEmpty()) {
            throw CsvException.plain("No column is the name. Choose at least one.");
        }
        return new CsvReconciler(table, new CsvColumns(names, properties), options);
    }

    public List<String> headings() {
        return table.headings();
    }

    /** All rows, each as long as the headings. */
    public List<List<String>> rows() {
        return table.rows();
    }

    /** The number of the row with the headings, from 1; 0 if there is none. */
    public int heading() {
        return table.above().size();
    }

    /** All that was read as CSV, what stands above the headings included: to be read once more. */
    public String whole() {
        return table.whole();
    }

    /** The number of rows. */
    public int size() {
        return table.rows().size();
    }

    /**
     * A row and who may be meant.
     *
     * @param name as it was looked for; may be empty
     * @param candidates the best first
     * @param verdict of the best, or why there is none
     */
    public record RowMatch(String name, List<Candidate> candidates, Candidate.Verdict verdict) {
        public boolean isMatch() {
            return !candidates.isEmpty() && candidates.getFirst().match();
        }
    }

    /** Looks for one row, by its number from 0. */
    public RowMatch match(int row, Matcher matcher) {
        List<String> cells = table.rows().get(row);
        Optional<ReconciliationQuery> query = query(cells);
        boolean named = isNamed(cells);
        List<Candidate> candidates = named ? query.map(matcher::candidates).orElse(List.of()) : List.of();
        Candidate.Verdict verdict = candidates.isEmpty()
                ? named ? Candidate.Verdict.NOBODY : Candidate.Verdict.NO_NAME
                : candidates.getFirst().verdict();
        return new RowMatch(name(cells), candidates, verdict);
    }

    /**
     * Writes the table with the new columns as CSV, as it came.
     *
     * @param each called before every row; what it throws ends the work
     * @return how many rows have a match
     */
    public int write(CollectionState state, Appendable out, Progress progress, Runnable each) throws IOException {
        out.append(table.mark());
        return write(state, RowSink.csv(out, table.format()), Map.of(), progress, each);
    }

    /**
     * Writes the table with the new columns.
     *
     * @param decided number of a row, from 0, to the identifier of the entity that somebody chose for it; "" for nobody
     * @param each called before every row; what it throws ends the work
     * @return how many rows have a match
     */
    public int write(CollectionState state, RowSink out, Map<Integer, String> decided, Progress progress, Runnable each)
            throws IOException {
        int matches = 0;
        Matcher matcher = new Matcher(state, options.language());
        List<String> headings = new ArrayList<>(table.headings());
        columns.names().stream()
                .filter(column -> headings.get(column).isBlank())
                .forEach(column -> headings.set(column, NAME));
        out.row(line(headings, ADDED));
        for (int i = 0; i < table.rows().size(); i++) {
            each.run();
            progress.at("reconciling", i, table.rows().size());
            RowMatch found = match(i, matcher);
            Optional<String> entity = decided.containsKey(i)
                    ? state.entity(decided.getOrDefault(i, ""))
                    : Optional.of(found)
                            .filter(RowMatch::isMatch)
                            .map(m -> m.candidates().getFirst().iri());
            matches += entity.isPresent() ? 1 : 0;
            out.row(line(table.rows().get(i), added(found, entity, decided.containsKey(i), state)));
        }
        out.end();
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
        String name = name(row);
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

    private String name(List<String> row) {
        return columns.names().stream()
                .map(column -> row.get(column).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Whether the cells that are asked for are short enough for that. */
    private boolean isNamed(List<String> row) {
        return Stream.concat(columns.names().stream(), columns.properties().values().stream())
                .allMatch(column -> row.get(column).strip().length() <= NameIndex.LONGEST);
    }

    private List<String> added(RowMatch found, Optional<String> entity, boolean decided, CollectionState state) {
        String language = options.language();
        List<Candidate> candidates = found.candidates();
        Optional<Candidate> shown = decided
                ? candidates.stream()
                        .filter(c -> entity.filter(c.iri()::equals).isPresent())
                        .findFirst()
                : candidates.stream().findFirst();
        String verdict = decided
                ? language.equals("de") ? "von Hand gewählt" : "chosen by hand"
                : found.name().isEmpty() && candidates.isEmpty() && found.verdict() == Candidate.Verdict.NOBODY
                        ? ""
                        : found.verdict().in(language);
        String reasons = shown.map(
                        c -> c.features().stream().map(CsvReconciler::reason).collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty())
                .map(text -> verdict + ": " + text)
                .orElse(verdict);
        String others = candidates.stream()
                .map(c -> "%s %s (%s)".formatted(number(c.rounded()), state.label(c.iri(), language), c.id()))
                .collect(Collectors.joining("; "));
        Optional<String> named = decided ? entity : shown.map(Candidate::iri);
        EntityIdentifiers identifiers =
                entity.map(iri -> EntityIdentifiers.of(state, iri)).orElse(EntityIdentifiers.NONE);
        return List.of(
                Boolean.toString(entity.isPresent()),
                named.map(EntityId::of).orElse(""),
                named.map(iri -> state.label(iri, language)).orElse(""),
                shown.map(c -> number(c.rounded())).orElse(""),
                reasons,
                others,
                identifiers.wikidata(),
                identifiers.wikidataLink(),
                identifiers.gnd(),
                identifiers.coordinates());
    }

    private static String reason(Feature feature) {
        return feature.id() + " " + number(feature.rounded())
                + (feature.note().isEmpty() ? "" : " (" + feature.note() + ")");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
