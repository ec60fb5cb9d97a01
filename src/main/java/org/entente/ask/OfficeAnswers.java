package org.entente.ask;

import static org.entente.ask.MeetingAnswers.given;
import static org.entente.ask.MeetingAnswers.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;
import org.entente.query.EdtfDates;

/** Who held an office, and which offices somebody held. */
final class OfficeAnswers {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int NEAR = 3;

    private final AskQueries queries;
    private final AskTexts texts;

    OfficeAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found holder(Asked asked) {
        String post = asked.value("post");
        String office = queries.label(post);
        if (!asked.has("from") && !asked.has("to")) {
            List<Answer.Row> rows = holders(post);
            return rows.isEmpty()
                    ? none(office, "")
                    : new Found(
                            Verdict.HELD,
                            texts.say("holder.held", office, texts.list(Found.labels(rows, "holder")), ""),
                            rows);
        }
        String date = asked.value("from").equals(asked.value("to"))
                ? asked.value("from")
                : (asked.has("from") ? asked.value("from") : "..") + "/" + (asked.has("to") ? asked.value("to") : "..");
        List<Row> found = queries.run("office-holder-at", given("post", post, "date", date));
        boolean renamed = found.stream().anyMatch(row -> !row.text("post").equals(post));
        Map<String, List<Answer.Source>> sources = new HashMap<>();
        for (Row row : found) {
            sources.computeIfAbsent(row.text("holder"), k -> new ArrayList<>())
                    .addAll(queries.sources(row.text("sources")));
        }
        List<Answer.Row> rows = new ArrayList<>();
        List<String> certain = new ArrayList<>();
        List<String> possible = new ArrayList<>();
        for (Row row : found) {
            if (!row.text("certain").equals("true")
                    && !row.text("partly").equals("true")
                    && !isNear(row.text("tenureDate"), asked)) {
                continue;
            }
            boolean sure =
                    row.text("certain").equals("true") || row.text("partly").equals("true");
            Term holder = queries.term(row, "holder");
            (sure ? certain : possible).add(holder.label());
            Found.Cells cells = new Found.Cells().put("holder", holder);
            if (renamed) {
                cells.put("office", queries.terms(row, "post"));
            }
            rows.add(cells.put("date", queries.dates(row.text("tenureDate")))
                    .put("certainty", Term.text(texts.say(sure ? "certain" : "possible")))
                    .from(sources.getOrDefault(row.text("holder"), List.of()))
                    .row());
        }
        String when = when(asked);
        if (rows.isEmpty()) {
            return none(office, when);
        }
        if (certain.isEmpty()) {
            return new Found(Verdict.POSSIBLE, texts.say("holder.possible", office, texts.list(possible), when), rows);
        }
        String said = texts.say("holder.held", office, texts.list(certain), when);
        possible.removeAll(certain);
        return new Found(
                Verdict.HELD,
                possible.isEmpty() ? said : said + " " + texts.say("holder.also", texts.list(possible)),
                rows);
    }

    /** Who held an office; if it was renamed, under which of its names. */
    private List<Answer.Row> holders(String post) {
        List<Row> chain = queries.run("office-chain", given("post", post)).stream()
                .filter(row -> !row.text("holder").isEmpty())
                .toList();
        return (chain.isEmpty() ? queries.run("holders-of-post", given("post", post)) : chain)
                .stream()
                        .map(row -> {
                            Found.Cells cells = new Found.Cells().put("holder", queries.terms(row, "holder"));
                            if (!chain.isEmpty()) {
                                cells.put("office", queries.terms(row, "office"));
                            }
                            return cells.put("date", queries.dates(row.text("date")))
                                    .from(queries.sources(row.text("sources")))
                                    .row();
                        })
                        .toList();
    }

    /** Whether the time in office is attested within a few years: somebody attested long before or after is no likely holder. */
    private static boolean isNear(String tenure, Asked asked) {
        int first = day(asked.value("from"), LocalDate.MIN, true).getYear();
        int last = day(asked.value("to"), LocalDate.MAX, false).getYear();
        return YEAR.matcher(tenure)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .anyMatch(year -> year >= (long) first - NEAR && year <= (long) last + NEAR);
    }

    private Found none(String office, String when) {
        return new Found(
                Verdict.NO_EVIDENCE,
                texts.say("holder.none", office, when, queries.facts.coverage.sources()),
                List.of());
    }

    Found offices(Asked asked) {
        String who = queries.label(asked.value("person"));
        List<Answer.Row> rows = queries.run("tenures-of-person", given("person", asked.value("person"))).stream()
                .filter(row -> !asked.has("office")
                        || queries.facts.isOffice(
                                row.text("post"), asked.slot("office").said()))
                .filter(row -> isThen(row.text("date"), asked))
                .map(row -> new Found.Cells()
                        .put("office", queries.terms(row, "post"))
                        .put("date", queries.dates(row.text("date")))
                        .put("body", queries.terms(row, "body"))
                        .from(queries.sources(row.text("sources")))
                        .row())
                .toList();
        String when = when(asked);
        if (rows.isEmpty()) {
            String none = asked.has("office")
                    ? texts.say(
                            "washolder.none", who, asked.slot("office").said(), queries.facts.coverage.sources(), when)
                    : texts.say("offices.none", who, queries.facts.coverage.sources(), when);
            return new Found(Verdict.NO_EVIDENCE, none, List.of());
        }
        return new Found(
                Verdict.HELD, texts.say("offices.held", who, texts.list(Found.labels(rows, "office")), when), rows);
    }

    /** An office that is only attested for other days is no answer for this one. */
    private static boolean isThen(String edtf, Asked asked) {
        if (!asked.has("from") && !asked.has("to")) {
            return true;
        }
        LocalDate first = day(asked.value("from"), LocalDate.MIN, true);
        LocalDate last = day(asked.value("to"), LocalDate.MAX, false);
        return AskQueries.parts(edtf).stream()
                .flatMap(date -> new EdtfDates().read(date).stream())
                .anyMatch(r -> !r.first().orElse(LocalDate.MIN).isAfter(last)
                        && !r.last().orElse(LocalDate.MAX).isBefore(first));
    }

    private static LocalDate day(String edtf, LocalDate otherwise, boolean start) {
        return edtf.isEmpty()
                ? otherwise
                : new EdtfDates()
                        .read(edtf)
                        .flatMap(r -> start ? r.first() : r.last())
                        .orElse(otherwise);
    }
}
