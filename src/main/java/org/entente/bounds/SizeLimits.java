package org.entente.bounds;

/** How large one value, one path and one query may be. */
public final class SizeLimits {
    /** Characters of a text that a query writes or makes. What is stored may be longer. */
    public static final int TEXT = 100_000;
    /** Digits of a number, characters of a date or another value that is no text. */
    public static final int DIGITS = 1_000;
    /** Days of a duration: Java compares longer ones month by month. */
    public static final int DAYS = 10_000_000;
    /** Characters of an IRI. */
    public static final int IRI = 4_000;
    /** Steps of a property path once its repetitions {@code {n,m}} are written out. */
    public static final int STEPS = 100;
    /** Triples that the evaluation of a path may visit for one row of its result. */
    public static final long VISITS = 10_000_000;
    /** Brackets and parentheses inside each other. */
    public static final int DEPTH = 200;
    /** Triple patterns of a query. */
    public static final int PATTERNS = 1_000;
    /** Members of one IN list. */
    public static final int MEMBERS = 2_000;
    /** Values of all VALUES tables of a query. */
    public static final int VALUES = 50_000;

    private SizeLimits() {}
}
