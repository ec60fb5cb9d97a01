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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.store.CollectionFiles;
import org.entente.text.NearWords;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Iris;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet and compares it with the file of its source. Nothing is removed because a row or column is missing, or a cell of a first row
 * is blank; {@code -} removes.
 */
public final class SheetImport {
    private final CollectionFiles files;
    private final SheetNames names;
    private final List<String> headings;
    private final List<List<String>> rows;
    private final Set<String> dates;
    private final List<String> problems = new ArrayList<>();
    private final List<Change.Told> kept = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private SheetImport(CollectionFiles files, SheetNames names, SheetTable sheet) {
        this.files = files;
        this.names = names;
        this.headings = sheet.rows().isEmpty() ? List.of() : sheet.rows().getFirst();
        this.rows = sheet.rows().isEmpty()
                ? List.of()
                : sheet.rows().subList(1, sheet.rows().size());
        this.dates = sheet.dates();
    }

    /**
     * What a sheet says of one source.
     *
     * @param file the file of the source
     * @param changes one for each statement, in the order of the sheet
     * @param kept statements that have changed in the file only
     */
    public record Result(Path file, List<Change> changes, List<Change.Told> kept) {}

    static Result compare(CollectionFiles files, SheetNames names, SheetTable sheet) {
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
        return new Result(file, List.copyOf(changes), List.copyOf(kept));
    }

