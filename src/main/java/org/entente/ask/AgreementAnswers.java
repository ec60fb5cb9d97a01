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

/** Agreements, their partners and their numbers; projects and who pays for them. */
final class AgreementAnswers {
    private final AskQueries queries;
    private final AskTexts texts;

    AgreementAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found agreements(Asked asked) {
        if (asked.says("signed") && asked.has("agreement")) {
            return new SignatoryAnswers(queries).signatories(asked.value("agreement"));
        }
        List<Row> found = new ArrayList<>();
        String what;
        Set<String> own = Set.of();
        if (asked.has("agreement")) {
            String agreement = asked.value("agreement");
            queries.facts.parts.getOrDefault(agreement, Set.of()).stream()
                    .filter(part -> Kind.of(queries.facts.names.classes(part)).acts())
                    .findFirst()
                    .ifPresent(party ->
                            found.addAll(queries.run("agreements-of-organisation", given("organisation", party))));
            found.removeIf(row -> !row.text("agreement").equals(agreement));
            what = queries.label(agreement);
        } else if (asked.has("organisation")) {
            found.addAll(queries.run("agreements-of-organisation", given("organisation", asked.value("organisation"))));
            if (asked.has("partner")) {
                Set<String> partner = Set.copyOf(asked.values("partner"));
                found.removeIf(row -> queries.facts.parts.getOrDefault(row.text("agreement"), Set.of()).stream()
                        .noneMatch(partner::contains));
            }
            what = queries.label(asked.value("organisation"));
            own = Set.of(asked.value("organisation"));
        } else if (asked.has("one")) {
            found.addAll(queries.run(
                    "agreements-between-countries", given("one", asked.value("one"), "other", asked.value("other"))));
            what = queries.label(asked.value("one")) + " – " + queries.label(asked.value("other"));
        } else {
            for (String event : asked.values("event")) {
                if (queries.facts.names.classes(event).contains(org.entente.vocab.EntClass.DELEGATION_TRIP.getURI())) {
                    found.addAll(queries.run("agreements-of-trip", given("trip", event)));
                }
            }
            what = texts.list(asked.values("event").stream().map(queries::label).toList());
            if (found.isEmpty()) {
                return count(asked);
            }
        }
        found.removeIf(row -> !isIn(row, asked));
        return listed(asked, found, what, own);
    }

    /** The dates of an agreement; where sources give none, those of the events at which it was concluded. */
    private String dates(Row row) {
        if (!row.text("date").isEmpty()) {
            return row.text("date");
        }
        return queries.facts.parts.getOrDefault(row.text("agreement"), Set.of()).stream()
                .map(queries.facts.events::get)
                .filter(java.util.Objects::nonNull)
                .flatMap(event -> event.dates().stream())
                .collect(java.util.stream.Collectors.joining(" | "));
    }

    /** An agreement without a day may be of any time. */
    private boolean isIn(Row row, Asked asked) {
        return dates(row).isEmpty() || AskedTime.of(asked).fit(dates(row)) != AskedTime.Fit.NEVER;
    }

    private static boolean isConcluded(Row row) {
        return AskFacts.local(row.text("status")).equals("agreementConcluded");
    }

    private boolean isSure(Row row, Asked asked) {
        return AskedTime.of(asked).fit(dates(row)) == AskedTime.Fit.CERTAIN;
    }

    private Found listed(Asked asked, List<Row> found, String what, Set<String> own) {
        Map<String, Found.Cells> byAgreement = new LinkedHashMap<>();
        List<String> concluded = new ArrayList<>();
        List<String> other = new ArrayList<>();
        List<String> perhaps = new ArrayList<>();
        Map<String, List<Answer.Source>> sources =
                queries.behind(found.stream().map(row -> row.text("agreement")).toList());
        List<String> partners = new ArrayList<>();
        for (Row row : found) {
            String iri = row.text("agreement");
            byAgreement
                    .computeIfAbsent(iri, k -> new Found.Cells())
                    .put("agreement", queries.terms(row, "agreement"))
                    .put("status", Term.text(row.text("statusLabel").replace(" | ", "; ")))
                    .put("kind", Term.text(row.text("kindLabel").replace(" | ", "; ")))
                    .put("date", queries.dates(row.text("date")))
                    .put("party", queries.terms(row, "party"))
                    .from(sources.getOrDefault(iri, List.of()));
            Set<String> us = own;
            queries.terms(row, "party").stream()
                    .filter(party -> isSure(row, asked) && !us.contains(party.iri()))
                    .forEach(party -> partners.add(party.label()));
            List<String> list = !isSure(row, asked) ? perhaps : isConcluded(row) ? concluded : other;
            String date = row.text("date").isEmpty() ? "" : " (" + queries.day(row.text("date")) + ")";
            String label = queries.term(row, "agreement").label() + date;
            if (!list.contains(label)) {
                list.add(label);
            }
        }
        List<Answer.Row> rows =
                byAgreement.values().stream().map(Found.Cells::row).toList();
        if (rows.isEmpty()) {
            return new Found(
                    Verdict.NO_EVIDENCE,
                    texts.say("agreements.none", what, queries.when(asked), queries.searched()),
                    List.of());
        }
        List<String> said = new ArrayList<>();
        if (!concluded.isEmpty()) {
            said.add(
                    own.isEmpty()
                            ? texts.say("agreements.held", texts.list(concluded))
                            : texts.say(
                                    isPolity(own) ? "agreements.parties" : "agreements.with",
                                    what,
                                    texts.list(partners),
                                    concluded.size()));
        }
        if (!other.isEmpty()) {
            said.add(texts.say("agreements.announced", texts.list(other), queries.searched()));
        }
        if (!perhaps.isEmpty()) {
            said.add(texts.say("agreements.perhaps", texts.list(perhaps)));
        }
        AskedTime time = AskedTime.of(asked);
        // As with meetings: what was concluded by a day of that time is told as concluded, and its date beside it.
        boolean held = !concluded.isEmpty()
                || other.isEmpty()
                        && found.stream()
                                .filter(AgreementAnswers::isConcluded)
                                .anyMatch(row -> time.touches(dates(row)));
        Verdict verdict = held ? Verdict.HELD : other.isEmpty() ? Verdict.POSSIBLE : Verdict.ANNOUNCED;
        return new Found(verdict, String.join(" ", said), rows);
    }

