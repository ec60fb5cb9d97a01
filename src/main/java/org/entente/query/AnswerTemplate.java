package org.entente.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentence that says what a result comes to, as the header of a query has it: {@code "{person} met {#whom level=levelMet|nobody|one
 * person|# people}{period}[ in {place}]."} {@code {x}} is the value of a parameter, {@code {#x}} the number of different values of a
 * column, of those rows only that have one of the local names behind each equals sign, with the words for none, one and many of them; what
 * stands in a row with one of the local names after {@code not} is not counted, for "3 others".
 * {@code {=x}} the labels in a column, {@code {period}} the years of the rows. What stands in square brackets is left out if a parameter in it has no value.
 */
public record AnswerTemplate(String text) {
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern COUNT = Pattern.compile(
            "#([A-Za-z]+)((?: [A-Za-z]+=[A-Za-z,]+)*)(?: not ([A-Za-z]+)=([A-Za-z,]+))?(?:\\|([^|]*)\\|([^|]*)\\|([^|]*))?");
    /** The group of {@link #COUNT} with the words for none; those for one and many follow. */
    private static final int WORDS = 5;

    /** The years of the rows. */
    public static final String PERIOD = "period";

    /**
     * Which rows are counted.
     *
     * @param where column to the local names of which the rows must have one there; empty for all rows
     * @param except the same for rows whose values are not counted; empty for none
     */
    public record Rows(Map<String, Set<String>> where, Map<String, Set<String>> except) {}

    /** What fills the slots. */
    public interface Values {
        /** The value of a parameter, or of {@link #PERIOD}; empty if it has none. */
        Optional<String> value(String name);

        /** The number of different values of a column. */
        long count(String column, Rows rows);

        /** Whether the answer would have all such rows if there were any: a question for less does not tell that there are none. */
        boolean asksForAll(Rows rows);

        /** The labels in a column, each once, as a list in words. */
        String list(String column);
    }

    /** What is wrong with it for a query with these parameters and columns; empty if nothing is. */
    List<String> problems(List<String> parameters, List<String> columns) {
        List<String> problems = new ArrayList<>();
        if (SLOT.matcher(text).replaceAll("").matches(".*[{}].*")) {
            problems.add("a slot stands within a slot");
        }
        Matcher slots = SLOT.matcher(text);
        while (slots.find()) {
            String slot = slots.group(1);
            Matcher count = COUNT.matcher(slot);
            if (slot.startsWith("=")) {
                if (!columns.contains(slot.substring(1))) {
                    problems.add("the query selects no ?" + slot.substring(1));
                }
            } else if (!slot.startsWith("#")) {
                if (!slot.equals(PERIOD) && !parameters.contains(slot)) {
                    problems.add("there is no parameter " + slot);
                }
            } else if (!count.matches()) {
                problems.add("{" + slot + "} is not of the form {#column where=value|none|one|many}");
            } else {
                Rows rows = rows(count);
                Stream.of(
                                Set.of(count.group(1)),
                                rows.where().keySet(),
                                rows.except().keySet())
                        .flatMap(Set::stream)
                        .filter(column -> !columns.contains(column))
                        .sorted()
                        .forEach(column -> problems.add("the query selects no ?" + column));
            }
        }
        return problems;
    }

    /** The sentence with its slots filled; "" if it would say that there is none of what was not asked for. */
    public String fill(Values values) {
        if (saysNoneUnasked(values)) {
            return "";
        }
        String whole = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(isComplete(part.group(1), values) ? part.group(1) : ""));
        return SLOT.matcher(whole)
                .replaceAll(slot -> Matcher.quoteReplacement(filled(slot.group(1), values)))
                .strip();
    }

    private boolean saysNoneUnasked(Values values) {
        return SLOT.matcher(text)
                .results()
                .map(slot -> COUNT.matcher(slot.group(1)))
                .filter(Matcher::matches)
                .filter(count ->
                        count.group(WORDS) != null && !count.group(WORDS).isEmpty())
                .anyMatch(count -> !values.asksForAll(rows(count)) && values.count(count.group(1), rows(count)) == 0);
    }

    private static Rows rows(Matcher count) {
        Map<String, Set<String>> where = Stream.of(count.group(2).strip().split(" "))
                .filter(condition -> !condition.isEmpty())
                .map(condition -> condition.split("="))
                .collect(Collectors.toMap(condition -> condition[0], condition -> Set.of(condition[1].split(","))));
        return new Rows(
                where,
                count.group(3) == null
                        ? Map.of()
                        : Map.of(count.group(3), Set.of(count.group(4).split(","))));
    }

    private static boolean isComplete(String part, Values values) {
        return SLOT.matcher(part)
                .results()
                .map(slot -> slot.group(1))
                .allMatch(slot -> slot.startsWith("#")
                        || slot.startsWith("=")
                        || values.value(slot).isPresent());
    }

    private static String filled(String slot, Values values) {
        if (slot.startsWith("=")) {
            return values.list(slot.substring(1));
        }
        Matcher count = COUNT.matcher(slot);
        if (!count.matches()) {
            return values.value(slot).orElse("");
        }
        long number = values.count(count.group(1), rows(count));
        if (count.group(WORDS) == null) {
            return Long.toString(number);
        }
        String words = count.group(number == 0 ? WORDS : number == 1 ? WORDS + 1 : WORDS + 2);
        return words.replace("#", Long.toString(number));
    }
}
