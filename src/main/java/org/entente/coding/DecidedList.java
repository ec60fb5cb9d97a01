package org.entente.coding;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.entente.sheet.SheetTable;

/** The list of differences as a table in which somebody writes a or b behind each, with name and reason. */
public final class DecidedList {
    private static final List<String> HEADINGS =
            List.of("document", "a", "b", "about", "column", "value_a", "value_b", "choice", "by", "reason");

    private DecidedList() {}

    /** The table with nothing decided yet, as CSV. */
    public static String csv(List<Difference> differences) {
        StringWriter out = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(HEADINGS);
            for (Difference one : differences) {
                csv.printRecord(
                        one.document(),
                        one.a(),
                        one.b(),
                        one.about(),
                        one.column(),
                        one.valueA(),
                        one.valueB(),
                        "",
                        "",
                        "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /**
     * The differences that are decided for the second coder, and how many for either.
     *
     * @param decided all with a choice
     * @param forB those of them in which the second coder is right
     */
    public record Choices(int decided, Set<Difference> forB) {}

    /**
     * Reads a table in which something is decided.
     *
     * @param differences as they are now
     * @throws CodingException that names all rows that cannot be taken over
     */
    public static Choices read(SheetTable table, List<Difference> differences) {
        List<String> headings =
                table.rows().isEmpty() ? List.of() : table.rows().getFirst();
        for (String needed : List.of("document", "a", "b", "column", "value_a", "value_b", "choice")) {
            if (!headings.contains(needed)) {
                throw new CodingException(
                        "The list has no column " + needed + "; its first row must be: " + String.join(", ", HEADINGS));
            }
        }
        Map<String, Difference> byPlace = new HashMap<>();
        differences.forEach(difference -> byPlace.put(difference.place(), difference));
        Set<Difference> forB = new HashSet<>();
        Set<Difference> decided = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (int i = 1; i < table.rows().size(); i++) {
            Row row = new Row(headings, table.rows().get(i));
            String choice = row.cell("choice").toLowerCase(Locale.ROOT);
            if (choice.isEmpty()) {
                continue;
            }
            String line = "Row " + (i + 1) + ": ";
            Difference meant = byPlace.get(
                    String.join("\t", row.cell("document"), row.cell("a"), row.cell("b"), row.cell("column")));
            if (!choice.equals("a") && !choice.equals("b")) {
                problems.add(line + "the choice is '" + choice
                        + "'; write a or b, and what neither has into the file afterwards");
            } else if (meant == null) {
                problems.add(line + "there is no such difference; the files have changed since the list was made");
            } else if (!meant.valueA().equals(row.cell("value_a"))
                    || !meant.valueB().equals(row.cell("value_b"))) {
                problems.add(line + "the coders say something else by now; make the list anew");
            } else if (!decided.add(meant)) {
                problems.add(line + "this difference is decided twice");
            } else if (choice.equals("b")) {
                forB.add(meant);
            }
        }
        if (!problems.isEmpty()) {
            throw new CodingException(String.join("\n", problems));
        }
        return new Choices(decided.size(), forB);
    }

    private record Row(List<String> headings, List<String> cells) {
        String cell(String heading) {
            int at = headings.indexOf(heading);
            return at < cells.size() ? cells.get(at).strip() : "";
        }
    }
}
