package org.entente;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone with all its files when it is closed, for tests to which JUnit gives none. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** @param name how its name begins */
    public static TemporaryFolder create(String name) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // It is in the folder for temporary files; the system clears it.
        }
    }
}
