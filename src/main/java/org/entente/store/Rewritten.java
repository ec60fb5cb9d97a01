package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that gets another text: in one step, and back if what belongs to it fails. */
final class Rewritten {
    private final Path file;
    private final String expected;
    private final String text;
    private byte @Nullable [] before;

    /** @param expected what the file has now; if somebody has changed it since, it is not written */
    Rewritten(Path file, String expected, String text) {
        this.file = file;
        this.expected = expected;
        this.text = text;
    }

    Path file() {
        return file;
    }

    String text() {
        return text;
    }

    void write() {
        try {
            byte[] old = Files.readAllBytes(file);
            if (!new String(old, StandardCharsets.UTF_8).equals(expected)) {
                throw new StoreException(file.getFileName() + " has been changed meanwhile. Compare the sheet again.");
            }
            replace(text.getBytes(StandardCharsets.UTF_8));
            before = old;
        } catch (IOException e) {
            throw new StoreException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Puts back what was there, if it was replaced. */
    void takeBack() {
        byte[] old = before;
        if (old != null) {
            try {
                replace(old);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void replace(byte[] bytes) throws IOException {
        // The name does not end in .ttl, so that no load takes it for a file of the collection.
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".rewritten", ".tmp");
        try {
            Files.write(beside, bytes);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
