package org.entente.sheet;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;
import org.entente.store.CollectionFiles;
import org.entente.vocab.Iris;

/** Writes a source as a sheet: one row for each participation; a blank cell says the same as the one above within a report. */
public final class SheetExport {
    private SheetExport() {}

    /** The sheet of a file of {@code sources/}, as CSV. */
    public static String csv(CollectionFiles files, Path file) {
        return csv(files, file, SheetNames.of(files));
    }

    static String csv(CollectionFiles files, Path file, SheetNames names) {
        Account account = Account.read(files, file);
        Cells cells = new Cells(names, account.language());
        Set<String> languages = new TreeSet<>(files.description().languages());
        languages.addAll(account.languages());
        List<SheetColumn> columns = SheetColumn.all(languages);
        String source = file.getFileName().toString().replaceFirst("\\.ttl$", "");
        StringWriter out = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<String> headings = new ArrayList<>(List.of("source", SheetColumn.REPORT, SheetColumn.PARTICIPATION));
            columns.forEach(column -> headings.add(column.name()));
            headings.add(SheetColumn.STATE);
            csv.printRecord(headings);
            if (account.reports().isEmpty()) {
                csv.printRecord(source, "new", "new"); // a source that says nothing yet: a row to begin with
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
                    row.add(state(full));
                    csv.printRecord(row);
                    above = full;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static List<String> full(
            List<SheetColumn> columns,
            Account account,
            Cells cells,
            Node report,
            @org.jspecify.annotations.Nullable Node participation) {
        List<String> full = new ArrayList<>();
        for (SheetColumn column : columns) {
            Node subject = column.ofReport() ? report : participation;
            full.add(subject == null ? "" : cells.write(column, account.values(subject, column)));
        }
        return full;
    }

    static String state(List<String> full) {
        return "%08x".formatted(String.join("\u0001", full).hashCode());
    }

    private static String end(Node node, String source) {
        return Iris.localName(node.getURI()).replaceFirst("^" + java.util.regex.Pattern.quote(source) + "-", "");
    }
}
