package org.entente.rdf;

/**
 * Options for reading a file.
 *
 * @param secondParser whether a second, independent parser must give the same graph, which doubles the time
 * @param maxFindings largest number of findings to list; others are only counted
 */
public record ReadOptions(boolean secondParser, int maxFindings) {
    public ReadOptions {
        if (maxFindings < 1) {
            throw new IllegalArgumentException("maxFindings must be at least 1, not " + maxFindings);
        }
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
