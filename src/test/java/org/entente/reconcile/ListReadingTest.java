package org.entente.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as people have them: what stands above the headings, where names are, and what the bytes mean. */
class ListReadingTest {
    private static final CsvReconciler.Options ANY = new CsvReconciler.Options(
            List.of(), List.of(), Map.of(), 3, Optional.empty(), OptionalInt.empty(), false, "en");

    @Test
    void headings_stand_below_lines_with_one_cell_and_a_line_that_names_the_delimiter() {
        CsvReconciler licence = CsvReconciler.read(
                "(c) Amt 2025;;\nLizenz;;\n;;\nNachname;Vornamen;Ort\nWeigert;Roland;Neuburg\n", ANY, 9);
        assertThat(licence.headings()).containsExactly("Nachname", "Vornamen", "Ort");
        assertThat(licence.roles()).containsExactly("name", "name", "place");
        assertThat(licence.columns()).startsWith("name = \"Vornamen\" + \"Nachname\"");
        assertThat(licence.heading()).isEqualTo(4);
        CsvReconciler separator = CsvReconciler.read("sep=;\r\nName;Land\r\nAlbert Rau;Kasachstan\r\n", ANY, 9);
        assertThat(separator.roles()).containsExactly("name", "country");
        assertThat(separator.rows()).containsExactly(List.of("Albert Rau", "Kasachstan"));
        CsvReconciler told = CsvReconciler.read(
                "a,b\nc,d\nName,Land\nRau,KZ\n",
                new CsvReconciler.Options(
                        List.of(), List.of(), Map.of(), 3, Optional.empty(), OptionalInt.of(3), false, "en"),
                9);
        assertThat(told.rows()).containsExactly(List.of("Rau", "KZ"));
        assertThatThrownBy(() -> CsvReconciler.read(
                        "a,b\n",
                        new CsvReconciler.Options(
                                List.of(), List.of(), Map.of(), 3, Optional.empty(), OptionalInt.of(5), false, "en"),
                        9))
                .hasMessageContaining("no row 5 for the headings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Source: X, 2025\nName,Country\nAlbert Rau,Kazakhstan\n",
                "\"A table, with a comma; and a semicolon\"\nName;Land\nAlbert Rau;Kazakhstan\n",
                "List, as of 2025\nName;Land\nAlbert Rau;Kazakhstan\n",
                "List\tX\n\t\nName\tLand\tAmt\nAlbert Rau\tKazakhstan\n",
                "Stand;1.1.2025;;\nName;Land;Amt;Jahr\nAlbert Rau;Kazakhstan\n",
                "# comment\n# another; one\nName,Country\nAlbert Rau,Kazakhstan\n"
            })
    void headings_that_are_known_are_found_below_lines_that_look_like_a_row(String text) {
        CsvReconciler table = CsvReconciler.read(text, ANY, 9);
        assertThat(table.roles()).startsWith("name", "country");
        assertThat(table.rows()).singleElement().satisfies(row -> assertThat(row)
                .startsWith("Albert Rau", "Kazakhstan"));
    }

    @ParameterizedTest
    @CsvSource({
        "Birthday, birthDate",
        "Geb., birthDate",
        "Wikidata URL, wikidata",
        "GND-Nummer, gnd",
        "Amt/Funktion, office"
    })
    void more_headings_of_real_lists(String heading, String role) {
        assertThat(CsvReconciler.read("Name;" + heading + "\nRau;x\n", ANY, 9).roles())
                .containsExactly("name", role);
    }

    @Test
    void a_column_of_addresses_of_items_is_recognised() {
        assertThat(CsvReconciler.read("Name;Item\nRau;http://www.wikidata.org/entity/Q4390898\n", ANY, 9)
                        .roles())
                .containsExactly("name", "wikidata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unbekannt",
                "N/A",
                "n. a.",
                "-",
                "\u2014",
                "?",
                "k. A.",
                "keine Angabe",
                "nicht bekannt",
                "unknown",
                "NaN",
                "#N/A",
                "#NV",
                "o. D.",
                "s.d.",
                "n.d.",
                "\u043D/\u0434",
                "..",
                "/",
                "TBD",
                "0000-00-00",
                "(unbekannt)",
                "null"
            })
    void a_word_for_not_known_is_no_clue_in_any_query(String word) {
        for (EntityProperty property :
                new EntityProperty[] {EntityProperty.DATE, EntityProperty.BIRTH_DATE, EntityProperty.OFFICE}) {
            assertThat(ReconciliationQuery.of(
                                    "Rau",
                                    List.of(),
                                    3,
                                    List.of(PropertyConstraint.of(
                                            property, List.of(PropertyConstraint.Value.of(word)))))
                            .constraints())
                    .isEmpty();
        }
    }

