package org.entente.web.http;

import java.util.List;
import java.util.Map;
import org.entente.execution.Problem;
import org.jspecify.annotations.Nullable;

/** Reads single values from the parameters of a request. */
public final class QueryParameters {
    private QueryParameters() {}

    /** The first value that is not blank; null if there is none. */
    public static @Nullable String first(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    /**
     * A number between two bounds; {@code least} if the parameter is missing.
     *
     * @throws Problem 422 if it is not a number or out of bounds
     */
    public static int number(Map<String, List<String>> given, String name, int least, int most) {
        String text = first(given, name);
        if (text == null) {
            return least;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same problem as for a number out of bounds
        }
        throw Problem.parameter(name, "a whole number from " + least + " to " + most);
    }
}
