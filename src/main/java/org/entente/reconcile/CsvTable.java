package org.entente.reconcile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.entente.text.ExceptionText;

/**
 * A table as it was read, with what is needed to write it in the same way. What stands above the headings, such as a licence or the
 * {@code sep=;} of a spreadsheet, is left out.
 *
 * @param headings the row of headings; empty texts if the table has none
 * @param rows the others, each as long as the headings
 * @param delimiter between cells
 * @param lineEnd {@code \r\n} or {@code \n}
 * @param marked whether it began with a byte order mark
 * @param above all rows from the first to the headings, these included
 */
public record CsvTable(
        List<String> headings,
        List<List<String>> rows,
        char delimiter,
        String lineEnd,
        boolean marked,
        List<List<String>> above) {
    /** More columns are no table that a person made, and guessing among them would take long. */
    private static final int MOST_COLUMNS = 1_000;

    private static final char MARK = '\uFEFF';
    private static final char ONE_COLUMN = '\0';
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    /** So many lines are looked at to find out how a table is written. */
    private static final int LOOKED_AT = 30;

    private static final Pattern PLACE =
            Pattern.compile("line:? (\\d+), (?:position|char):? (\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=([^\"\\r\\n])\"?\\r?\\n?");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** A row, and where it begins in the text. */
    private record Line(List<String> cells, int offset) {
        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }

    /** The headings are in the first row that can be one. */
    public static CsvTable read(String text, Optional<Character> delimiter, long mostRows) {
        return read(text, delimiter, OptionalInt.empty(), mostRows);
    }

    /**
     * Reads a table.
     *
     * @param delimiter between cells; empty for the one that the table seems to have: , ; tab or |
     * @param heading number of the row with the headings, from 1; 0 if there is none; empty to find it
     * @param mostRows more are refused
     * @throws CsvException with line and column
     */
    static CsvTable read(String text, Optional<Character> delimiter, OptionalInt heading, long mostRows) {
        boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
        String body = marked ? text.substring(1) : text;
        if (body.isBlank()) {
            throw empty();
        }
        Matcher separator = SEPARATOR.matcher(body);
        boolean says = separator.lookingAt();
        int begin = says ? separator.end() : 0;
        char known = delimiter.orElseGet(() -> says ? separator.group(1).charAt(0) : guessed(body));
        // One column: its commas are letters, and what is added to it is parted by commas.
        List<Line> lines = lines(body, begin, known == ONE_COLUMN ? '\t' : known, mostRows);
        char cut = known == ONE_COLUMN ? ',' : known;
        int at = heading.isPresent() ? heading.getAsInt() - 1 : headings(lines);
        if (at >= lines.size() || at < 0 && heading.isEmpty()) {
            if (heading.isEmpty()) {
                throw empty();
            }
            throw new CsvException(
                    "There is no row " + heading.getAsInt() + " for the headings; the table has " + lines.size() + ".",
                    1,
                    1);
        }
        List<String> headings = at < 0 ? blank(widest(lines)) : lines.get(at).cells();
        if (headings.size() > MOST_COLUMNS) {
            throw new CsvException(
                    "The table has " + headings.size() + " columns; the maximum is " + MOST_COLUMNS
                            + ". Is this the right delimiter?",
                    1,
                    1);
        }
        if (lines.size() - at - 1 > mostRows) {
            throw tooLong(body, lines.get(at + 1 + (int) mostRows).offset(), mostRows);
        }
        for (Line line : lines.subList(at + 1, lines.size())) {
            if (line.cells().size() > headings.size()) {
                throw CsvText.at(
                        body,
                        line.offset(),
                        "This row has " + line.cells().size() + " cells, but there are " + headings.size()
                                + " headings. Put cells that hold \"" + cut + "\" in quotation marks.");
            }
        }
        return of(lines, at, headings, cut, body.contains("\r\n") ? "\r\n" : "\n", marked);
    }

    /**
     * A table from the rows of a sheet.
     *
     * @param heading see {@link #read}
     * @throws CsvException if there is none
     */
    static CsvTable of(List<List<String>> sheet, OptionalInt heading) {
        List<Line> lines = sheet.stream().map(cells -> new Line(cells, 0)).toList();
        int at = heading.isPresent() ? heading.getAsInt() - 1 : headings(lines);
        if (lines.isEmpty() || at >= lines.size() || at < 0 && heading.isEmpty()) {
            throw empty();
        }
        int width = widest(lines);
        List<String> headings =
                new ArrayList<>(at < 0 ? blank(width) : lines.get(at).cells());
        headings.addAll(blank(width - headings.size()));
        return of(lines, at, List.copyOf(headings), ',', "\n", false);
    }

    private static CsvTable of(
            List<Line> lines, int at, List<String> headings, char cut, String lineEnd, boolean marked) {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines.subList(at + 1, lines.size())) {
            List<String> cells = new ArrayList<>(line.cells());
            cells.addAll(blank(headings.size() - cells.size()));
            rows.add(cells);
        }
        List<List<String>> above =
                lines.subList(0, at + 1).stream().map(Line::cells).toList();
        return new CsvTable(headings, rows, cut, lineEnd, marked, above);
    }

    private static List<Line> lines(String body, int begin, char cut, long mostRows) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(cut)
                .setIgnoreEmptyLines(false)
                .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(body.substring(begin)), format)) {
            for (CSVRecord written : parser) {
                int offset = begin + (int) written.getCharacterPosition();
                lines.add(new Line(List.copyOf(written.toList()), offset));
                if (lines.size() > mostRows + LOOKED_AT) {
                    throw tooLong(body, offset, mostRows);
                }
            }
        } catch (IOException e) {
            throw broken(body, e);
        } catch (UncheckedIOException e) {
            throw broken(body, Objects.requireNonNull(e.getCause(), "made with one"));
        }
        return lines;
    }

    /**
     * Where the headings are: in the first row that is not empty, or, if that and what follows has one cell filled only, below such lines
     * in the first row with more. A row of which no heading is known gives way to one below with two. -1 if there is none.
     */
    private static int headings(List<Line> lines) {
        int first = -1;
        for (int i = 0; i < lines.size() && i < LOOKED_AT; i++) {
            long filled = lines.get(i).filled();
            if (filled > 1) {
                return known(lines.get(i).cells()) > 0 ? i : firstKnown(lines, i);
            }
            if (filled == 1 && first < 0) {
                first = i;
            }
        }
        return first;
    }

    /** The first row after another with two headings that are known; else the other. */
    private static int firstKnown(List<Line> lines, int other) {
        return IntStream.range(other, Math.min(lines.size(), LOOKED_AT))
                .filter(i -> known(lines.get(i).cells()) > 1)
                .findFirst()
                .orElse(other);
    }

    private static long known(List<String> cells) {
        return cells.stream().filter(CsvColumns::isHeading).count();
    }

    private static int widest(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    }

    private static List<String> blank(int many) {
        return Collections.nCopies(Math.max(0, many), "");
    }

    private static CsvException tooLong(String body, int offset, long mostRows) {
        return CsvText.at(
                        body,
                        offset,
                        "The table has more than " + mostRows + " rows. Split it, or use the command line: entente"
                                + " reconcile FILE.")
                .tooLarge();
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

    /**
     * The character between two headings that are known; else the one that the first line has most of. Where that has none and is no heading of a list of names, the one that most of the
     * next lines have: what stands above the headings has none. A list of names with commas in them is one column.
     */
    private static char guessed(String body) {
        List<String> lines =
                body.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
        for (String line : lines) {
            for (char one : DELIMITERS) {
                if (known(List.of(line.split(Pattern.quote(String.valueOf(one))))) > 1) {
                    return one;
                }
            }
        }
        String first = QUOTED.matcher(lines.getFirst()).replaceAll("");
        char best = ',';
        long most = 0;
        for (char one : DELIMITERS) {
            long count = count(first, one);
            if (count > most) {
                most = count;
                best = one;
            }
        }
        if (most > 0) {
            return best;
        }
        if (CsvColumns.isName(first)) {
            return ONE_COLUMN;
        }
        for (char one : DELIMITERS) {
            long having = lines.stream().filter(line -> count(line, one) > 0).count();
            if (having > most) {
                most = having;
                best = one;
            }
        }
        return best;
    }

    private static long count(String line, char one) {
        return line.chars().filter(c -> c == one).count();
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

    /** Everything that was read as CSV with commas, what stands above the headings included: to be sent and read once more. */
    String whole() {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        return Stream.concat(above.stream(), rows.stream())
                .map(row -> format.format(row.toArray()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
