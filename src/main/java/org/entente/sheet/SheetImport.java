package org.entente.sheet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.reconcile.CsvTable;
import org.entente.store.CollectionFiles;
import org.entente.text.NearWords;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.Iris;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet and compares it with the file of its source. Nothing is removed because a row or column is missing, or a cell of a first row
 * is blank; {@code -} removes.
 */
public final class SheetImport {
    private static final long MOST_ROWS = 20_000;

    private final CollectionFiles files;
    private final SheetNames names;
    private final List<String> headings;
    private final List<List<String>> rows;
    private final List<String> problems = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private SheetImport(CollectionFiles files, SheetNames names, List<List<String>> sheet) {
        this.files = files;
        this.names = names;
        this.headings = sheet.getFirst();
        this.rows = sheet.subList(1, sheet.size());
    }

    /**
     * What a sheet says of one source.
     *
     * @param file the file of the source
     * @param changes one for each statement, in the order of the sheet
     */
    public record Result(Path file, List<Change> changes) {}

    /**
     * What a sheet would change.
     *
     * @throws SheetException with all cells that cannot be understood
     * @throws org.entente.reconcile.CsvException if it is no table
     */
    public static Result compare(CollectionFiles files, String csv) {
        return compare(files, SheetNames.of(files), csv);
    }

    /**
     * The same for the rows of another kind of table, such as a workbook.
     *
     * @param sheet the headings, then the rows; at least the headings
     */
    public static Result compare(CollectionFiles files, List<List<String>> sheet) {
        return new SheetImport(files, SheetNames.of(files), sheet).compare();
    }

    static Result compare(CollectionFiles files, SheetNames names, String csv) {
        CsvTable table = CsvTable.read(csv, Optional.empty(), MOST_ROWS);
        List<List<String>> sheet = new ArrayList<>(List.of(table.headings()));
        sheet.addAll(table.rows());
        return new SheetImport(files, names, sheet).compare();
    }

