package org.entente.ask;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads word lists, such as those of {@code /ask/}: sections in square brackets, lines that begin with # are comments. */
public final class Lexicon {
    private Lexicon() {}

    /**
     * A word or several that belong together, wherever they stand: {@code kam*+zusammen}. An asterisk stands for any beginning or ending.
     */
    public record Phrase(List<String> words) {
        public Phrase {
            words = List.copyOf(words);
        }

        /** The words of a list, joined by +. */
        public static Phrase of(String text) {
            return new Phrase(Arrays.stream(text.split("\\+")).map(Word::fold).toList());
        }

        /** Whether a word in lower case fits the pattern. */
        public static boolean matches(String pattern, String folded) {
            boolean any = pattern.endsWith("*");
            String plain = pattern.substring(pattern.startsWith("*") ? 1 : 0, pattern.length() - (any ? 1 : 0));
            if (pattern.startsWith("*")) {
                return any ? folded.contains(plain) : folded.endsWith(plain);
            }
            return any ? folded.startsWith(plain) : folded.equals(pattern);
        }
    }

    /** The folded patterns of each name, in the order of a file with lines such as {@code Senate = senat сенат}. */
    static Map<String, List<String>> patterns(String file) {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        for (String line : sections(file).getOrDefault("", List.of())) {
            int equals = line.indexOf('=');
            patterns.put(
                    line.substring(0, equals).strip(),
                    split(List.of(line.substring(equals + 1).strip())).stream()
                            .map(Word::fold)
                            .toList());
        }
        return patterns;
    }

    static Map<String, List<String>> sections(String file) {
        return read("/ask/" + file);
    }

    /**
     * The lines of each section; "" for what stands before the first.
     *
     * @param path of the list among the resources
     */
    public static Map<String, List<String>> read(String path) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        sections.put("", current);
        try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + path);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                if (text.startsWith("[") && text.endsWith("]")) {
                    current = sections.computeIfAbsent(text.substring(1, text.length() - 1), k -> new ArrayList<>());
                } else {
                    current.add(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }

    /** The words of all lines. */
    public static List<String> split(List<String> lines) {
        return lines.stream().flatMap(line -> Arrays.stream(line.split("\\s+"))).toList();
    }
}