    /** The agreements of a country are those of its bodies: they are parties, not partners. */
    private boolean isPolity(Set<String> own) {
        return own.stream().anyMatch(iri -> Kind.of(queries.facts.names.classes(iri)) == Kind.POLITY);
    }

    /** How many were counted, and how many of them are known by name. */
    Found count(Asked asked) {
        List<Row> found = new ArrayList<>();
        for (String event : asked.has("event") ? asked.values("event") : List.of("")) {
            found.addAll(queries.run("unnamed-agreements", given("event", event)));
        }
        Map<String, List<Answer.Source>> sources =
                queries.behind(found.stream().map(row -> row.text("batch")).toList());
        List<Answer.Row> rows = found.stream()
                .map(row -> new Found.Cells()
                        .put("batch", queries.terms(row, "batch"))
                        .put("stated", Term.text(row.text("stated")))
                        .put("named", Term.text(row.text("named")))
                        .put("unnamed", Term.text(row.text("unnamed")))
                        .put("event", queries.terms(row, "event"))
                        .from(sources.getOrDefault(row.text("batch"), List.of()))
                        .row())
                .toList();
        String what = asked.has("event")
                ? texts.list(asked.values("event").stream().map(queries::label).toList())
                : "";
        if (rows.isEmpty()) {
            return new Found(Verdict.NOT_STATED, texts.say("count.none", what, queries.searched()), List.of());
        }
        List<String> each = found.stream()
                .map(row -> texts.say(
                        "count.each", queries.term(row, "batch").label(), row.text("stated"), row.text("named")))
                .toList();
        return new Found(Verdict.HELD, texts.say("count.held", texts.list(each)), rows);
    }

    Found funding(Asked asked) {
        List<Row> found = queries.run("projects-and-funding", given("project", asked.value("project")));
        Map<String, List<Answer.Source>> sources = queries.behind(java.util.stream.Stream.concat(
                        found.stream().map(row -> row.text("funding")),
                        found.stream().map(row -> row.text("project")))
                .filter(iri -> !iri.isEmpty())
                .distinct()
                .toList());
        Map<String, Found.Cells> byFunding = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        for (Row row : found) {
            if (!row.has("funder")) {
                continue;
            }
            String amount =
                    row.has("amount") ? texts.say("amount", number(row.text("amount")), row.text("unitLabel")) : "";
            byFunding
                    .computeIfAbsent(row.text("funder"), k -> new Found.Cells())
                    .put("funder", queries.terms(row, "funder"))
                    .put("amount", Term.text(amount))
                    .put("project", queries.terms(row, "project"))
                    .put("date", queries.dates(row.text("date")))
                    .from(sources.getOrDefault(row.text("funding"), List.of()))
                    .from(sources.getOrDefault(row.text("project"), List.of()));
            String one = texts.list(queries.terms(row, "funder").stream()
                            .map(Term::label)
                            .toList())
                    + (amount.isEmpty() ? "" : " (" + amount + ")");
            if (!said.contains(one)) {
                said.add(one);
            }
        }
        String what = queries.label(asked.value("project"));
        return byFunding.isEmpty()
                ? new Found(Verdict.NOT_STATED, texts.say("funding.none", what, queries.searched()), List.of())
                : new Found(
                        Verdict.HELD,
                        texts.say("funding.held", what, texts.list(said)),
                        byFunding.values().stream().map(Found.Cells::row).toList());
    }

    static Object number(String lexical) {
        try {
            return new java.math.BigDecimal(lexical).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return lexical;
        }
    }
}