    private Result compare() {
        for (int i = 0; i < headings.size(); i++) {
            places.put(headings.get(i).strip(), i);
        }
        String source = rows.stream()
                .map(row -> cell(row, "source"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> new SheetException("A1: there is no column source that says which source this is."));
        Path file = files.data().resolve("sources").resolve(source + ".ttl");
        if (!source.matches("[A-Za-z0-9_-]+") || !Files.isRegularFile(file)) {
            throw new SheetException(
                    "A2: there is no source " + source + "; make it: entente new source 'Title' --id " + source);
        }
        Account account = Account.read(files, file);
        List<SheetColumn> columns = columns(account);
        read(source, account, columns);
        if (!problems.isEmpty()) {
            throw new SheetException(String.join("\n", problems));
        }
        return new Result(file, List.copyOf(changes));
    }

    private List<SheetColumn> columns(Account account) {
        Set<String> languages = new TreeSet<>(files.description().languages());
        languages.addAll(account.languages());
        List<SheetColumn> all = SheetColumn.all(languages);
        Set<String> known =
                new HashSet<>(Set.of("source", SheetColumn.REPORT, SheetColumn.PARTICIPATION, SheetColumn.STATE));
        all.forEach(column -> known.add(column.name()));
        places.forEach((heading, place) -> {
            if (!known.contains(heading) && !heading.isEmpty()) {
                List<String> near = NearWords.of(heading, known, 2);
                problems.add(at(place, 1) + ": there is no column '" + heading + "'; "
                        + (near.isEmpty()
                                ? "there are " + known.stream().sorted().collect(Collectors.joining(", "))
                                : "did you mean " + String.join(" or ", near) + "?"));
            }
        });
        return all.stream().filter(column -> places.containsKey(column.name())).toList();
    }

    private void read(String source, Account account, List<SheetColumn> columns) {
        Cells cells = new Cells(names, account.language());
        Numbers numbers = new Numbers(account, source);
        Node report = null;
        boolean isNew = false;
        Map<SheetColumn, String> above = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            int line = i + 2;
            if (columns.stream().allMatch(column -> cell(row, column.name()).isEmpty())
                    && (row.stream().allMatch(String::isBlank)
                            || cell(row, SheetColumn.REPORT).startsWith("new"))) {
                continue;
            }
            String said = cell(row, SheetColumn.REPORT);
            boolean first = !said.isEmpty();
            if (first) {
                above = new HashMap<>();
                isNew = said.matches("new\\d*");
                report = isNew ? numbers.next("r") : numbers.node(said);
            }
            if (report == null || !isNew && !account.has(report)) {
                problems.add(at(places.getOrDefault(SheetColumn.REPORT, 0), line) + ": "
                        + (said.isEmpty() ? "the first row names no report" : source + " has no report " + said)
                        + "; write new for a new one");
                report = null;
                continue;
            }
            Map<SheetColumn, String> own = own(row, columns);
            Map<SheetColumn, String> effective = new LinkedHashMap<>(above);
            effective.putAll(own);
            String part = cell(row, SheetColumn.PARTICIPATION);
            boolean takesPart = own.entrySet().stream()
                    .anyMatch(e -> !e.getKey().ofReport() && !e.getValue().equals(Cells.NONE));
            boolean newPart = part.matches("new\\d*") || part.isEmpty() && takesPart;
            Node participation = newPart ? numbers.next("p") : part.isEmpty() ? null : numbers.node(part);
            if (participation != null && !newPart && !account.has(participation)) {
                problems.add(at(places.getOrDefault(SheetColumn.PARTICIPATION, 0), line) + ": " + source
                        + " has no participation " + part + "; write new for a new one");
                continue;
            }
            boolean since = !isNew && !newPart && hasChanged(row, account, cells, report, participation);
            if (first || own.keySet().stream().anyMatch(SheetColumn::ofReport)) {
                compare(
                        account,
                        cells,
                        report,
                        isNew && first ? EntClass.REPORT : null,
                        numbers.document(),
                        first ? effective : own,
                        true,
                        line,
                        since,
                        columns);
            }
            if (participation != null) {
                compare(
                        account,
                        cells,
                        participation,
                        newPart ? EntClass.PARTICIPATION : null,
                        report,
                        effective,
                        false,
                        line,
                        since,
                        columns);
            }
            above = effective;
        }
    }

    /** The cells of a row that say something. Somebody unknown is nobody in particular, said to be unknown. */
    private Map<SheetColumn, String> own(List<String> row, List<SheetColumn> columns) {
        Map<SheetColumn, String> own = new LinkedHashMap<>();
        for (SheetColumn column : columns) {
            String text = cell(row, column.name());
            if (!text.isEmpty()) {
                own.put(column, text);
            }
        }
        columns.stream()
                .filter(c -> c.name().equals("who") && "?".equals(own.get(c)))
                .findFirst()
                .ifPresent(who -> {
                    own.put(who, Cells.NONE);
                    columns.stream()
                            .filter(c -> c.name().equals("identification"))
                            .forEach(c -> own.putIfAbsent(c, Iris.localName(EntConcept.UNKNOWN.getURI())));
                });
        return own;
    }

    private boolean hasChanged(
            List<String> row, Account account, Cells cells, Node report, @Nullable Node participation) {
        String state = cell(row, SheetColumn.STATE);
        Set<String> languages = new TreeSet<>(files.description().languages());
        languages.addAll(account.languages());
        return !state.isEmpty()
                && !state.equals(SheetExport.state(
                        SheetExport.full(SheetColumn.all(languages), account, cells, report, participation)));
    }

