package org.entente.names;

/**
 * How far two skeletons are from each other: edit distance in which sounds that languages and spellings exchange cost little. "Олег"
 * is "Oleg" and "Oleh", "Владимир" is "Uladzimir", "Василенко" is "Vasylenka".
 */
final class PhoneticDistance {
    /** Skeletons longer than this are cut: the cost is their product. */
    private static final int COMPARED = 40;

    /** One sound for another that is not like it: rather another name than a slip. */
    private static final float OTHER_SOUND = 1.4f;

    /** What is exchanged at most at this price is hardly an error at all. */
    private static final float OFTEN = 0.25f;

    private static final float[][] CHANGE = new float[128][128];
    private static final float[] LEFT_OUT = new float[128];

    static {
        for (int i = 0; i < 128; i++) {
            java.util.Arrays.fill(CHANGE[i], OTHER_SOUND);
            CHANGE[i][i] = 0;
            LEFT_OUT[i] = 1;
        }
        change(0.2f, "gh");
        change(0.25f, "ao", "ei");
        change(0.2f, "uv");
        change(0.4f, "ae", "eo", "ou", "au", "iu");
        change(0.5f, "sx", "cx", "ct", "cs", "kh", "bp", "dt", "fv", "gk", "vb", "aiy", "fh", "ft");
        for (char vowel : "aeou".toCharArray()) {
            LEFT_OUT[vowel] = 0.75f;
        }
        LEFT_OUT['i'] = 0.45f;
        LEFT_OUT['h'] = 0.6f;
        LEFT_OUT['s'] = 0.8f;
    }

    private PhoneticDistance() {}

    private static void change(float cost, String... groups) {
        for (String group : groups) {
            for (char one : group.toCharArray()) {
                for (char other : group.toCharArray()) {
                    if (one != other) {
                        CHANGE[one][other] = Math.min(CHANGE[one][other], cost);
                    }
                }
            }
        }
    }

    /** From 0 to 1, which means the same skeleton. */
    static float alike(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int longer = Math.min(COMPARED, Math.max(one.length(), other.length()));
        int shorter = Math.min(COMPARED, Math.min(one.length(), other.length()));
        float room = Math.max(longer, 3);
        if (longer - shorter > room / 2) {
            return 0;
        }
        return Math.max(0, 1 - distance(one, other) / room);
    }

    private static float distance(String one, String other) {
        int width = Math.min(COMPARED, other.length());
        int height = Math.min(COMPARED, one.length());
        float[] beforeLast = new float[width + 1];
        float[] last = new float[width + 1];
        float[] row = new float[width + 1];
        for (int j = 1; j <= width; j++) {
            last[j] = last[j - 1] + leftOut(other, j - 1);
        }
        for (int i = 1; i <= height; i++) {
            char a = one.charAt(i - 1);
            row[0] = last[0] + leftOut(one, i - 1);
            for (int j = 1; j <= width; j++) {
                char b = other.charAt(j - 1);
                float best = last[j - 1] + changed(a, b);
                best = Math.min(best, last[j] + leftOut(one, i - 1));
                best = Math.min(best, row[j - 1] + leftOut(other, j - 1));
                if (i > 1 && j > 1 && a == other.charAt(j - 2) && one.charAt(i - 2) == b) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = best;
            }
            float[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[width];
    }

    /** Whether languages write the one sound for the other at the beginning of a name. */
    static boolean exchanged(char a, char b) {
        return changed(a, b) <= OFTEN;
    }

    private static float changed(char a, char b) {
        return a == b ? 0 : a < 128 && b < 128 ? CHANGE[a][b] : OTHER_SOUND;
    }

    /** The last letter tells a daughter from a father: it is never cheap. */
    private static float leftOut(String text, int at) {
        char letter = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (letter >= 128) {
            return 1;
        }
        if (letter == 's' && (before == 'd' || before == 't')) {
            return 0.25f; // dz, ts: Belarusian д and т before soft vowels
        }
        if (after == ' ') {
            return 1;
        }
        if (letter == 'e' && after == 'r' && at + 2 == text.length()) {
            return 0.25f; // Alexander, Александр; Peter, Пётр
        }
        if (letter == 'v' && (after == 'u' || after == 'o')) {
            return 0.5f; // Наумов, Навумаў
        }
        return LEFT_OUT[letter];
    }
}
