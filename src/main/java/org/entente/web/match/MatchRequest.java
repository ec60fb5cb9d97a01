package org.entente.web.match;

import io.javalin.http.Context;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.entente.execution.Problem;
import org.entente.reconcile.CsvReconciler;
import org.entente.reconcile.CsvText;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.Workbooks;
import org.entente.text.ShortText;
import org.entente.web.http.UploadRequest;

/**
 * A list that was sent, and what is asked about it.
 *
 * @param source what it was read from; the same list comes back in the form and is read again
 * @param fields of the form
 */
record MatchRequest(Source source, Map<String, String> fields) {
    /** Largest number of rows; the command line has no limit. */
    static final int MOST_ROWS = 2_000;

    /** Larger pastes than this come as files. */
    private static final int MOST_FIELDS = 6_000;

    private static final List<String> TABS = List.of("auto", ",", ";", "tab", "|");

    /**
     * A list.
     *
     * @param text of a table; empty if rows were read from a sheet
     * @param sheets names of the sheets of a workbook; none for other files
     * @param sheet the one that was read; "" for other files
     * @param rows of that sheet
     * @param encoding in which the text was read; "" for pasted texts and workbooks
     */
    record Source(Optional<String> text, List<String> sheets, String sheet, List<List<String>> rows, String encoding) {
        static Source pasted(String text) {
            return new Source(Optional.of(text), List.of(), "", List.of(), "");
        }
    }

    /**
     * Reads the form.
     *
     * @param limit bytes of a file
     * @throws org.entente.reconcile.CsvException if the file cannot be read
     */
    static MatchRequest of(Context ctx, long limit) {
        UploadRequest form = UploadRequest.of(ctx, limit, "/match");
        Map<String, String> fields = new LinkedHashMap<>();
        form.fields().forEach((name, values) -> fields.put(name, values.getFirst()));
        if (fields.size() > MOST_FIELDS) {
            throw Problem.badRequest("The form has more than " + MOST_FIELDS + " fields.");
        }
        Source source = form.file()
                .map(bytes -> read(bytes, fields))
                .orElseGet(() -> Source.pasted(
                        fields.getOrDefault("table", "").isBlank()
                                ? fields.getOrDefault("list", "")
                                : fields.getOrDefault("table", "")));
        return new MatchRequest(source, fields);
    }

    private static Source read(byte[] bytes, Map<String, String> fields) {
        if (Workbooks.isWorkbook(bytes)) {
            Optional<String> sheet =
                    Optional.of(fields.getOrDefault("sheet", "").strip()).filter(name -> !name.isEmpty());
            Workbooks.Content content = Workbooks.read(bytes, sheet, MOST_ROWS);
            return new Source(Optional.empty(), content.sheets(), content.sheet(), content.rows(), "");
        }
        String named = fields.getOrDefault("charset", "");
        Charset charset = named.isBlank() ? CsvText.guess(bytes) : charset(named);
        return new Source(
                Optional.of(CsvText.decode(bytes, Optional.of(charset))), List.of(), "", List.of(), charset.name());
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.badRequest("The encoding \"" + ShortText.of(name, 60) + "\" is unknown.");
        }
    }

    /** The table, its columns taken for what the form says, else for what their headings say. */
    CsvReconciler table(List<EntityType> types, String language) {
        boolean plain = fields.getOrDefault("table", "").isBlank()
                && source.text().filter(CsvReconciler::isPlainList).isPresent();
        CsvReconciler.Options options = new CsvReconciler.Options(
                List.of(),
                types,
                Map.of(),
                CsvReconciler.Options.DEFAULT_LIMIT,
                plain ? Optional.of('\t') : delimiter(),
                plain && heading().isEmpty() ? OptionalInt.of(0) : heading(),
                true,
                language);
        CsvReconciler table = source.text()
                .map(text -> CsvReconciler.read(text, options, MOST_ROWS))
                .orElseGet(() -> CsvReconciler.read(source.rows(), options));
        if (fields.keySet().stream().noneMatch(field -> field.matches("col[0-9]{1,4}"))) {
            return table;
        }
        List<String> roles = new ArrayList<>();
        for (int column = 0; column < table.headings().size(); column++) {
            roles.add(fields.getOrDefault("col" + column, ""));
        }
        return table.withRoles(roles);
    }

    private Optional<Character> delimiter() {
        String named = fields.getOrDefault("delimiter", "auto");
        if (fields.getOrDefault("table", "").isBlank()) {
            return !TABS.contains(named) || named.equals("auto")
                    ? Optional.empty()
                    : Optional.of(CsvReconciler.Options.delimiter(named));
        }
        // What comes back in the form was written by this page.
        return Optional.of(',');
    }

    private OptionalInt heading() {
        String row = fields.getOrDefault("heading", "");
        return row.matches("[0-9]{1,3}") ? OptionalInt.of(Integer.parseInt(row)) : OptionalInt.empty();
    }

    /**
     * What the reader chose for rows: number of the row, from 0, to identifier; "" for nobody. The field "auto3" says what row 3 had when
     * the page was made: what is still so was not chosen.
     */
    Map<Integer, String> decided() {
        Map<Integer, String> decided = new TreeMap<>();
        fields.forEach((field, entity) -> {
            if (field.matches("row[0-9]{1,5}")) {
                String number = field.substring("row".length());
                if (!entity.equals(fields.getOrDefault("auto" + number, ""))) {
                    decided.put(Integer.parseInt(number), entity);
                }
            }
        });
        return decided;
    }

    /** What is asked for: match, names (the same, with those of the same name chosen), csv or xlsx. */
    String wanted() {
        return fields.getOrDefault("do", "match");
    }

    String type() {
        return fields.getOrDefault("type", "");
    }

    boolean isEmpty() {
        return source.text().filter(String::isBlank).isPresent();
    }
}
