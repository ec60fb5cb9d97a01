package org.entente.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Whatever is sent as a table is read or refused with a place, and what was read is written again cell by cell. */
class CsvPropertyTest {
    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.strings()
                .withChars('"', ',', ';', '\t', '\r', '\n', 'a', 'ö', '=', ' ', '\uFEFF')
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars('"', ',', ';', '\r', '\n', 'x', 'Ж', '=', ' ')
                .ofMaxLength(8)
                .map(c -> "c" + c);
        return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 500)
    void any_text_is_read_or_refused_with_a_place_inside_it(@ForAll("tables") String text) {
        try {
            CsvTable table = CsvTable.read(text, Optional.empty(), 1_000);
            assertThat(table.rows())
                    .allMatch(row -> row.size() == table.headings().size());
        } catch (CsvException e) {
            assertThat(e.line())
                    .isBetween(
                            1,
                            (int) text.chars()
                                            .filter(c -> c == '\n' || c == '\r')
                                            .count()
                                    + 1);
            assertThat(e.column()).isBetween(1, text.length() + 1);
        }
    }

    @Property(tries = 200)
    void what_is_written_as_a_table_is_read_as_it_was(@ForAll("rows") List<List<String>> rows) throws IOException {
        StringWriter written = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                written, CSVFormat.RFC4180.builder().setDelimiter(',').get())) {
            printer.printRecord("one", "two", "three");
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        }
        assertThat(CsvTable.read(written.toString(), Optional.of(','), 1_000).rows())
                .isEqualTo(rows);
    }

    @Property(tries = 200)
    void any_bytes_are_text_or_refused(@ForAll byte[] bytes) {
        try {
            assertThat(CsvText.decode(bytes, Optional.of(StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(bytes);
        } catch (CsvException e) {
            assertThat(e.line()).isPositive();
        }
    }
}
