package org.entente.text;

/** Texts as Turtle has them. */
public final class TurtleText {
    private TurtleText() {}

    /** A text in quotation marks. */
    public static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
