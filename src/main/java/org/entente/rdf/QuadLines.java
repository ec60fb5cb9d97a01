package org.entente.rdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/** Statements as lines of N-Quads, in the order in which {@code LC_ALL=C sort} puts them: the same statements are the same text. */
public final class QuadLines {
    /** The order of lines by their bytes in UTF-8. */
    public static final Comparator<String> ORDER = QuadLines::compare;

    private QuadLines() {}

    /** One statement as a line, without its end. Statements of the default graph have no fourth term. */
    public static String of(Quad quad) {
        String triple = NodeFmtLib.strNT(quad.getSubject()) + " " + NodeFmtLib.strNT(quad.getPredicate()) + " "
                + NodeFmtLib.strNT(quad.getObject());
        return quad.isDefaultGraph() ? triple + " ." : triple + " " + NodeFmtLib.strNT(quad.getGraph()) + " .";
    }

    /** The lines of all statements, sorted. */
    public static Stream<String> sorted(Iterator<Quad> quads) {
        Stream.Builder<String> lines = Stream.builder();
        quads.forEachRemaining((Consumer<Quad>) quad -> lines.add(of(quad)));
        return lines.build().sorted(ORDER);
    }

    /** Characters beyond the basic plane come last in UTF-8, but not in Java's strings. */
    private static int compare(String a, String b) {
        int same = Math.min(a.length(), b.length());
        for (int i = 0; i < same; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) || Character.isSurrogate(y)
                        ? Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))
                        : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
