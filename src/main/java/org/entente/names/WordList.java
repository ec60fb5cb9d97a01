package org.entente.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists of words under {@code words/} among the resources: one word or expression a line, {@code [name]} before a section,
 * {@code #} before a comment.
 */
public final class WordList {
    private WordList() {}

    /**
     * All words of a list.
     *
     * @param name of the file, without {@code .txt}
     * @throws IllegalArgumentException if there is no such list
     */
    public static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        sections(name).values().forEach(words::addAll);
        return Set.copyOf(words);
    }

    /** Name of each section to its words, in the order of the file; "" for what stands before the first section. */
    public static Map<String, List<String>> sections(String name) {
        InputStream file = WordList.class.getResourceAsStream("/words/" + name + ".txt");
        if (file == null) {
            throw new IllegalArgumentException("no list of words " + name);
        }
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String section = "";
        try (BufferedReader in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.strip();
                if (word.startsWith("[") && word.endsWith("]")) {
                    section = word.substring(1, word.length() - 1);
                } else if (!word.isEmpty() && !word.startsWith("#")) {
                    sections.computeIfAbsent(section, s -> new ArrayList<>()).add(word);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }
}