    private List<SheetColumn> columns(Account account) {
        List<SheetColumn> all = SheetExport.columns(files, account);
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
            String part = cell(row, SheetColumn.PARTICIPATION);
            boolean takesPart = own.entrySet().stream()
                    .anyMatch(e -> !e.getKey().ofReport() && !e.getValue().equals(Cells.NONE));
            boolean newPart = part.matches("new\\d*") || part.isEmpty() && takesPart;
            Map<SheetColumn, String> effective = new LinkedHashMap<>(newPart ? aboveFor(own, above) : above);
            effective.putAll(own);
            Node participation = newPart ? numbers.next("p") : part.isEmpty() ? null : numbers.node(part);
            Optional<Map<String, String>> base = base(row, line);
            if (participation != null && !newPart && !account.has(participation) && base.isPresent()) {
                kept.add(new Change.Told(
                        Change.Kind.KEPT,
                        Iris.localName(participation.getURI()),
                        base.get().getOrDefault("who", ""),
                        SheetColumn.PARTICIPATION,
                        Optional.of(part),
                        "",
                        part));
                above = effective;
                continue;
            }
            if (participation != null && !newPart && !account.has(participation)) {
                problems.add(at(places.getOrDefault(SheetColumn.PARTICIPATION, 0), line) + ": " + source
                        + " has no participation " + part + "; write new for a new one");
                continue;
            }
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
                        base,
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
                        base,
                        columns);
            }
            above = effective;
        }
    }

    /** What counts for blank cells of a new row: names and offices of somebody are not those of the one who stands below. */
    private static Map<SheetColumn, String> aboveFor(Map<SheetColumn, String> own, Map<SheetColumn, String> above) {
        boolean another = own.entrySet().stream()
                .anyMatch(e -> e.getKey().isWho() && !e.getValue().equals(above.get(e.getKey())));
        Map<SheetColumn, String> counts = new LinkedHashMap<>(above);
        if (another) {
            counts.keySet().removeIf(SheetColumn::ofOnePerson);
        }
        return counts;
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
                .filter(c -> c.isWho() && "?".equals(own.get(c)))
                .findFirst()
                .ifPresent(who -> {
                    own.put(who, Cells.NONE);
                    columns.stream()
                            .filter(c -> c.name().equals("identification"))
                            .forEach(c -> own.putIfAbsent(c, Iris.localName(EntConcept.UNKNOWN.getURI())));
                });
        return own;
    }

    /** What the row said when the sheet was made; empty if it does not say. */
    private Optional<Map<String, String>> base(List<String> row, int line) {
        String state = cell(row, SheetColumn.STATE);
        Optional<Map<String, String>> base = state.isEmpty() ? Optional.empty() : RowState.unpack(state);
        if (!state.isEmpty() && base.isEmpty()) {
            problems.add(at(places.getOrDefault(SheetColumn.STATE, 0), line)
                    + " (state): this cell says what the row was when the sheet was made, and somebody has changed it; empty it, and the row"
                    + " is compared with the file as it is now");
        }
        return base;
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
            Optional<Map<String, String>> base,
            List<SheetColumn> columns) {
        Map<SheetColumn, List<Node>> values = new LinkedHashMap<>();
        List<SheetColumn> wrong = new ArrayList<>();
        for (SheetColumn column : columns) {
            String text = effective.get(column);
            if (text == null || column.ofReport() != ofReport) {
                continue;
            }
            String place = at(places.getOrDefault(column.name(), 0), line);
            if (dates.contains(place)) {
                problems.add(
                        place + " (" + column.name() + "): the spreadsheet has made a date of this cell, " + text
                                + "; format it as text and write what the source says, in the column date like 2019-08-19, 2019-08 or 2019");
                wrong.add(column);
                continue;
            }
            List<Node> wanted;
            try {
                wanted = cells.read(column, text);
            } catch (SheetException e) {
                problems.add(place + " (" + column.name() + "): " + e.getMessage());
                wrong.add(column);
                continue;
            }
            List<Node> before = account.values(subject, column);
            if (creates != null) {
                values.put(column, wanted);
            } else if (!Set.copyOf(before).equals(Set.copyOf(wanted))) {
                differs(account, cells, subject, within, column, place, base, before, wanted);
            }
        }
        if (creates != null) {
            requireEnough(values, wrong, ofReport, line);
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
                    new Change.Told(
                            ofReport ? Change.Kind.NEW_REPORT : Change.Kind.NEW_PARTICIPATION,
                            Iris.localName(subject.getURI()),
                            Iris.localName(within.getURI()),
                            "",
                            Optional.empty(),
                            "",
                            said)));
        }
    }

    /** Three sides: what both had when the sheet was made, the sheet, and the file now. */
    private void differs(
            Account account,
            Cells cells,
            Node subject,
            Node within,
            SheetColumn column,
            String place,
            Optional<Map<String, String>> base,
            List<Node> before,
            List<Node> wanted) {
        Optional<List<Node>> exported = base.flatMap(texts -> Optional.ofNullable(texts.get(column.name())))
                .flatMap(text -> cells.readIfKnown(column, text));
        boolean fileChanged = exported.isPresent() && !same(exported.get(), before);
        Change.Kind kind = !fileChanged
                ? Change.Kind.CHANGED
                : same(exported.get(), wanted) ? Change.Kind.KEPT : Change.Kind.CONFLICT;
        Change.Told told = new Change.Told(
                kind,
                Iris.localName(subject.getURI()),
                about(account, subject, within),
                column.name(),
                exported.map(nodes -> cells.write(column, nodes)),
                cells.write(column, before),
                cells.write(column, wanted));
        if (kind == Change.Kind.KEPT) {
            kept.add(told);
        } else {
            changes.add(new Change(place, subject, null, within, Map.of(column, wanted), told));
        }
    }

    private static boolean same(List<Node> some, List<Node> others) {
        return Set.copyOf(some).equals(Set.copyOf(others));
    }

    /** Whom a participation, or which event a report is about. */
    private String about(Account account, Node subject, Node report) {
        for (Node property : List.of(EntProperty.PARTICIPANT, EntProperty.AS_HOLDER_OF, EntProperty.REPORTS)) {
            for (Node thing : account.objects(subject, property)) {
                return names.label(thing.getURI());
            }
        }
        return account.objects(report, EntProperty.REPORTS).stream()
                .map(event -> names.label(event.getURI()))
                .findFirst()
                .orElse("");
    }

    /** What a new report or participation cannot be without; the cell is that of its identifier. What is wrong is told already. */
    private void requireEnough(
            Map<SheetColumn, List<Node>> values, List<SheetColumn> wrong, boolean ofReport, int line) {
        Set<String> said = Stream.concat(
                        wrong.stream(),
                        values.entrySet().stream()
                                .filter(e -> !e.getValue().isEmpty())
                                .map(Map.Entry::getKey))
                .map(column -> column.name().replaceFirst("_(?!date|place|name|title).*", ""))
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
