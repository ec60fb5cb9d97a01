package org.entente.network;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * Says "in" a place whose phrase the collection does not give, with the article that its name has in German or English: "in der
 * Ukraine", "in the Netherlands". The words are in {@code words/articles_de.properties} and {@code articles_en.properties}.
 */
final class PlacePhrases {
    private final Properties prepositions = new Properties();
    private final boolean byFirstWord;

    /** @param language {@code de} or {@code en} */
    PlacePhrases(String language) {
        byFirstWord = language.equals("de");
        String file = "/words/articles_" + language + ".properties";
        try (Reader in = new InputStreamReader(PlacePhrases.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            prepositions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first word of a name decides in German ("Gebiet Akmola"), the last, or one before "in", in English ("Akmola Region"). */
    String in(String label) {
        List<String> words = Arrays.asList(label.split(" "));
        return IntStream.range(0, words.size())
                        .filter(i -> byFirstWord ? i == 0 : endsName(words, i))
                        .mapToObj(i -> prepositions.getProperty(words.get(i)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("in")
                + " " + label;
    }

    private static boolean endsName(List<String> words, int i) {
        return i == words.size() - 1 || i > 0 && words.get(i + 1).equals("in");
    }
}
