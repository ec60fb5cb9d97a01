package org.entente.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.store.CollectionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source as a sheet, and back. */
class SheetTest {
    private static final CollectionFiles FILES = ShippedCollection.FILES;

    private static final class Read {
        static final SheetNames NAMES = SheetNames.of(FILES);
    }

    @TempDir
    Path folder;

    private static Path source(String id) {
        return FILES.data().resolve("sources").resolve(id + ".ttl");
    }

    private static String export(String id) {
        return SheetExport.of(FILES, source(id), Read.NAMES).csv();
    }

    private static SheetImport.Result read(String csv) {
        return SheetImport.compare(FILES, Read.NAMES, SheetTable.read(csv));
    }

    @Slow
    @Test
    void every_shipped_source_comes_back_from_its_sheet_without_a_change() throws IOException {
        try (Stream<Path> sources = Files.list(FILES.data().resolve("sources"))) {
            assertThat(sources.sorted().toList()).hasSizeGreaterThan(100).allSatisfy(file -> {
                SheetExport sheet = SheetExport.of(FILES, file, Read.NAMES);
                SheetImport.Result result = read(sheet.csv());
                assertThat(result.changes()).as("%s", file).isEmpty();
                assertThat(result.kept()).as("%s", file).isEmpty();
                ByteArrayOutputStream workbook = new ByteArrayOutputStream();
                sheet.workbook(workbook);
                SheetImport.Result again =
                        SheetImport.compare(FILES, Read.NAMES, SheetTable.read(workbook.toByteArray()));
                assertThat(again.changes()).as("%s as a workbook", file).isEmpty();
                String text = Files.readString(file);
                assertThat(TurtleEdit.apply(FILES, result, text, result.changes()))
                        .isEqualTo(text);
            });
        }
    }

    @Test
    void one_cell_is_one_change_in_words_and_one_line_of_the_file() throws IOException {
        String sheet = export("d035").replaceFirst("Beibut Atamkulov,,", "Beibut Atamkulow,,");
        SheetImport.Result result = read(sheet);
        assertThat(result.changes()).singleElement().satisfies(change -> assertThat(change.toString())
                .matches("O2: d035-p1, printed_name: “Beibut Atamkulov” becomes “Beibut Atamkulow”\\."));
        String before = Files.readString(source("d035"));
        String after = TurtleEdit.apply(FILES, result, before, result.changes());
        assertThat(after)
                .isEqualTo(before.replaceFirst(
                        "ent:nameAsPrinted \"Beibut Atamkulov\"@de", "ent:nameAsPrinted \"Beibut Atamkulow\"@de"));
    }

    @Test
    void semicolons_and_rows_that_are_missing_change_nothing() {
        String sheet = export("d035");
        List<String> lines = sheet.lines().toList();
        assertThat(read(lines.get(0) + "\n" + lines.get(1) + "\n").changes()).isEmpty();
        assertThat(read("source;report;date\nd035;r1;2019-08-19\n").changes()).isEmpty();
        assertThat(read("source\treport\tdate\nd035\tr1\t\n").changes()).isEmpty();
    }

