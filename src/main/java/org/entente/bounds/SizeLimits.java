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
    /** Largest number in a repetition of a property path, {@code {n,m}}. */
    public static final int REPETITIONS = 100;
    /** Steps of a property path once its repetitions are written out. */
    public static final int STEPS = 1_000;
    /** Triples that the evaluation of a path may visit for one row of its result. */
    public static final long VISITS = 10_000_000;
    /** Brackets, braces and parentheses, or signs, inside each other. */
    public static final int DEPTH = 200;
    /** EXISTS inside EXISTS: the optimizer looks twice at each. */
    public static final int EXISTS = 8;
    /** Triple patterns of a query. */
    public static final int PATTERNS = 1_000;
    /** Groups in braces of a query. */
    public static final int GROUPS = 5_000;
    /** Calls, operators, variables and constants in the expressions of a query. */
    public static final int EXPRESSIONS = 20_000;
    /** Members of one IN list. */
    public static final int MEMBERS = 2_000;
    /** Values of all VALUES tables of a query. */
    public static final int VALUES = 50_000;
    /** Names that a query gives with AS. */
    public static final int NAMES = 1_000;
    /** Places where variables stand in a query. */
    public static final int VARIABLES = 10_000;
    /** Characters of a text with a datatype: the parser works out numbers of any length. */
    public static final int TYPED_TEXT = 10_000;

    private SizeLimits() {}
}
