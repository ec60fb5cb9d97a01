package org.entente.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** A folder whose files do not change any more: it has a list of their SHA-256, and appears among others as a whole. */
public final class SealedFolder {
    /** The list. */
    public static final String SUMS = "SHA256SUMS";

    private SealedFolder() {}

    /** Writes the list that {@code sha256sum -c} reads; all files are on disk when it is. */
    public static void seal(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(SUMS));
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.add(
                        sha256(file) + "  " + folder.relativize(file).toString().replace('\\', '/'));
                force(file);
            }
        }
        Path sums = folder.resolve(SUMS);
        Files.write(sums, lines, StandardCharsets.UTF_8);
        force(sums);
    }

    /**
     * What differs from the list of a folder, a line each.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<String> broken(Path folder) throws IOException {
        List<String> broken = new ArrayList<>();
        Path sums = folder.resolve(SUMS);
        if (!Files.exists(sums)) {
            return List.of(SUMS + " is missing");
        }
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(sums, StandardCharsets.UTF_8)) {
            String name = line.substring(66);
            listed.add(name);
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                broken.add(name + " is missing");
            } else if (!sha256(file).equals(line.substring(0, 64))) {
                broken.add(name + " was changed");
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(SUMS) && !listed.contains(name))
                    .forEach(name -> broken.add(name + " does not belong here"));
        }
        return broken;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; there the move alone has to do.
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    /** Removes a folder with all that is in it; nothing happens if it is gone. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Moves a sealed folder to its place, on the same disk. */
    public static void moveTo(Path beside, Path whole) throws IOException {
        Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE);
        force(Objects.requireNonNull(whole.getParent(), "it stands among others"));
    }
}
