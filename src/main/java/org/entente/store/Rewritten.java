package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that gets another text, or is made: in one step, and back if what belongs to it fails. */
final class Rewritten {
    private final Path file;
    private final String expected;
    private final String text;
    private byte @Nullable [] before;
    private boolean made;

    /** @param expected what the file has now, "" if there is none; if somebody has changed it since, it is not written */
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
            boolean there = Files.exists(file);
            byte[] old = there ? Files.readAllBytes(file) : new byte[0];
            if (!new String(old, StandardCharsets.UTF_8).equals(expected)) {
                throw new StoreException(file.getFileName() + " has been changed meanwhile. Look at the page again.");
            }
            if (!there) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            replace(text.getBytes(StandardCharsets.UTF_8));
            before = there ? old : null;
            made = !there;
        } catch (IOException e) {
            throw new StoreException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Puts back what was there, if it was replaced. */
    void takeBack() {
        byte[] old = before;
        try {
            if (old != null) {
                replace(old);
            } else if (made) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(byte[] bytes) throws IOException {
        // The name does not end in .ttl, so that no load takes it for a file of the collection.
        Path folder = file.toAbsolutePath().getParent();
        Path beside = Files.exists(file)
                ? Files.createTempFile(file.toAbsolutePath().getParent(), ".rewritten", ".tmp")
                : file.resolveSibling(".rewritten" + System.nanoTime() + ".tmp");
        try {
            Files.write(beside, bytes);
            if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