    private void compare(
            Account account,
            Cells cells,
            Node subject,
            @Nullable Node creates,
            Node within,
            Map<SheetColumn, String> effective,
            boolean ofReport,
            int line,
            boolean since,
            List<SheetColumn> columns) {
        Map<SheetColumn, List<Node>> values = new LinkedHashMap<>();
        for (SheetColumn column : columns) {
            String text = effective.get(column);
            if (text == null || column.ofReport() != ofReport) {
                continue;
            }
            List<Node> wanted;
            try {
                wanted = cells.read(column, text);
            } catch (SheetException e) {
                problems.add(at(places.getOrDefault(column.name(), 0), line) + " (" + column.name() + "): "
                        + e.getMessage());
                continue;
            }
            List<Node> before = account.values(subject, column);
            if (creates != null) {
                values.put(column, wanted);
            } else if (!Set.copyOf(before).equals(Set.copyOf(wanted))) {
                changes.add(new Change(
                        at(places.getOrDefault(column.name(), 0), line),
                        subject,
                        null,
                        within,
                        Map.of(column, wanted),
                        Iris.localName(subject.getURI()) + ", " + column.name() + ": "
                                + (before.isEmpty() ? "nothing" : "“" + cells.write(column, before) + "”") + " becomes "
                                + (wanted.isEmpty() ? "nothing" : "“" + cells.write(column, wanted) + "”") + ".",
                        since));
            }
        }
        if (creates != null) {
            requireEnough(values, ofReport, line);
            String said = values.entrySet().stream()
                    .filter(e -> !e.getValue().isEmpty())
                    .map(e -> e.getKey().name() + " “" + cells.write(e.getKey(), e.getValue()) + "”")
                    .collect(Collectors.joining(", "));
            changes.add(new Change(
                    at(places.getOrDefault(ofReport ? SheetColumn.REPORT : SheetColumn.PARTICIPATION, 0), line),
                    subject,
                    creates,
                    within,
                    values,
                    "new " + (ofReport ? "report " : "participation ") + Iris.localName(subject.getURI())
                            + (ofReport ? "" : " in " + Iris.localName(within.getURI())) + ": " + said + ".",
                    false));
        }
    }

    /** What a new report or participation cannot be without; the cell is that of its identifier. */
    private void requireEnough(Map<SheetColumn, List<Node>> values, boolean ofReport, int line) {
        Set<String> said = values.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey().name().replaceFirst("_(?!date|place|name|title).*", ""))
                .collect(Collectors.toSet());
        List<String> missing = ofReport
                ? Stream.of("event", "status", "modality", "locator", "note")
                        .filter(name -> !said.contains(name))
                        .toList()
                : Stream.of("role", "attendance")
                        .filter(name -> !said.contains(name))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (!ofReport && Collections.disjoint(said, Set.of("who", "office", "group"))) {
            missing.add("who, office or group");
        }
        if (!missing.isEmpty()) {
            problems.add(at(places.getOrDefault(ofReport ? SheetColumn.REPORT : SheetColumn.PARTICIPATION, 0), line)
                    + ": a new " + (ofReport ? "report" : "participation") + " also needs "
                    + String.join(", ", missing));
        }
    }

    private String cell(List<String> row, String heading) {
        Integer place = places.get(heading);
        return place == null || place >= row.size() ? "" : row.get(place).strip();
    }

    /** A cell as spreadsheets name it: F5. */
    private static String at(int column, int line) {
        String letters = column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1));
        return letters + (char) ('A' + column % 26) + line;
    }

    /** Gives new reports and participations the next free numbers. */
    private static final class Numbers {
        private final Account account;
        private final String start;
        private final Map<String, Integer> last = new HashMap<>();

        Numbers(Account account, String source) {
            this.account = account;
            this.start = account.ids() + "doc/" + source;
        }

        Node document() {
            return NodeFactory.createURI(start);
        }

        Node node(String end) {
            return NodeFactory.createURI(start + "-" + end);
        }

        Node next(String letter) {
            int n = last.getOrDefault(letter, 0) + 1;
            while (account.has(node(letter + n))) {
                n++;
            }
            last.put(letter, n);
            return node(letter + n);
        }
    }
}
