package org.entente.ask;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.ask.Answer.Term;

/** Offices in which sources name people without giving a day: who is called First Mayor in an undated report was First Mayor. */
final class NamedOffices {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int NEAR = 3;

    private final AskQueries queries;

    NamedOffices(AskQueries queries) {
        this.queries = queries;
    }

    /** Whether the time in office is attested within a few years: somebody attested long before or after is no likely holder. */
    static boolean isNear(String tenure, Asked asked) {
        AskedTime time = AskedTime.of(asked);
        int first =
                time.first() == null ? LocalDate.MIN.getYear() : time.first().getYear();
        int last = time.last() == null ? LocalDate.MAX.getYear() : time.last().getYear();
        return YEAR.matcher(tenure)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .anyMatch(year -> year >= (long) first - NEAR && year <= (long) last + NEAR);
    }

    /** Who is named in an office. */
    List<Answer.Row> holders(String post) {
        return rows(named -> named.post().equals(post), "holder");
    }

    /** In which offices somebody is named. */
    List<Answer.Row> offices(String person, Predicate<String> isAsked) {
        return rows(named -> named.person().equals(person) && isAsked.test(named.post()), "office");
    }

    private List<Answer.Row> rows(Predicate<AskFacts.NamedInOffice> wanted, String column) {
        List<AskFacts.NamedInOffice> found =
                queries.facts.named.stream().filter(wanted).toList();
        Map<String, List<Answer.Source>> sources = queries.behind(
                found.stream().map(AskFacts.NamedInOffice::participation).toList());
        Map<String, Found.Cells> rows = new LinkedHashMap<>();
        for (AskFacts.NamedInOffice named : found) {
            String what = column.equals("holder") ? named.person() : named.post();
            rows.computeIfAbsent(what, k -> new Found.Cells())
                    .put(column, queries.term(what))
                    .put("event", queries.term(named.event()))
                    .from(sources.getOrDefault(named.participation(), List.of()));
        }
        return rows.values().stream().map(Found.Cells::row).toList();
    }

    /** "Peter Tschentscher (hamburg-24stun.de)". */
    static String holder(Answer.Row row) {
        return String.join(", ", Found.labels(List.of(row), "holder")) + " (" + documents(List.of(row)) + ")";
    }

    /** The labels of the documents behind rows. */
    static String documents(List<Answer.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.sources().stream())
                .map(Answer.Source::document)
                .map(Term::label)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
