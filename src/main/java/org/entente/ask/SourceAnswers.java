package org.entente.ask;

import static org.entente.ask.AskQueries.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;

/** Figures, contradictions, what was never confirmed, and which sources speak of something. */
final class SourceAnswers {
    private static final Set<String> DIRECTED = Set.of("exports", "imports");

    private final AskQueries queries;
    private final AskTexts texts;

    SourceAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found figures(Asked asked) {
        Map<String, List<String>> given =
                new LinkedHashMap<>(given("from", asked.value("from"), "to", asked.value("to")));
        given.put("measure", asked.values("measure"));
        List<Answer.Row> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Row row : queries.run("reported-figures", given)) {
            if (!isAsked(row, asked)) {
                continue;
            }
            String amount = texts.say("amount", AgreementAnswers.number(row.text("amount")), row.text("unitLabel"));
            String qualified =
                    isShare(row) ? texts.say("figures.share", withQualifier(row, amount)) : withQualifier(row, amount);
            Term document = queries.term(row.text("document"));
            rows.add(new Found.Cells()
                    .put("measure", Term.text(row.text("measureLabel").replace(" | ", "; ")))
                    .put("area", queries.terms(row, "area"))
                    .put("partner", queries.terms(row, "partner"))
                    .put("about", queries.terms(row, "about"))
                    .put("date", queries.dates(row.text("period")))
                    .put("amount", Term.text(qualified))
                    .put("reporter", queries.terms(row, "reporter"))
                    .from(List.of(new Answer.Source(document, row.text("locator"))))
                    .row());
            String period = row.text("period").isEmpty() ? "" : ", " + texts.date(row.text("period"));
            String reporter =
                    row.has("reporter") ? "; " + queries.term(row, "reporter").label() : "";
            said.add(row.text("measureLabel") + period + ": " + qualified + " (" + document.label() + reporter + ")");
        }
        String what = texts.list(java.util.stream.Stream.of("country", "partner", "event")
                .filter(asked::has)
                .map(slot -> queries.label(asked.value(slot)))
                .toList());
        return rows.isEmpty()
                ? new Found(
                        Verdict.NO_EVIDENCE,
                        texts.say("figures.none", what, queries.when(asked), queries.searched()),
                        List.of())
                : new Found(Verdict.HELD, texts.say("figures.held", texts.list(said)), Found.distinct(rows));
    }

    private static String withQualifier(Row row, String amount) {
        return row.text("qualifierLabel").isEmpty() ? amount : row.text("qualifierLabel") + " " + amount;
    }

    /** "More than 85 percent" of something is no volume. */
    private static boolean isShare(Row row) {
        return AskFacts.local(row.text("unit")).equals("percent");
    }

    private static boolean isAsked(Row row, Asked asked) {
        if ((asked.has("from") || asked.has("to")) && !row.has("period")) {
            return false;
        }
        if (asked.has("event")) {
            return asked.values("event").contains(row.text("about"));
        }
        Set<String> country = Set.copyOf(asked.values("country"));
        Set<String> partner = Set.copyOf(asked.values("partner"));
        boolean straight =
                country.contains(row.text("area")) && (partner.isEmpty() || partner.contains(row.text("partner")));
        boolean turned =
                country.contains(row.text("partner")) && (partner.isEmpty() || partner.contains(row.text("area")));
        return straight || turned && !DIRECTED.contains(AskFacts.local(row.text("measure")));
    }

    Found conflicts(Asked asked) {
        List<Row> found = new ArrayList<>();
        List<String> things = asked.has("thing") ? asked.values("thing") : List.of("");
        things.forEach(thing -> found.addAll(queries.run("conflicts", given("thing", thing))));
        Map<String, Answer.Row> rows = new LinkedHashMap<>();
        List<String> on = new ArrayList<>();
        for (Row row : found) {
            rows.putIfAbsent(
                    row.text("conflict") + row.text("report") + row.text("valueText"),
                    new Found.Cells()
                            .put("thing", queries.terms(row, "thing"))
                            .put("aspect", Term.text(row.text("aspectLabel").replace(" | ", "; ")))
                            .put("value", Term.text(row.text("valueText")))
                            .put("adopted", Term.text(row.text("preferred").equals("true") ? texts.say("adopted") : ""))
                            .from(row.has("document") ? queries.documents(row) : List.of())
                            .row());
            String one = queries.term(row, "thing").label() + ": " + row.text("aspectLabel");
            if (!on.contains(one)) {
                on.add(one);
            }
        }
        String what = asked.has("thing")
                ? texts.list(things.stream().map(queries::label).toList())
                : "";
        return rows.isEmpty()
                ? new Found(Verdict.NO_EVIDENCE, texts.say("conflicts.none", what, queries.searched()), List.of())
                : new Found(
                        Verdict.CONTRADICTED, texts.say("conflicts.held", texts.list(on)), List.copyOf(rows.values()));
    }

    Found announced(Asked asked) {
        List<Row> found = queries.run(
                "announced-never-reported",
                given("person", asked.value("person"), "from", asked.value("from"), "to", asked.value("to")));
        Map<String, List<Answer.Source>> sources =
                queries.behind(found.stream().map(row -> row.text("event")).toList());
        Map<String, Found.Cells> byEvent = new LinkedHashMap<>();
        for (Row row : found) {
            byEvent.computeIfAbsent(row.text("event"), k -> new Found.Cells())
                    .put("event", queries.terms(row, "event"))
                    .put("date", queries.dates(row.text("date")))
                    .put("place", queries.terms(row, "place"))
                    .put("who", queries.terms(row, "who"))
                    .from(sources.getOrDefault(row.text("event"), List.of()));
        }
        List<Answer.Row> rows = byEvent.values().stream().map(Found.Cells::row).toList();
        return rows.isEmpty()
                ? new Found(
                        Verdict.NO_EVIDENCE,
                        texts.say("announced.none", queries.when(asked), queries.searched()),
                        List.of())
                : new Found(
                        Verdict.ANNOUNCED,
                        texts.say(
                                "announced.held",
                                rows.size(),
                                queries.when(asked),
                                texts.list(Found.labels(rows, "event")),
                                queries.searched()),
                        rows);
    }

    Found sources(Asked asked) {
        List<Answer.Row> rows = new ArrayList<>();
        for (String thing : asked.values("thing")) {
            for (Row row : queries.run("sources-of", given("thing", thing))) {
                rows.add(new Found.Cells()
                        .put("document", queries.term(row.text("document")))
                        .put("title", Term.text(row.text("title")))
                        .put("publisher", queries.terms(row, "publisher"))
                        .put("date", queries.dates(row.text("published")))
                        .from(queries.documents(row))
                        .row());
            }
        }
        String what =
                texts.list(asked.values("thing").stream().map(queries::label).toList());
        int documents = Found.sources(rows);
        return rows.isEmpty()
                ? new Found(Verdict.NO_EVIDENCE, texts.say("sources.none", what, queries.searched()), List.of())
                : new Found(
                        Verdict.HELD,
                        texts.say("sources.held", what, documents, texts.list(Found.labels(rows, "document"))),
                        Found.distinct(rows));
    }
}
