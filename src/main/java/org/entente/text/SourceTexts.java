package org.entente.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The texts of documents, in a folder of the user: a file is found by its name, {@code d001.txt} for doc:d001, or by its digest. */
public final class SourceTexts {
    /** No texts at hand. */
    public static final SourceTexts NONE = new SourceTexts(Map.of());

    private final Map<String, String> texts;

    private SourceTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Reads {@code *.txt} of a folder and its subfolders.
     *
     * @throws IOException if one cannot be read
     */
    public static SourceTexts in(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String text = new String(bytes, StandardCharsets.UTF_8);
                texts.put(file.getFileName().toString().replaceFirst("\\.txt$", ""), text);
                texts.put(DigestUtils.sha256Hex(bytes), text);
            }
        }
        return new SourceTexts(texts);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /**
     * The text of a document.
     *
     * @param iri ends in the name of the file
     * @param digest SHA-256 of the text in hexadecimal digits, if the collection knows it
     */
    public Optional<String> of(String iri, Optional<String> digest) {
        return digest.flatMap(known -> Optional.ofNullable(texts.get(known)))
                .or(() -> Optional.ofNullable(texts.get(iri.replaceFirst("^.*/", ""))));
    }
}