    @Test
    void a_hyphen_takes_away_and_notes_keep_their_other_languages() throws IOException {
        SheetImport.Result result = read("source,report,printed_date,note_de,note_en\nd035,r1,-,Neu.,New.\n");
        assertThat(result.changes())
                .extracting(Change::words)
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("d035-r1, printed_date: “Am 19. August” becomes nothing."),
                        two -> assertThat(two).contains("note_de", "“Neu.”"),
                        three -> assertThat(three).contains("note_en", "“New.”"));
        String after = TurtleEdit.apply(FILES, result, Files.readString(source("d035")), result.changes());
        String block = after.substring(after.indexOf("doc:d035-r1 "), after.indexOf("doc:d035-p1 "));
        assertThat(block)
                .contains("ent:note \"Neu.\"@de , \"New.\"@en .", "ent:passageHash \"7f6243d1ac776220\"")
                .doesNotContain("timeAsPrinted");
        String some = TurtleEdit.apply(
                FILES,
                result,
                Files.readString(source("d035")),
                result.changes().subList(2, 3));
        assertThat(some).contains("Das Jahr folgt aus dem Datum der Veröffentlichung.\"@de , \"New.\"@en");
    }

    @Test
    void new_rows_are_new_reports_and_participations() throws IOException {
        Path data = Files.createDirectories(folder.resolve("sources")).getParent();
        Files.copy(source("d035"), data.resolve("sources/d035.ttl"));
        SheetImport.Result result = read("""
                source,report,participation,event,status,modality,locator,note_en,date,who,role,attendance
                d035,new,new,event:maas-atamkulov-2019,held,asFact,P3,A talk.,2019-08-20,Heiko Maas,host,attended
                ,,new,,,,,,,Beibut Atamkulov,guest,
                """);
        assertThat(result.changes()).hasSize(3);
        assertThat(result.changes().get(2).words())
                .contains("Bejbut Atamkulow", "attendance “attended”", "role “guest”");
        String after = TurtleEdit.apply(FILES, result, Files.readString(source("d035")), result.changes());
        assertThat(after).startsWith(Files.readString(source("d035")).stripTrailing());
        Files.writeString(data.resolve("sources/d035.ttl"), after);
        Account account = Account.read(FILES.withData(data), data.resolve("sources/d035.ttl"));
        assertThat(account.participations(account.reports().getLast())).hasSize(2);
    }

    @Test
    void a_new_report_says_what_it_lacks_before_anything_is_written() {
        assertThatThrownBy(
                        () -> read("source,report,participation,event,who\nd035,new,new,event:maas-atamkulov-2019,-\n"))
                .hasMessageContaining("B2: a new report also needs status, modality, locator, note")
                .hasMessageContaining("C2: a new participation also needs role, attendance, who, office or group");
    }

    @Test
    void what_is_wrong_in_its_own_cell_is_not_missed_as_well() {
        assertThatThrownBy(() -> read("""
                        source,report,participation,event,status,modality,locator,note_en,date,who,office,role,attendance
                        d035,new,new,A meeting of nobody in Heiko,held,asFact,P3,A talk.,2019-08-20,Heiko Mas,,host,attended
                        """))
                .hasMessageContaining("D2 (event): 'A meeting of nobody in Heiko' is nothing in this collection")
                .hasMessageContaining("J2 (who): 'Heiko Mas' is nothing in this collection; did you mean Heiko Maas")
                .hasMessageNotContaining("also needs");
    }

    @Test
    void an_unknown_event_is_no_person() {
        assertThatThrownBy(
                        () -> read(
                                "source,report,participation,event,status,modality,locator,note_en\nd035,new,,Heiko Mas,held,asFact,P1,x\n"))
                .hasMessageContaining("entente new event 'Heiko Mas'")
                .hasMessageNotContaining("Heiko Maas");
    }

    @Test
    void a_new_row_with_another_person_takes_no_name_and_no_office_from_above() throws IOException {
        SheetImport.Result result = read("""
                source,report,participation,event,status,modality,locator,note_en,date,who,printed_name,office,printed_title,role,attendance
                d035,new,new,event:maas-atamkulov-2019,held,asFact,P3,A talk.,2019-08-20,Heiko Maas,Maas,post:de-foreign-minister,Außenminister,host,attended
                ,,new,,,,,,,Beibut Atamkulov,,,,guest,
                ,,new,,,,,,,,,,,,
                ,,new,,,,,,,?,,post:kz-foreign-minister,,,
                """);
        assertThat(result.changes().get(1).words()).contains("office", "printed_name “Maas”");
        assertThat(result.changes().get(2).words())
                .contains("attendance “attended”")
                .doesNotContain("office", "printed_name", "printed_title");
        assertThat(result.changes().get(4).words()).contains("office").doesNotContain("printed_name", "printed_title");
    }

    @Test
    void what_cannot_be_understood_is_named_with_its_cell_and_a_way_out() {
        assertThatThrownBy(() -> read("""
                        source,report,participation,date,who,role,sid
                        d035,r1,p1,19.08.2019,Atamkulov,gest,x
                        ,r99,,,,,
                        """))
                .isInstanceOf(SheetException.class)
                .hasMessageContaining("G1: there is no column 'sid'; did you mean side")
                .hasMessageContaining("D2 (date): '19.08.2019' is what a spreadsheet made of a date")
                .hasMessageContaining(
                        "E2 (who): 'Atamkulov' is nothing in this collection; did you mean Beibut Atamkulov")
                .hasMessageContaining("entente new person 'Atamkulov'")
                .hasMessageContaining("F2 (role): 'gest' is no value of a list; did you mean")
                .hasMessageContaining("B3: d035 has no report r99");
    }

    private CollectionFiles copyOf035(UnaryOperator<String> edit) throws IOException {
        Path data = Files.createDirectories(folder.resolve("sources")).getParent();
        Files.writeString(data.resolve("sources/d035.ttl"), edit.apply(Files.readString(source("d035"))));
        return FILES.withData(data);
    }

    private static SheetImport.Result compare(CollectionFiles files, String csv) {
        return SheetImport.compare(files, Read.NAMES, SheetTable.read(csv));
    }

    @Test
    void what_only_the_file_has_changed_since_the_sheet_was_made_stays() throws IOException {
        CollectionFiles files = copyOf035(text -> text.replaceFirst("ent:role ent:guest", "ent:role ent:member"));
        SheetImport.Result result = compare(files, export("d035"));
        assertThat(result.changes()).isEmpty();
        assertThat(result.kept()).singleElement().satisfies(told -> assertThat(told.words())
                .isEqualTo("d035-p1, role: “member” stays. The file has changed since the sheet was made (“guest”),"
                        + " the sheet has not."));
    }

    @Test
    void what_both_have_changed_is_said_with_all_three_sides() throws IOException {
        CollectionFiles files = copyOf035(text -> text.replaceFirst("ent:role ent:guest", "ent:role ent:member"));
        String sheet =
                export("d035").replaceFirst(",guest,", ",host,").replaceFirst("Beibut Atamkulov,,", "B. Atamkulov,,");
        SheetImport.Result result = compare(files, sheet);
        assertThat(result.changes())
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one.words())
                                .isEqualTo("d035-p1, printed_name: “Beibut Atamkulov” becomes “B. Atamkulov”."),
                        two -> {
                            assertThat(two.isConflict()).isTrue();
                            assertThat(two.told().about()).isEqualTo("Bejbut Atamkulow");
                            assertThat(two.words())
                                    .isEqualTo("d035-p1, role: “member” becomes “host”. Both have changed: when the"
                                            + " sheet was made it was “guest”.");
                        });
    }

    @Test
    void the_same_change_on_both_sides_is_none_and_what_is_gone_stays_gone() throws IOException {
        CollectionFiles files = copyOf035(text -> text.replaceFirst("ent:role ent:guest", "ent:role ent:host"));
        assertThat(compare(files, export("d035").replaceFirst(",guest,", ",host,"))
                        .changes())
                .isEmpty();
        CollectionFiles shorter =
                copyOf035(text -> text.replaceFirst("(?s)\ndoc:d035-p2 a ent:Participation.*?\\.\n(?=\n|$)", "\n"));
        SheetImport.Result gone = compare(shorter, export("d035"));
        assertThat(gone.changes()).isEmpty();
        assertThat(gone.kept()).singleElement().satisfies(told -> assertThat(told.words())
                .startsWith("d035-p2, participation: nothing stays."));
    }

    @Test
    void a_state_that_somebody_has_changed_is_named() {
        String[] lines = export("d035").split("\r\n");
        String broken = lines[1].substring(0, lines[1].length() - 12);
        assertThatThrownBy(() -> read(lines[0] + "\r\n" + broken + "\r\n"))
                .hasMessageContaining("2 (state): this cell says what the row was");
    }

    @Test
    void texts_in_utf16_and_windows_1252_with_semicolons_are_read() {
        String[] lines = export("d035").split("\r\n");
        String sheet = (lines[0] + "\r\n" + lines[1] + "\r\n")
                .replaceFirst("Beibut Atamkulov,,", "Beibüt Atamkulow,,")
                .replace(",", ";");
        for (byte[] bytes : List.of(
                ("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_16BE),
                sheet.getBytes(StandardCharsets.UTF_16LE),
                sheet.getBytes(StandardCharsets.UTF_8),
                "source;report;participation;printed_name\nd035;r1;p1;Beibüt Atamkulow\n"
                        .getBytes(Charset.forName("windows-1252")))) {
            assertThat(SheetImport.compare(FILES, Read.NAMES, SheetTable.read(bytes))
                            .changes())
                    .extracting(Change::words)
                    .anySatisfy(words -> assertThat(words).contains("becomes “Beibüt Atamkulow”"));
        }
    }

    @Test
    void every_date_that_a_spreadsheet_has_made_is_named_with_its_cell() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(bytes, "A spreadsheet", "1.0");
        Worksheet sheet = workbook.newWorksheet("d035");
        List<String> headings = List.of("source", "report", "date", "printed_date");
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
        }
        sheet.value(1, 0, "d035");
        sheet.value(1, 1, "r1");
        sheet.value(1, 2, LocalDate.of(2019, 8, 1));
        sheet.style(1, 2).format("mmm yy").set();
        sheet.value(1, 3, LocalDate.of(2019, 8, 19));
        sheet.style(1, 3).format("dd.mm.yyyy").set();
        workbook.finish();
        assertThatThrownBy(() -> SheetImport.compare(FILES, Read.NAMES, SheetTable.read(bytes.toByteArray())))
                .hasMessageContaining(
                        "C2 (date): the spreadsheet has made a date of this cell, 2019-08-01; format it as text")
                .hasMessageContaining("D2 (printed_date): the spreadsheet has made a date of this cell, 2019-08-19");
    }
}
