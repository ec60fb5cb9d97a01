package org.entente.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ShippedCollection;
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
        return SheetExport.csv(FILES, source(id), Read.NAMES);
    }

    private static SheetImport.Result read(String csv) {
        return SheetImport.compare(FILES, Read.NAMES, csv);
    }

    @Test
    void every_shipped_source_comes_back_from_its_sheet_without_a_change() throws IOException {
        try (Stream<Path> sources = Files.list(FILES.data().resolve("sources"))) {
            assertThat(sources.sorted().toList()).hasSizeGreaterThan(100).allSatisfy(file -> {
                SheetImport.Result result = read(SheetExport.csv(FILES, file, Read.NAMES));
                assertThat(result.changes()).as("%s", file).isEmpty();
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

    @Test
    void a_file_that_changed_since_the_sheet_was_made_is_said_to_have() throws IOException {
        Path data = Files.createDirectories(folder.resolve("sources")).getParent();
        String text = Files.readString(source("d035"));
        Files.writeString(
                data.resolve("sources/d035.ttl"), text.replaceFirst("ent:role ent:guest", "ent:role ent:member"));
        String sheet = export("d035");
        SheetImport.Result result = SheetImport.compare(FILES.withData(data), Read.NAMES, sheet);
        assertThat(result.changes()).singleElement().satisfies(change -> assertThat(change.toString())
                .contains("role: “member” becomes “guest”", "The file has changed since"));
    }
}