    @Test
    void what_is_known_stays_beside_what_is_not() {
        assertThat(PropertyConstraint.of(
                                EntityProperty.DATE,
                                List.of(PropertyConstraint.Value.of("n/a"), PropertyConstraint.Value.of("2015")))
                        .values())
                .containsExactly(PropertyConstraint.Value.of("2015"));
        assertThat(PropertyConstraint.of(EntityProperty.COUNTRY, List.of(PropertyConstraint.Value.of("NA")))
                        .values())
                .hasSize(1);
    }

    @Test
    void what_was_read_can_be_sent_and_read_once_more() {
        String text = "Licence;;\nName;\"Land; \"\"Staat\"\"\";x\nRau;KZ;\n";
        CsvReconciler first = CsvReconciler.read(text, ANY, 9);
        CsvReconciler again = CsvReconciler.read(first.whole(), ANY, 9);
        assertThat(again.headings()).isEqualTo(first.headings());
        assertThat(again.rows()).isEqualTo(first.rows());
        assertThat(again.heading()).isEqualTo(first.heading());
    }

    @Test
    void a_list_of_names_is_one_column_whatever_commas_it_has() {
        CsvReconciler headed = CsvReconciler.read("Name\nRau, Albert\nWeigert, Roland\n", ANY, 9);
        assertThat(headed.rows()).containsExactly(List.of("Rau, Albert"), List.of("Weigert, Roland"));
        assertThat(CsvReconciler.isPlainList("Rau, Albert\nAngela Merkel\n")).isTrue();
        assertThat(CsvReconciler.isPlainList("Name\nAngela Merkel\n")).isFalse();
        assertThat(CsvReconciler.isPlainList("Rau;KZ\nMerkel;DE\n")).isFalse();
        assertThat(CsvReconciler.isPlainList("Rau,KZ\n")).isFalse();
        assertThat(CsvReconciler.isPlainList("\n")).isFalse();
    }

    @Test
    void headings_of_real_lists_and_columns_of_items_are_recognised() {
        CsvReconciler table = CsvReconciler.read("Name,Vorname,DOB,personID\nRau,Albert,1960-09-01,Q4390898\n", ANY, 9);
        assertThat(table.roles()).containsExactly("name", "name", "birthDate", "wikidata");
        assertThat(CsvReconciler.read("Name,Geburtsjahr\nRau,1960\n", ANY, 9).roles())
                .containsExactly("name", "birthDate");
        assertThatThrownBy(() -> table.withRoles(List.of("", "", "country", "country")))
                .hasMessageContaining("Two columns are \"country\"");
        assertThatThrownBy(() -> table.withRoles(List.of("", "country", "", "")))
                .hasMessageContaining("No column is the name");
    }

    @ParameterizedTest
    @CsvSource({
        "2015/06/09, 2015-06-09",
        "2015.06.09, 2015-06-09",
        "2015-6-9, 2015-06-09",
        "2015-06-00, 2015-06",
        "2015-00-00, 2015",
        "09/06/2015, 09/06/2015"
    })
    void dates_that_can_be_read_in_one_way_are_read(String written, String edtf) {
        assertThat(DateParser.edtf(written)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void the_encoding_of_a_file_is_recognised(String charset) {
        byte[] bytes = "Name;Ort\nGünther;Köln\n".getBytes(Charset.forName(charset));
        assertThat(CsvText.guess(bytes)).isEqualTo(Charset.forName(charset));
        assertThat(CsvText.guess("Тоқаев;Астана\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(StandardCharsets.UTF_16LE);
    }
}
