package org.entente.reconcile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.entente.text.ExceptionText;

/** Reads the sheets of workbooks (XLSX) as rows of texts. Formulas are not run: what they gave when the file was saved counts. */
public final class Workbooks {
    /** Most bytes of all parts when they are unpacked: a small file may grow to any size. */
    private static final long MOST_BYTES = 100_000_000;

    private static final int MOST_PARTS = 1_000;
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_LETTERS = 5_000_000;

    private Workbooks() {}

    /** Whether these bytes are a workbook, as the first ones say. */
    public static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /**
     * The names of the sheets, and the rows of one.
     *
     * @param sheet name of the one that was read
     * @param dates cells that hold dates, such as F5: what their text was before the spreadsheet took it for one is not known any more
     */
    public record Content(List<String> sheets, String sheet, List<List<String>> rows, Set<String> dates) {}

    /**
     * Reads one sheet.
     *
     * @param sheet its name; empty for the first one that has more than one row, else the first
     * @param mostRows more are refused
     * @throws CsvException if it cannot be read, with sheet and cell where that is known
     */
    public static Content read(byte[] bytes, Optional<String> sheet, long mostRows) {
        requireBounded(bytes);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            List<String> names = sheets.stream().map(Sheet::getName).toList();
            if (sheet.isPresent()) {
                int at = names.indexOf(sheet.get());
                if (at < 0) {
                    throw CsvException.plain("There is no sheet \"" + sheet.get() + "\"; available: \""
                            + String.join("\", \"", names) + "\".");
                }
                return content(names, sheets.get(at), mostRows);
            }
            Content first = null;
            for (Sheet one : sheets) {
                Content content = content(names, one, mostRows);
                if (content.rows().size() > 1) {
                    return content;
                }
                first = first == null ? content : first;
            }
            if (first == null) {
                throw CsvException.plain("The workbook has no sheet.");
            }
            return first;
        } catch (IOException e) {
            throw unreadable(e);
        } catch (CsvException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library throws whatever it meets first in a damaged file.
            throw unreadable(e);
        }
    }

    private static CsvException unreadable(Exception e) {
        return CsvException.plain(
                "The workbook cannot be read: " + ExceptionText.of(e)
                        + ". Save it anew as .xlsx, or as CSV (UTF-8). Workbooks with a password and the old .xls are not read.");
    }

    /** Unpacks all parts without keeping them, and stops where there are too many or too much. */
    private static void requireBounded(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            byte[] part = new byte[16_384];
            long all = 0;
            int parts = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw CsvException.plain("The workbook has more than " + MOST_PARTS + " parts.")
                            .tooLarge();
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int length = in.read(part); length >= 0; length = in.read(part)) {
                        all += length;
                        if (all > MOST_BYTES) {
                            throw CsvException.plain("The workbook has more than " + MOST_BYTES / 1_000_000
                                            + " megabytes when it is unpacked. Save the sheet as CSV.")
                                    .tooLarge();
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Content content(List<String> names, Sheet sheet, long mostRows) throws IOException {
        Set<String> dates = new TreeSet<>();
        return new Content(names, sheet.getName(), rows(sheet, mostRows, dates), dates);
    }

    private static List<List<String>> rows(Sheet sheet, long mostRows, Set<String> dates) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        long letters = 0;
        try (Stream<Row> read = sheet.openStream()) {
            for (Row row : (Iterable<Row>) read::iterator) {
                if (row.getRowNum() > mostRows + 30) {
                    throw CsvException.inCell(
                                    sheet.getName(),
                                    "A" + row.getRowNum(),
                                    "The sheet has more than " + mostRows
                                            + " rows. Split it, or use the command line: entente reconcile FILE.")
                            .tooLarge();
                }
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of());
                }
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    if (cell == null) {
                        continue;
                    }
                    String text = text(sheet, cell);
                    if (isDate(cell)) {
                        dates.add(cell.getAddress().toString());
                    }
                    letters += text.length();
                    if (letters > MOST_LETTERS || !text.isEmpty() && cell.getColumnIndex() >= MOST_COLUMNS) {
                        throw CsvException.inCell(
                                        sheet.getName(),
                                        cell.getAddress().toString(),
                                        "The sheet is too large: at most " + MOST_COLUMNS + " columns and "
                                                + MOST_LETTERS + " letters.")
                                .tooLarge();
                    }
                    if (!text.isEmpty()) {
                        while (cells.size() <= cell.getColumnIndex()) {
                            cells.add("");
                        }
                        cells.set(cell.getColumnIndex(), text);
                    }
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String text(Sheet sheet, Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            throw CsvException.inCell(
                    sheet.getName(),
                    cell.getAddress().toString(),
                    "This cell holds an error (" + cell.getRawValue() + "). Correct it or empty it.");
        }
        if (cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal) {
            return isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && cell.getType() == CellType.NUMBER
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "")
                        .matches(".*[yd].*");
    }

    private static String date(LocalDateTime date) {
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toString();
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
