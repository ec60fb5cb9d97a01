package org.entente.names;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One word of a name.
 *
 * @param word as written, without case and diacritics
 * @param readings its skeletons, the likeliest first; never empty
 * @param transcribed skeletons of a German word's usual spellings in Cyrillic, to be compared with Cyrillic words only; mostly empty
 * @param role what it does in the name
 */
public record NameToken(String word, List<String> readings, List<String> transcribed, TokenRole role) {
    /** What is written with an S and read in one convention like a Z. */
    private static final Pattern SIBILANT = Pattern.compile("sc?h");

    private static final String GLIDES = "ijyеєиіїйюя";

    public NameToken {
        readings = List.copyOf(readings);
        transcribed = List.copyOf(transcribed);
    }

    /** Whether the two can be the same word: a reading in common, or the one is the usual transcription of the other. */
    boolean agrees(NameToken other) {
        return shared(readings, other.readings) || isTranscribedAs(other) || other.isTranscribedAs(this);
    }

    private boolean isTranscribedAs(NameToken other) {
        return !transcribed.isEmpty() && other.isCyrillic() && shared(transcribed, other.readings);
    }

    private static boolean shared(List<String> some, List<String> others) {
        for (String reading : some) {
            if (others.contains(reading)) {
                return true;
            }
        }
        return false;
    }

    boolean isCyrillic() {
        return Cyrillic.isWrittenIn(word);
    }

    /** What tells it from other words, whatever it does in a name. */
    String key() {
        return word + ' ' + String.join(" ", readings) + ' ' + String.join(" ", transcribed);
    }

    /** Whether this is an initial and the other may be the name it begins. */
    boolean begins(NameToken other) {
        if (role != TokenRole.INITIAL || isOtherSibilant(other)) {
            return false;
        }
        for (String reading : readings) {
            for (String name : other.readings) {
                if (name.startsWith(reading)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As {@link #begins}, and languages may write the first sound otherwise: "G." for Hanna, "W." for Uladzimir, "J." for Yulia. */
    boolean mayBegin(NameToken other) {
        if (isOtherSibilant(other)) {
            return false;
        }
        if (begins(other) || word.charAt(0) == other.word.charAt(0)) {
            return true;
        }
        for (String reading : readings) {
            for (String name : other.readings) {
                if (PhoneticDistance.exchanged(reading.charAt(0), name.charAt(0))) {
                    return true;
                }
            }
        }
        // What is a glide before a vowel is no sound of its own in the name.
        return readings.contains("i") && GLIDES.indexOf(other.word.charAt(0)) >= 0;
    }

    private boolean isOtherSibilant(NameToken other) {
        return word.equals("z") && SIBILANT.matcher(other.word).lookingAt();
    }

    NameToken as(TokenRole other) {
        return new NameToken(word, readings, transcribed, other);
    }
}
