package org.entente.time;

/** A text is not a date in EDTF, or not one that this collection supports. Says what, where, and what is expected. */
public final class EdtfException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final int index;
    private final String problem;
    private final String expected;

    /**
     * @param text the whole text that was read
     * @param index 0-based index of the character in {@code text} where reading failed; its length at the end
     * @param problem what is wrong, in words
     * @param expected what would be right, in words
     */
    public EdtfException(String text, int index, String problem, String expected) {
        super("\"" + text + "\": " + problem + ", at character " + index + "; expected " + expected);
        this.text = text;
        this.index = index;
        this.problem = problem;
        this.expected = expected;
    }

    /** The whole text that was read. */
    public String text() {
        return text;
    }

    /** 0-based index in {@link #text()} of the character where reading failed; the text's length at its end. */
    public int index() {
        return index;
    }

    /** What is wrong, in words. */
    public String problem() {
        return problem;
    }

    /** What would be right, in words. */
    public String expected() {
        return expected;
    }
}
