package org.entente.text;

/** A text that may be too long for its place. */
public final class ShortText {
    private ShortText() {}

    /** The text, or its beginning with "…", in at most this many characters; letters of two code units are not cut apart. */
    public static String of(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
