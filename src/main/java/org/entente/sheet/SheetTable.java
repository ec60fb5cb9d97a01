package org.entente.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.reconcile.CsvTable;
import org.entente.reconcile.CsvText;
import org.entente.reconcile.Workbooks;

/**
 * The rows of a sheet that somebody has filled in.
 *
 * @param rows the headings, then the rows
 * @param dates cells that a spreadsheet has turned into dates, such as F5
 */
public record SheetTable(List<List<String>> rows, Set<String> dates) {
    private static final long MOST_ROWS = 20_000;

    /**
     * Reads a workbook (XLSX), or a text in UTF-8, UTF-16 or Windows-1252 with commas, semicolons or tabs.
     *
     * @throws org.entente.reconcile.CsvException if it is neither
     */
    public static SheetTable read(byte[] bytes) {
        if (Workbooks.isWorkbook(bytes)) {
            Workbooks.Content content = Workbooks.read(bytes, Optional.empty(), MOST_ROWS);
            return new SheetTable(content.rows(), content.dates());
        }
        return read(CsvText.decode(bytes, Optional.of(CsvText.guess(bytes))));
    }

    /** The same for a text. */
    public static SheetTable read(String csv) {
        CsvTable table = CsvTable.read(csv, Optional.empty(), MOST_ROWS);
        List<List<String>> rows = new ArrayList<>(List.of(table.headings()));
        rows.addAll(table.rows());
        return new SheetTable(rows, Set.of());
    }
}
