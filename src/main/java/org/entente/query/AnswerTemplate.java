package org.entente.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence that says what a result comes to, as the header of a query has it: {@code "{person} met {#whom level=levelMet|nobody|one
 * person|# people}{period}[ in {place}]."} {@code {x}} is the value of a parameter, {@code {#x}} the number of different values of a
 * column, of those rows only that have one of the local names behind the equals sign, with the words for none, one and many of them;
 * {@code {=x}} the labels in a column, {@code {period}} the years of the rows. What stands in square brackets is left out if a parameter in it has no value.
 */
public record AnswerTemplate(String text) {
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern COUNT =
            Pattern.compile("#([A-Za-z]+)(?: ([A-Za-z]+)=([A-Za-z,]+))?(?:\\|([^|]*)\\|([^|]*)\\|([^|]*))?");
    /** The years of the rows. */
    public static final String PERIOD = "period";

    /** What fills the slots. */
    public interface Values {
        /** The value of a parameter, or of {@link #PERIOD}; empty if it has none. */
        Optional<String> value(String name);

        /**
         * The number of different values of a column.
         *
         * @param where column that the rows must have one of the values in; "" for all rows
         */
        long count(String column, String where, Set<String> localNames);

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
            } else if (!columns.contains(count.group(1))
                    || count.group(2) != null && !columns.contains(count.group(2))) {
                problems.add("the query selects no ?"
                        + (columns.contains(count.group(1)) ? count.group(2) : count.group(1)));
            }
        }
        return problems;
    }

    /** The sentence with its slots filled. */
    public String fill(Values values) {
        String whole = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(isComplete(part.group(1), values) ? part.group(1) : ""));
        return SLOT.matcher(whole).replaceAll(slot -> Matcher.quoteReplacement(filled(slot.group(1), values)));
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
        long number = values.count(
                count.group(1),
                count.group(2) == null ? "" : count.group(2),
                count.group(3) == null ? Set.of() : Set.of(count.group(3).split(",")));
        if (count.group(4) == null) {
            return Long.toString(number);
        }
        String words = count.group(number == 0 ? 4 : number == 1 ? 5 : 6);
        return words.replace("#", Long.toString(number));
    }
}
