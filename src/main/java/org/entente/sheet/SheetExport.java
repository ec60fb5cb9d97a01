package org.entente.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.entente.store.CollectionFiles;
import org.entente.vocab.Iris;
import org.jspecify.annotations.Nullable;

/**
 * A source as a sheet: one row for each participation; a blank cell says the same as the one above within a report.
 *
 * @param rows the headings, then the rows
 */
public record SheetExport(List<List<String>> rows) {
    /** Columns that stay when the sheet is scrolled: those with the names of report and participation. */
    private static final int NAMES = 3;
    /** Empty rows in which a new participation can be written as text. */
    private static final int ROOM = 300;

    private static final int WIDTH = 18;

    /** The sheet of a file of {@code sources/}. */
    static SheetExport of(CollectionFiles files, Path file, SheetNames names) {
        Account account = Account.read(files, file);
        Cells cells = new Cells(names, account.language());
        List<SheetColumn> columns = columns(files, account);
        String source = file.getFileName().toString().replaceFirst("\\.ttl$", "");
        List<List<String>> rows = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of("source", SheetColumn.REPORT, SheetColumn.PARTICIPATION));
        columns.forEach(column -> headings.add(column.name()));
        headings.add(SheetColumn.STATE);
        rows.add(headings);
        if (account.reports().isEmpty()) {
            rows.add(List.of(source, "new", "new")); // a source that says nothing yet: a row to begin with
        }
        for (Node report : account.reports()) {
            List<Node> participations = account.participations(report);
            List<String> above = null;
            for (int i = 0; i < Math.max(1, participations.size()); i++) {
                Node participation = participations.isEmpty() ? null : participations.get(i);
                List<String> full = full(columns, account, cells, report, participation);
                List<String> row = new ArrayList<>(List.of(
                        source,
                        above == null ? end(report, source) : "",
                        participation == null ? "" : end(participation, source)));
                for (int c = 0; c < full.size(); c++) {
                    boolean same = above != null && above.get(c).equals(full.get(c));
                    boolean none = above != null && full.get(c).isEmpty();
                    row.add(same ? "" : none ? Cells.NONE : full.get(c));
                }
                row.add(RowState.pack(columns, full));
                rows.add(row);
                above = full;
            }
        }
        return new SheetExport(rows);
    }

    /** All columns that a sheet of this source has. */
    static List<SheetColumn> columns(CollectionFiles files, Account account) {
        Set<String> languages = new TreeSet<>(files.description().languages());
        languages.addAll(account.languages());
        return SheetColumn.all(languages);
    }

    private static List<String> full(
            List<SheetColumn> columns, Account account, Cells cells, Node report, @Nullable Node participation) {
        List<String> full = new ArrayList<>();
        for (SheetColumn column : columns) {
            Node subject = column.ofReport() ? report : participation;
            full.add(subject == null ? "" : cells.write(column, account.values(subject, column)));
        }
        return full;
    }

    private static String end(Node node, String source) {
        return Iris.localName(node.getURI()).replaceFirst("^" + Pattern.quote(source) + "-", "");
    }

    public String csv() {
        StringWriter out = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Writes a workbook (XLSX) in which every cell is text, so that no spreadsheet takes 2019-08 for a date. */
    public void workbook(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Entente", "1.0");
        Worksheet sheet = workbook.newWorksheet("Entente");
        int columns = rows.getFirst().size();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!rows.get(r).get(c).isEmpty()) {
                    sheet.value(r, c, rows.get(r).get(c));
                }
            }
        }
        sheet.range(0, 0, rows.size() + ROOM, columns - 1).style().format("@").set();
        sheet.range(0, 0, 0, columns - 1).style().bold().format("@").set();
        for (int c = NAMES; c < columns; c++) {
            sheet.width(c, WIDTH);
        }
        sheet.hideColumn(columns - 1);
        sheet.freezePane(NAMES, 1);
        workbook.finish();
    }
}
