package org.entente.web.canned;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.execution.Problem;

/** The ways to show rows. */
public enum ViewKind {
    TABLE,
    TIMELINE,
    MAP,
    NETWORK,
    CHART;

    /** The value of {@code ?view=} and of {@code view} in the header of a query. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name; empty for any other text. */
    static Optional<ViewKind> named(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /**
     * The kind that a request asks for; empty if it names none.
     *
     * @param word null or blank if the request has no such parameter
     * @throws Problem 422 if there is no kind of that name
     */
    public static Optional<ViewKind> asked(String word) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        String expected = Stream.of(values()).map(ViewKind::word).collect(Collectors.joining(", "));
        return Optional.of(named(word).orElseThrow(() -> Problem.of(
                        422,
                        "parameter",
                        "The parameter view is invalid",
                        "Parameter view: expected one of " + expected + ".")
                .with("parameter", "view")
                .with("given", word)));
    }
}
