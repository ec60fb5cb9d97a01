package org.entente.web.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.query.CannedQuery;

/**
 * Compares a question with the question template of a canned query: word for word, or by the share of common words.
 *
 * @param given the values of the parameters in the question
 * @param exact whether the question is the template
 * @param score share of common words, from 0 to 1
 */
record QuestionMatcher(CannedQuery query, Map<String, String> given, boolean exact, double score) {
    private static final List<String> LANGUAGES = List.of("de", "en", "ru");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final double LEAST = 0.3;

    /** The best queries, exact matches first. */
    static List<QuestionMatcher> best(String question, Collection<CannedQuery> queries, int most) {
        return queries.stream()
                .flatMap(query -> match(question, query).stream())
                .sorted(Comparator.comparing((QuestionMatcher m) -> !m.exact)
                        .thenComparing(m -> -m.score)
                        .thenComparing(m -> m.query.id()))
                .limit(most)
                .toList();
    }

    private static Optional<QuestionMatcher> match(String question, CannedQuery query) {
        List<String> templates = LANGUAGES.stream()
                .flatMap(language -> query.header().question().exactlyIn(language).stream())
                .toList();
        return Stream.concat(
                        templates.stream().flatMap(t -> exactly(question, t, query).stream()),
                        templates.stream().flatMap(t -> roughly(question, t, query).stream()))
                .max(Comparator.comparing(QuestionMatcher::exact).thenComparing(QuestionMatcher::score));
    }

    /** Matches the template with any text for its parameters. */
    private static Optional<QuestionMatcher> exactly(String question, String template, CannedQuery query) {
        StringBuilder pattern = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(plain(template));
        int end = 0;
        while (parameters.find()) {
            pattern.append(Pattern.quote(plain(template).substring(end, parameters.start())))
                    .append("(?<")
                    .append(parameters.group(1))
                    .append(">.+?)");
            end = parameters.end();
        }
        pattern.append(Pattern.quote(plain(template).substring(end)));
        Matcher matcher = Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(plain(question));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> given = new LinkedHashMap<>();
        matcher.namedGroups().keySet().forEach(name -> given.put(name, matcher.group(name)));
        return Optional.of(new QuestionMatcher(query, given, true, 1));
    }

    private static Optional<QuestionMatcher> roughly(String question, String template, CannedQuery query) {
        Set<String> asked = words(question);
        Set<String> known = words(PARAMETER.matcher(template).replaceAll(" "));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double common = known.stream().filter(asked::contains).count();
        double score = common / known.size() * 0.7 + common / Math.max(1, asked.size()) * 0.3;
        return score < LEAST ? Optional.empty() : Optional.of(new QuestionMatcher(query, Map.of(), false, score));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[?!.\\s]+$", "");
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }
}
