package org.entente.annotate;

/**
 * Where something stands in a text.
 *
 * @param start of its first character
 * @param end behind its last character
 */
public record TextSpan(int start, int end) {
    /** Nowhere: what follows from other things, and is printed nowhere. */
    public static final TextSpan NONE = new TextSpan(-1, -1);

    /** Whether it stands in the text at all. */
    public boolean isPrinted() {
        return start >= 0;
    }

    boolean overlaps(TextSpan other) {
        return start < other.end && other.start < end;
    }

    boolean within(TextSpan other) {
        return other.start <= start && end <= other.end;
    }

    /** The words. */
    public String of(String text) {
        return isPrinted() ? text.substring(start, end) : "";
    }
}
