package org.entente.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing is decided. */
public enum DecisionKind {
    /** Which reports count where they contradict each other. */
    CONTRADICTION,
    /** Who was meant where a source names only an office. */
    HOLDER,
    /** A document draws on another one. */
    DEPENDENCE,
    /** Two entries are one. */
    MERGE,
    /** What was reported of one entry speaks of another one. */
    SPLIT,
    /** A statement of a source is put right. */
    CORRECTION,
    /** An earlier decision does not count any more. */
    WITHDRAWAL;

    /** The name in addresses and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes a second thing. */
    public boolean takesTwo() {
        return this == DEPENDENCE || this == MERGE || this == SPLIT;
    }

    /** The kind with this name. */
    public static Optional<DecisionKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
