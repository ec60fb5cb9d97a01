package org.entente;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV as RFC 4180 has it. */
public final class Csv {
    private Csv() {}

    /** The cells of every line, the header first. */
    public static List<List<String>> lines(String text) {
        return records(CSVFormat.RFC4180, text).stream().map(CSVRecord::toList).toList();
    }

    /** The lines after the header, cells by their column; every line has all columns. */
    public static List<Map<String, String>> rows(String text) {
        CSVFormat withHeader = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return records(withHeader, text).stream()
                .peek(record -> {
                    if (!record.isConsistent()) {
                        throw new IllegalArgumentException("not as many cells as the header has: " + record);
                    }
                })
                .map(CSVRecord::toMap)
                .toList();
    }

    private static List<CSVRecord> records(CSVFormat format, String text) {
        try (var parser = format.parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
