package org.entente.ask;

import java.util.Locale;

/**
 * One word of a question.
 *
 * @param start position of its first character in the question
 * @param end position behind its last character
 * @param glued whether a hyphen joins it to the word before
 */
record Word(String text, int start, int end, boolean glued) {
    /** Lower case, without the marks of й and ё, which are left out as often as not. */
    String folded() {
        return fold(text);
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace("ß", "ss")
                .replace('’', '\'');
    }

    boolean isCapital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    /** "BMJ", "TITK": spelled, not spoken. */
    boolean isAbbreviation() {
        return text.length() > 1 && text.chars().filter(Character::isUpperCase).count() >= 2 && text.length() <= 8;
    }
}
