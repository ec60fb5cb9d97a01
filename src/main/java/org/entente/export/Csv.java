package org.entente.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** CSV as in RFC 4180; a cell that a spreadsheet would run as a formula is told to be text. */
final class Csv {
    private Csv() {}

    static void line(List<String> cells, Writer out) throws IOException {
        CSVFormat.RFC4180.printRecord(out, cells.stream().map(Csv::harmless).toArray());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
