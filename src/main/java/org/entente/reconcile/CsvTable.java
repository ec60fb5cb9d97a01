package org.entente.reconcile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.entente.text.ExceptionText;

/**
 * A table as it was read, with what is needed to write it in the same way.
 *
 * @param headings the first row
 * @param rows the others, each as long as the first
 * @param delimiter between cells
 * @param lineEnd {@code \r\n} or {@code \n}
 * @param marked whether it began with a byte order mark
 */
public record CsvTable(List<String> headings, List<List<String>> rows, char delimiter, String lineEnd, boolean marked) {
    /** More columns are no table that a person made, and guessing among them would take long. */
    private static final int MOST_COLUMNS = 1_000;

    private static final char MARK = '\uFEFF';
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Pattern PLACE =
            Pattern.compile("line:? (\\d+), (?:position|char):? (\\d+)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a table.
     *
     * @param delimiter between cells; empty for the one of {@code , ; tab |} that the first line has most of
     * @param mostRows more are refused
     * @throws CsvException with line and column
     */
    public static CsvTable read(String text, Optional<Character> delimiter, long mostRows) {
        boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
        String body = marked ? text.substring(1) : text;
        if (body.isBlank()) {
            throw empty();
        }
        char cut = delimiter.orElseGet(() -> guessed(body));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(cut)
                .setIgnoreEmptyLines(false)
                .get();
        List<List<String>> rows = new ArrayList<>();
        List<String> headings = null;
        try (CSVParser parser = CSVParser.parse(new StringReader(body), format)) {
            for (CSVRecord written : parser) {
                List<String> cells = new ArrayList<>(written.toList());
                if (headings == null) {
                    if (cells.size() > MOST_COLUMNS) {
                        throw new CsvException(
                                "The table has " + cells.size() + " columns; the maximum is " + MOST_COLUMNS
                                        + ". Is this the right delimiter?",
                                1,
                                1);
                    }
                    // An empty line is a row like any other, so that rows stay where they are; but no headings.
                    headings = cells.size() == 1 && cells.getFirst().isBlank() ? null : List.copyOf(cells);
                    continue;
                }
                if (cells.size() > headings.size()) {
                    throw CsvText.at(
                            body,
                            (int) written.getCharacterPosition(),
                            "This row has " + cells.size() + " cells, but there are " + headings.size()
                                    + " headings. Put cells that hold \"" + cut + "\" in quotation marks.");
                }
                while (cells.size() < headings.size()) {
                    cells.add("");
                }
                rows.add(cells);
                if (rows.size() > mostRows) {
                    CsvException place = CsvText.at(
                            body,
                            (int) written.getCharacterPosition(),
                            "The table has more than " + mostRows + " rows. Split it, or use the command line: entente"
                                    + " reconcile FILE.");
                    throw place.tooLarge();
                }
            }
        } catch (IOException e) {
            throw broken(body, e);
        } catch (UncheckedIOException e) {
            throw broken(body, Objects.requireNonNull(e.getCause(), "made with one"));
        }
        if (headings == null) {
            throw empty();
        }
        return new CsvTable(headings, rows, cut, body.contains("\r\n") ? "\r\n" : "\n", marked);
    }

    private static CsvException empty() {
        return new CsvException("The table is empty. It needs a row of headings and one row for each name.", 1, 1);
    }

    /** Where quotation marks do not pair, the parser names the end of the file; the beginning is what helps. */
    private static CsvException broken(String body, IOException e) {
        String message = ExceptionText.of(e);
        if (message.contains("EOF reached before encapsulated token finished")) {
            return CsvText.at(
                    body,
                    openQuote(body),
                    "The quotation mark that opens here is never closed. Close it; inside a cell, write it twice (\"\").");
        }
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            return new CsvException(
                    "There is text after a closing quotation mark. Inside a quoted cell, write a quotation mark twice (\"\").",
                    Integer.parseInt(place.group(1)),
                    1);
        }
        return new CsvException("The table cannot be read: " + message, 1, 1);
    }

    private static int openQuote(String body) {
        int open = -1;
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) == '"') {
                open = open < 0 ? i : -1;
            }
        }
        return Math.max(open, 0);
    }

    private static char guessed(String body) {
        int end = body.indexOf('\n');
        String first = end < 0 ? body : body.substring(0, end);
        char best = ',';
        long most = 0;
        for (char one : DELIMITERS) {
            long count = first.chars().filter(c -> c == one).count();
            if (count > most) {
                most = count;
                best = one;
            }
        }
        return best;
    }

    /** The format in which the table is written again. */
    CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setRecordSeparator(lineEnd)
                .get();
    }

    String mark() {
        return marked ? String.valueOf(MARK) : "";
    }
}
