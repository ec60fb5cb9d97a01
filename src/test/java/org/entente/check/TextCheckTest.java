package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.derive.RuleCase;
import org.entente.derive.Rules;
import org.entente.rdf.Finding;
import org.entente.store.CollectionLoader;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.text.SourceTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be printed, beside a text. */
class TextCheckTest {
    private static final Path CASE = Path.of("src/test/resources/texts");
    private static final Set<String> CODES =
            Set.of("printed-not-in-passage", "name-not-given", "day-not-printed", "passage-hash", "words-copied");

    @TempDir
    private Path folder;

    @Test
    void what_the_text_does_not_print_is_found_and_nothing_else() throws IOException {
        assertThat(findings(SourceTexts.in(CASE)))
                .extracting(Finding::code, f -> f.message() + " " + f.advice())
                .satisfiesExactlyInAnyOrder(
                        f -> assertThat(f.toList().toString())
                                .contains(
                                        "printed-not-in-passage",
                                        "doc:a-p3",
                                        "“erster Bürgermeister”",
                                        "ent:titleBaseForm"),
                        f -> assertThat(f.toList().toString())
                                .contains("printed-not-in-passage", "doc:a-p4", "They stand in P2"),
                        f -> assertThat(f.toList().toString()).contains("name-not-given", "doc:a-p5", "“Nordmann”"),
                        f -> assertThat(f.toList().toString())
                                .contains("words-copied", "doc:a-r4", "8 words", "Hafenmeister der Stadt"),
                        f -> assertThat(f.toList().toString()).contains("words-copied", "event:three", "8 words"),
                        f -> assertThat(f.toList().toString()).contains("day-not-printed", "doc:a-r2", "2020-05-11"),
                        f -> assertThat(f.toList().toString())
                                .contains("passage-hash", "doc:a-r2", "Write ent:passageHash \"" + HASH_OF_P4 + "\""));
    }

    @Test
    void without_texts_nothing_is_compared() throws IOException {
        assertThat(findings(SourceTexts.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "am 9. Juni 2015 | true",
                "vom 09. bis 11. Juni | true",
                "9.6.2015 | true",
                "09.06. | true",
                "on June 9 | true",
                "Jun. 9–11 | true",
                "9 июня 2015 года | true",
                "2015-06-09 | true",
                "am 19. Juni | false",
                "9. Sitzung im Juni | false",
                "im Juni 2015 | false",
                "am 9. Juli | false"
            })
    void a_day_is_printed_in_many_ways(String text, boolean printed) {
        assertThat(PrintedDay.in(text, LocalDate.of(2015, 6, 9))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "traf Kanzler Scholz in Astana | true",
                "встречу Олафа Шольца | true",
                "Scholz' Besuch | true",
                "der Scholzplatz | false",
                "der Kanzler | false",
                "Olaf kam | false"
            })
    void a_surname_tells_that_a_person_is_named(String text, boolean named) {
        assertThat(PrintedName.in(text, Stream.of("Olaf Scholz", "Олаф Шольц")).isPresent())
                .isEqualTo(named);
    }

    private static final String HASH_OF_P4 = "24c758c0fa18350f";

    private List<Finding> findings(SourceTexts texts) throws IOException {
        try (Store store = Store.inMemory(Rules.read(Path.of("queries/rules")))) {
            var collection = RuleCase.collection(CASE.resolve("account.trig"), folder);
            return new CollectionLoader(
                            store, CollectionValidator.of(collection).with(texts), Clock.systemUTC())
                    .check(collection, Progress.SILENT).findings().stream()
                            .filter(finding -> CODES.contains(finding.code()))
                            .toList();
        }
    }
}
