package org.entente.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passage is shown only from a text whose digest is the one that the collection gives. */
class ArchiveTest {
    private static final String TEXT = "Headline\n\nFirst paragraph.\n\n  Second paragraph.  \nThird.\n";

    @TempDir
    Path folder;

    @Test
    void a_locator_counts_the_lines_that_are_not_empty() throws Exception {
        Archive archive = archive();
        assertThat(archive.passage(digest(TEXT), "P2"))
                .hasValueSatisfying(p -> assertThat(p).containsExactly("First paragraph."));
        assertThat(archive.passage(digest(TEXT), "P2-P3"))
                .hasValueSatisfying(p -> assertThat(p).containsExactly("First paragraph.", "Second paragraph."));
        assertThat(archive.passage(digest(TEXT), "P1, P4"))
                .hasValueSatisfying(p -> assertThat(p).containsExactly("Headline", "Third."));
    }

    @Test
    void a_paragraph_that_is_not_there_is_not_made_up() throws Exception {
        assertThat(archive().passage(digest(TEXT), "P9")).isEmpty();
        assertThat(archive().passage(digest(TEXT), "page 3")).isEmpty();
    }

    @Test
    void a_text_that_was_changed_is_not_the_source_any_more() throws Exception {
        Archive archive = archive();
        Files.writeString(folder.resolve("text.txt"), TEXT.replace("First", "Forged"));
        assertThat(archive.passage(digest(TEXT), "P2")).isEmpty();
        assertThat(Archive.in(folder).passage(digest(TEXT), "P2")).isEmpty();
    }

    private Archive archive() throws IOException {
        Files.writeString(folder.resolve("text.txt"), TEXT);
        return Archive.in(folder);
    }

    private static String digest(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
    }
}
