package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected results as files beside the tests. {@code mvn test -Dgolden=write} writes what is there now; look at the difference
 * before you commit it.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/expected");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    private Golden() {}

    /** Compares with the file of this name, line by line. */
    public static void assertMatches(String name, String actual) {
        assertMatches(FOLDER.resolve(name), actual);
    }

    /** Compares with a file, line by line. */
    public static void assertMatches(Path file, String actual) {
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("expected result").exists();
            assertThat(actual.lines()).as(file.toString()).containsExactlyElementsOf(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
