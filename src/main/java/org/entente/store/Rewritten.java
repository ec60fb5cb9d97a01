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
    private final FileText wanted;
    private byte @Nullable [] before;
    private boolean made;

    Rewritten(FileText wanted) {
        this.wanted = wanted;
    }

    /** @throws StoreException if the file has not what was expected, or cannot be written */
    void write() {
        Path file = wanted.file();
        try {
            boolean there = Files.exists(file);
            byte[] old = there ? Files.readAllBytes(file) : new byte[0];
            if (!new String(old, StandardCharsets.UTF_8).equals(wanted.expected())) {
                throw new StoreException(file.getFileName() + " has been changed meanwhile. Look at the page again.");
            }
            if (!there) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            replace(wanted.text().getBytes(StandardCharsets.UTF_8));
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
                Files.deleteIfExists(wanted.file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(byte[] bytes) throws IOException {
        // The name does not end in .ttl, so that no load takes it for a file of the collection.
        Path file = wanted.file();
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
