package org.entente.release;

/**
 * What is said about a release when it is kept.
 *
 * @param who keeps it; "" if nobody says so
 * @param note why; "" if nobody says so
 * @param program version of the program
 */
public record Keeping(String who, String note, String program) {
    /** Longest name and longest note, in characters. */
    static final int LONGEST = 2_000;

    public Keeping {
        who = line(who);
        note = line(note);
        if (who.length() > LONGEST || note.length() > LONGEST) {
            throw new ReleaseException("A name or a note has at most " + LONGEST + " characters.");
        }
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
