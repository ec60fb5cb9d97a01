package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente reconcile FILE}: a table in, the same table out; errors name line and column before anything is loaded. */
class ReconcileCommandTest {
    @TempDir
    Path folder;

    private CommandRun reconcile(String table, String... options) throws IOException {
        Path file = folder.resolve("people.csv");
        Files.write(file, table.getBytes(StandardCharsets.UTF_8));
        return run(file, options);
    }

    private static CommandRun run(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("reconcile", file.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments);
    }

    @Test
    void a_table_comes_out_with_what_was_found_and_the_columns_that_were_taken() throws IOException {
        Path output = folder.resolve("found.csv");
        Files.writeString(output, "what was there before");
        CommandRun run = reconcile(
                "Person;Staat\nAlbert Rau;Kasachstan\nҚасым-Жомарт Тоқаев;KZ\nNobody Atall;KZ\n",
                "--type",
                "Person",
                "--output",
                output.toString(),
                "--lang",
                "de");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("name = \"Person\", country = \"Staat\"").contains("3 rows, 2 matches.");
        assertThat(Files.readAllLines(output))
                .hasSize(4)
                .anySatisfy(l -> assertThat(l)
                        .startsWith("Albert Rau;Kasachstan;true;person/albert-rau;Albert Rau;100;\"Treffer: "))
                .anySatisfy(l -> assertThat(l).startsWith("Қасым-Жомарт Тоқаев;KZ;true;person/kassym-jomart-tokayev;"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void what_is_wrong_is_said_at_once_with_its_place() throws IOException {
        CommandRun broken = reconcile("name,land\nRau,\"Kasach\n");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("Line 2, column 5").contains("never closed");
        CommandRun column = reconcile("name\nRau\n", "--column", "Nmae");
        assertThat(column.exit()).isEqualTo(1);
        assertThat(column.err()).contains("\"Nmae\"").contains("\"name\"");
        CommandRun property = reconcile("name\nRau\n", "--property", "contry=x");
        assertThat(property.exit()).isEqualTo(2);
        assertThat(property.err()).contains("'contry'").contains("country");
        assertThat(reconcile("name\nRau\n", "--delimiter", "ab").exit()).isEqualTo(2);
        assertThat(reconcile("name\nRau\n", "--limit", "0").exit()).isEqualTo(2);
        CommandRun nowhere = reconcile(
                "name\nRau\n", "--output", folder.resolve("no/such/found.csv").toString());
        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.err()).contains("There is no folder").doesNotContain("Loaded");
        CommandRun type = reconcile("name\nRau\n", "--type", "Persn");
        assertThat(type.exit()).isEqualTo(2);
        assertThat(type.err()).contains("'Persn'").contains("Person").doesNotContain("Loaded");
        assertThat(reconcile("name\nRau\n", "--lang", "xx").exit()).isEqualTo(2);
        CommandRun missing = run(folder.resolve("nobody.csv"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no file");
    }
}
