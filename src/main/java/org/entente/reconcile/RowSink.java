package org.entente.reconcile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Takes the rows of a table, the headings first. */
public interface RowSink {
    void row(List<String> cells) throws IOException;

    /** Writes what is left. */
    void end() throws IOException;

    /** Rows as CSV. What they are written to stays open. */
    static RowSink csv(Appendable out, CSVFormat format) {
        CSVPrinter printer = printer(out, format);
        return new RowSink() {
            @Override
            public void row(List<String> cells) throws IOException {
                printer.printRecord(cells);
            }

            @Override
            public void end() throws IOException {
                printer.flush();
            }
        };
    }

    private static CSVPrinter printer(Appendable out, CSVFormat format) {
        try {
            return new CSVPrinter(out, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows as the one sheet of a workbook, every cell as text: nothing is run when it is opened. What they are written to stays open. */
    static RowSink workbook(OutputStream out) {
        Workbook workbook = new Workbook(out, "Entente", "1.0");
        Worksheet sheet = workbook.newWorksheet("Entente");
        return new RowSink() {
            private int number;

            @Override
            public void row(List<String> cells) {
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(number, column, cells.get(column));
                    }
                }
                number++;
            }

            @Override
            public void end() throws IOException {
                workbook.finish();
            }
        };
    }
}
