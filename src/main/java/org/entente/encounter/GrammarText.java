package org.entente.encounter;

import java.util.List;

/** Words and numbers of German and English sentences. */
public enum GrammarText {
    DE,
    EN;

    private static final List<String> NUMBERS_DE = List.of(
            "kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf");
    private static final List<String> NUMBERS_EN = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** The code of the language. */
    public String language() {
        return this == DE ? "de" : "en";
    }

    /** One of both, by the language. */
    public <T> T say(T german, T english) {
        return this == DE ? german : english;
    }

    /** "A, B oder C". */
    public String or(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + say(" oder ", " or ") + names.getLast();
    }

    /** "A, B und C". */
    public String and(List<String> texts) {
        return texts.size() == 1
                ? texts.getFirst()
                : String.join(", ", texts.subList(0, texts.size() - 1)) + say(" und ", " and ") + texts.getLast();
    }

    /** "einmal", "twice". */
    public String times(int count) {
        if (this == DE) {
            return count == 1 ? "einmal" : count < NUMBERS_DE.size() ? NUMBERS_DE.get(count) + "mal" : count + "-mal";
        }
        return count == 1 ? "once" : count == 2 ? "twice" : number(count, "") + " times";
    }

    /** A number as a word up to twelve; German "ein" with an ending. */
    public String number(int count, String ending) {
        List<String> words = say(NUMBERS_DE, NUMBERS_EN);
        String word = count < words.size() ? words.get(count) : Integer.toString(count);
        return this == DE && count <= 1 ? word + ending : word;
    }

    /** A number before a noun, "one" in the nominative of a masculine. */
    public String count(int count) {
        return this == DE && count == 1 ? "einer" : number(count, "");
    }

    /** The same in the dative. */
    public String dative(int count) {
        return this == DE && count == 1 ? "einem" : number(count, "");
    }

    /** With a capital at the beginning. */
    public static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
