package org.entente.rdf;

import java.util.Map;

/**
 * Options for reading a file.
 *
 * @param secondParser whether a second, independent parser must give the same graph, which doubles the time
 * @param maxFindings largest number of findings to list; others are only counted
 * @param prefixes prefixes that the file need not declare; what it declares itself counts
 */
public record ReadOptions(boolean secondParser, int maxFindings, Map<String, String> prefixes) {
    public ReadOptions {
        prefixes = Map.copyOf(prefixes);
        if (maxFindings < 1) {
            throw new IllegalArgumentException("maxFindings must be at least 1, not " + maxFindings);
        }
    }

    /** Without prefixes. */
    public ReadOptions(boolean secondParser, int maxFindings) {
        this(secondParser, maxFindings, Map.of());
    }

    /** The same with prefixes that a file need not declare. */
    public ReadOptions withPrefixes(Map<String, String> known) {
        return new ReadOptions(secondParser, maxFindings, known);
    }

    /** Both parsers, up to 1000 findings. */
    public static ReadOptions standard() {
        return new ReadOptions(true, 1000);
    }

    /** One parser, for large files that are known to be good. */
    public static ReadOptions bulk() {
        return new ReadOptions(false, 1000);
    }
}
