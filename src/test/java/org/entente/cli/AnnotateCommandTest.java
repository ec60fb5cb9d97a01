package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente annotate} over a small collection. */
class AnnotateCommandTest {
    private static final String TEXT = "On 5 May 2024 Alma Rivers met Nils Holm in Northport.";

    @TempDir
    static Path folder;

    private static Path data;
    private static Path text;

    @BeforeAll
    static void begin() throws IOException {
        data = folder.resolve("mayors");
        text = Files.writeString(folder.resolve("text.txt"), TEXT);
        assertThat(CommandRun.of(List.of("init", data.toString(), "--title", "Mayors", "--language", "en"))
                        .exit())
                .isZero();
    }

    private static CommandRun annotate(String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("annotate", text.toString(), "--date", "2024-05-06", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments);
    }

    @Test
    void what_was_decided_for_earlier_texts_counts_here_too() throws IOException {
        Path remembered = data.resolve("decisions").resolve("annotation.tsv");
        Files.deleteIfExists(remembered);
        assertThat(annotate().out()).containsPattern("status +held");
        Files.createDirectories(remembered.getParent());
        Files.writeString(remembered, "status\tmet\tdenied\nno line of this kind\n");
        assertThat(annotate().out()).containsPattern("status +denied").doesNotContainPattern("status +held");
        Files.delete(remembered);
    }

    @Test
    void a_text_in_a_language_that_is_not_read_is_told() throws IOException {
        Path french = Files.writeString(
                folder.resolve("french.txt"),
                "Le maire Nils Holm a rencontré Mme Rivers à Northport ; ils ont parlé du port.");
        List<String> command = List.of("annotate", french.toString(), "--data", data.toString());
        assertThat(CommandRun.of(command).out())
                .contains("The text seems to be in French; only German, English and Russian are read.", "No report");
        assertThat(CommandRun.of(java.util.stream.Stream.concat(
                                        command.stream(), java.util.stream.Stream.of("--format", "json"))
                                .toList())
                        .out())
                .contains("\"unread\" : \"fr\"", "only German, English and Russian are read");
        assertThat(annotate().out()).doesNotContain("seems to be");
    }

    @Test
    void a_proposer_that_cannot_be_asked_is_an_error_in_words() {
        CommandRun nobody = annotate("--proposer", "http://127.0.0.1:1/cards");
        assertThat(nobody.exit()).isNotZero();
        assertThat(nobody.err()).contains("The proposer at 127.0.0.1:1 cannot be reached", "Leave --proposer out");
        CommandRun wrong = annotate("--proposer", "file:///etc/passwd");
        assertThat(wrong.exit()).isNotZero();
        assertThat(wrong.err()).contains("must be like http://127.0.0.1:9000/cards");
    }
}
