package org.entente.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.entente.web.picture.Translator;

/** The texts of the pages in one language. A missing key is shown as it is. */
public final class Messages implements Translator {
    /** Names of the files of texts; each part has one file for each language. */
    private static final List<String> PARTS = List.of(
            "core",
            "frame",
            "evidence",
            "entity",
            "stories",
            "names",
            "queries",
            "reconcile",
            "links",
            "pictures",
            "home",
            "about",
            "model",
            "releases",
            "sheets",
            "decisions",
            "missing",
            "annotate");

    private static volatile Map<String, Messages> all = read(Optional.empty());

    private final String language;
    private final Properties texts = new Properties();

    private Messages(String language, Optional<Path> folder) {
        this.language = language;
        for (String part : PARTS) {
            String name = part + "_" + language + ".properties";
            try (Reader in = open(name, folder)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, Messages> read(Optional<Path> folder) {
        return Map.of("de", new Messages("de", folder), "en", new Messages("en", folder));
    }

    private static Reader open(String name, Optional<Path> folder) throws IOException {
        InputStream in = folder.isPresent()
                ? Files.newInputStream(folder.get().resolve(name))
                : Messages.class.getResourceAsStream("/web/messages/" + name);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /**
     * Reads all texts again, for development mode.
     *
     * @param folder with the files; empty to use those of the build
     */
    public static void reload(Optional<Path> folder) {
        all = read(folder);
    }

    /** The texts in German or English; any other language gets English. */
    public static Messages in(String language) {
        Map<String, Messages> now = all;
        return Objects.requireNonNull(now.get(now.containsKey(language) ? language : "en"), "read with the others");
    }

    @Override
    public String language() {
        return language;
    }

    /** The text of the key, with {@code {0}} and so on replaced by the values. */
    @Override
    public String get(String key, Object... values) {
        String text = texts.getProperty(key, key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.forLanguageTag(language)).format(values);
    }

    /** The text of the key, or another text if there is none. */
    public String getOr(String key, String otherwise) {
        return texts.getProperty(key, otherwise);
    }

    public Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
