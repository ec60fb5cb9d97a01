package org.entente.web.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.text.Paragraphs;

/**
 * Texts of sources on the disk of the operator; they are not part of the collection. A text is shown only if its
 * SHA-256 digest is the one of the document in the collection, so that locators name the right paragraphs.
 */
final class Archive {
    /** Larger files are ignored, in bytes. */
    private static final long MAX_BYTES = 4_000_000;

    private final Map<String, Path> byDigest;

    private Archive(Map<String, Path> byDigest) {
        this.byDigest = byDigest;
    }

    /** An archive without texts. */
    public static Archive none() {
        return new Archive(Map.of());
    }

    /**
     * Reads the texts in a folder and its subfolders.
     *
     * @throws IllegalArgumentException if the folder cannot be read; the message says why
     */
    public static Archive in(Path folder) {
        Map<String, Path> texts = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) <= MAX_BYTES) {
                    texts.put(DigestUtils.sha256Hex(Files.readAllBytes(file)), file);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The archive " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return new Archive(Map.copyOf(texts));
    }

    /** Whether there is a text with this digest. */
    boolean holds(String digest) {
        return byDigest.containsKey(digest);
    }

    /** Number of texts. */
    int size() {
        return byDigest.size();
    }

    /**
     * The paragraphs that a locator names: {@code P3} is the third non-empty line; {@code P3-P5} and {@code P2, P7} are
     * several.
     *
     * @return empty if no text has the digest, the file has changed, or the paragraph does not exist
     */
    Optional<List<String>> passage(String digest, String locator) {
        Path file = byDigest.get(digest);
        if (file == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!DigestUtils.sha256Hex(bytes).equals(digest)) {
                return Optional.empty();
            }
            List<String> found =
                    Paragraphs.of(new String(bytes, StandardCharsets.UTF_8)).at(locator);
            return found.isEmpty() ? Optional.empty() : Optional.of(found);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
