package org.entente.dependence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The texts of documents, in a folder of the user: a file is found by its name, {@code d001.txt} for doc:d001, or by its digest. */
public final class SourceTexts {
    /** No texts at hand: only what the collection states is compared. */
    public static final SourceTexts NONE = new SourceTexts(Map.of());

    private final Map<String, String> texts;

    private SourceTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Reads {@code *.txt} of a folder.
     *
     * @throws IOException if one cannot be read
     */
    public static SourceTexts in(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String text = new String(bytes, StandardCharsets.UTF_8);
                texts.put(file.getFileName().toString().replaceFirst("\\.txt$", ""), text);
                texts.put(digest(bytes), text);
            }
        }
        return new SourceTexts(texts);
    }

    Optional<String> of(Testimony testimony) {
        String slug = testimony.document.getURI().replaceFirst("^.*/", "");
        return Optional.ofNullable(texts.get(slug))
                .or(() -> testimony.digest.flatMap(digest -> Optional.ofNullable(texts.get(digest))));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
