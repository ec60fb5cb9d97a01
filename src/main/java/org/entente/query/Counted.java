package org.entente.query;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the rows of a query count: the different values of a column, written {@code event status=held}.
 *
 * @param column the column
 * @param where column to the local names of which a row must have one there to count; empty for all rows
 */
public record Counted(String column, Map<String, Set<String>> where) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z]+( [A-Za-z]+=[A-Za-z,]+)*");

    /** Copies the conditions. */
    public Counted {
        where = Map.copyOf(where);
    }

    /** What a header says; empty if it is not of that form. */
    static Optional<Counted> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] parts = text.split(" ");
        Map<String, Set<String>> where = new TreeMap<>();
        Arrays.stream(parts)
                .skip(1)
                .map(part -> part.split("="))
                .forEach(part -> where.put(part[0], Set.of(part[1].split(","))));
        return Optional.of(new Counted(parts[0], where));
    }
}
