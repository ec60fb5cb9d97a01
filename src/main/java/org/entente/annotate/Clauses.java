package org.entente.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The relative clauses of a sentence: "zur Konferenz, welche am 23. September stattfinden wird". What is said in one of them, such as a date,
 * is not said of what stands outside.
 */
final class Clauses {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String PREPOSITION =
            "(?:(?:an|auf|aus|bei|durch|für|in|mit|nach|von|zu|über|at|by|for|from|in|of|on|to|with|в|во|на|с|из|при|к)\\s+)?";
    /** Always the beginning of a clause. */
    private static final Pattern RELATIVE = Pattern.compile(
            ",\\s+(?=" + PREPOSITION + "(?:welche[rsmn]?|which|who|whose|whom|where|wo|котор\\w*|где)\\b)", FLAGS);
    /** "der" and the like: a clause only if it ends with a verb, not if it says who somebody is. */
    private static final Pattern ARTICLE =
            Pattern.compile(",\\s+(?=" + PREPOSITION + "(?:der|die|das|dem|den|dessen|deren)\\b)", FLAGS);

    private static final Pattern VERB = Pattern.compile("(?:^|\\s)\\p{Ll}+(?:t|en|st|de)\\s*[.!?]?\\s*$");

    private final List<TextSpan> clauses = new ArrayList<>();

    /** @param at where the sentence stands in the text */
    Clauses(String sentence, int at) {
        find(sentence, at, RELATIVE, false);
        find(sentence, at, ARTICLE, true);
    }

    private void find(String sentence, int at, Pattern beginning, boolean verb) {
        Matcher begin = beginning.matcher(sentence);
        while (begin.find()) {
            int comma = sentence.indexOf(',', begin.end());
            int end = comma < 0 ? sentence.length() : comma;
            if (!verb || VERB.matcher(sentence.substring(begin.end(), end)).find()) {
                clauses.add(new TextSpan(at + begin.end(), at + end));
            }
        }
    }

    private TextSpan around(TextSpan place) {
        return clauses.stream().filter(place::within).findFirst().orElse(TextSpan.NONE);
    }

    /** Whether what stands in one place may be said of what stands in another: in the same clause, or in the main clause. */
    boolean isSaidOf(TextSpan said, TextSpan of) {
        TextSpan clause = around(said);
        return !clause.isPrinted() || clause.equals(around(of));
    }
}
