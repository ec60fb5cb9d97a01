package org.entente.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing is decided. */
public enum DecisionKind {
    /** Which reports count where they contradict each other. */
    CONTRADICTION,
    /** An earlier decision does not count any more. */
    WITHDRAWAL;

    /** The name in addresses and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this name. */
    public static Optional<DecisionKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
