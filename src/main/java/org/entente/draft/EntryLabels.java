package org.entente.draft;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.text.TurtleText;

/** Names in several languages as Turtle, and slugs made of them. */
public final class EntryLabels {
    private EntryLabels() {}

    /** The same text in each language. */
    public static Map<String, String> same(String text, List<String> languages) {
        Map<String, String> labels = new LinkedHashMap<>();
        languages.forEach(language -> labels.put(language, text));
        return labels;
    }

    /** The literals, separated by commas. */
    public static String turtle(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(e -> TurtleText.quoted(e.getValue()) + (e.getKey().isEmpty() ? "" : "@" + e.getKey()))
                .collect(Collectors.joining(" , "));
    }

    /** Words in lower-case ASCII, joined by hyphens; "" if the text has no Latin letter or digit. */
    public static String slug(String text) {
        String latin = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "ae")
                .replace("œ", "oe");
        return Normalizer.normalize(latin, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[’']", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
