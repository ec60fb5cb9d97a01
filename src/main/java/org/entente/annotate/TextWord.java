package org.entente.annotate;

/** A word of a text, with its place in the text. */
record TextWord(String text, TextSpan span) {
    String folded() {
        return text.toLowerCase(java.util.Locale.ROOT).replace('ё', 'е').replace("ß", "ss");
    }

    boolean isCapital() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
