package org.entente.rdf;

/**
 * How to read a file.
 *
 * @param secondParser whether a second, independent parser must give the same graph; doubles the time
 * @param maxFindings how many findings to list; what is beyond is only counted
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
