package org.entente.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of files. A file is not read again while the file system says that it is the same one with the same size and times: of a large
 * collection mostly one file changes. A file that was changed just before it was read is read the next time, too, for the clock of a file
 * system may not tell two changes apart that follow each other quickly.
 */
final class FileDigests {
    /** Some file systems count in steps of two seconds. */
    private static final Duration UNSURE = Duration.ofSeconds(4);

    private static final Cache<Path, Known> KNOWN =
            Caffeine.newBuilder().maximumSize(200_000).build();

    private record Known(Stamp stamp, String sha256) {}

    /** What a file system says of a file. Where there is a time of the last change of anything, nobody can set it back. */
    private record Stamp(
            long size,
            FileTime modified,
            @Nullable Object changed,
            @Nullable Object file) {
        static Stamp of(Path path) throws IOException {
            if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                Map<String, Object> all = Files.readAttributes(path, "unix:size,lastModifiedTime,ctime,ino");
                return new Stamp(
                        (Long) Objects.requireNonNull(all.get("size")),
                        (FileTime) Objects.requireNonNull(all.get("lastModifiedTime")),
                        all.get("ctime"),
                        all.get("ino"));
            }
            BasicFileAttributes all = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(all.size(), all.lastModifiedTime(), all.creationTime(), all.fileKey());
        }

        boolean isSettled(Instant at) {
            Instant quiet = at.minus(UNSURE);
            return modified.toInstant().isBefore(quiet)
                    && (!(changed instanceof FileTime time) || time.toInstant().isBefore(quiet));
        }
    }

    private FileDigests() {}

    /**
     * The SHA-256 of a file in hex.
     *
     * @throws IOException if it cannot be read
     */
    static String sha256(Path path) throws IOException {
        Path key = path.toAbsolutePath();
        Stamp stamp = Stamp.of(key);
        Known known = KNOWN.getIfPresent(key);
        if (known != null && known.stamp().equals(stamp)) {
            return known.sha256();
        }
        Instant at = Instant.now();
        String sha256 = DigestUtils.sha256Hex(Files.readAllBytes(path));
        if (stamp.isSettled(at) && Stamp.of(key).equals(stamp)) {
            KNOWN.put(key, new Known(stamp, sha256));
        } else {
            KNOWN.invalidate(key);
        }
        return sha256;
    }
}
