package org.entente.release;

/**
 * What is said about a release when it is kept.
 *
 * @param who keeps it; "" if nobody says so
 * @param note why; "" if nobody says so
 * @param program version of the program
 * @param cited whether it is kept only because somebody cited it
 */
public record Keeping(String who, String note, String program, boolean cited) {
    /** Longest name and longest note, in characters. */
    static final int LONGEST = 2_000;

    public Keeping {
        who = line(who);
        note = line(note);
        if (who.length() > LONGEST || note.length() > LONGEST) {
            throw new ReleaseException("A name or a note has at most " + LONGEST + " characters.");
        }
    }

    /** Kept because somebody wants to. */
    public Keeping(String who, String note, String program) {
        this(who, note, program, false);
    }

    /** Kept because the state was cited. */
    public static Keeping ofCited(String program) {
        return new Keeping("", "Kept because it was cited.", program, true);
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
