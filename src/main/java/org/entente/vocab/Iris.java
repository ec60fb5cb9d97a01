package org.entente.vocab;

import java.util.regex.Pattern;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/** What a text must be like to stand as an IRI. */
public final class Iris {
    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/?#]+.*");
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.\\.?(/|$|[?#])");
    /** Jena's parser of SPARQL makes one slash of two at the end of a path. */
    private static final Pattern TWO_SLASHES = Pattern.compile("[^:/]//+($|[?#])");

    private Iris() {}

    /** Whether SPARQL, Turtle and SPARQL's results can carry the text between angle brackets as it is. */
    public static boolean isWritable(String iri) {
        return iri.codePoints().allMatch(Iris::isWritable);
    }

    /** Whether SPARQL and Turtle can carry the character in an IRI as it is. */
    public static boolean isWritable(int codePoint) {
        return codePoint > 0x20 && "<>\"{}|^`\\".indexOf(codePoint) < 0;
    }

    /** Whether somebody may give the text as an IRI on the web: absolute, without dot segments, two slashes at the end, and invisible characters. */
    public static boolean isWebAddress(String iri) {
        boolean visible = iri.codePoints()
                .noneMatch(c -> Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.isISOControl(c));
        if (!visible
                || !isWritable(iri)
                || !ABSOLUTE.matcher(iri).matches()
                || DOT_SEGMENT.matcher(iri).find()
                || TWO_SLASHES.matcher(iri).find()) {
            return false;
        }
        try {
            return IRIx.create(iri).isAbsolute();
        } catch (IRIException e) {
            return false;
        }
    }

    /** What stands behind the last slash or hash: a name of last resort for what has no label. */
    public static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
