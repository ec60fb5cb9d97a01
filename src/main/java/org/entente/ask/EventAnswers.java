package org.entente.ask;

import static org.entente.ask.MeetingAnswers.given;
import static org.entente.ask.MeetingAnswers.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;
import org.entente.query.DateRange;
import org.entente.query.EdtfDates;
import org.entente.vocab.Ent;

/** Questions about events: who led, who took part, whether and when, where, what happened. */
final class EventAnswers {
    private final AskQueries queries;
    private final AskTexts texts;

    EventAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    private int searched() {
        return queries.facts.coverage.sources();
    }

    private String events(Asked asked) {
        return texts.list(asked.values("event").stream().map(queries::label).toList());
    }

    /** Held if any is, contradicted if sources disagree on it, else announced. */
    private Verdict verdict(List<String> events) {
        Set<String> states = events.stream()
                .map(iri -> queries.facts.events.get(iri))
                .filter(java.util.Objects::nonNull)
                .map(AskFacts.Event::status)
                .collect(Collectors.toSet());
        if (states.contains("held")) {
            return Verdict.HELD;
        }
        if (states.contains("contradicted")) {
            return Verdict.CONTRADICTED;
        }
        return states.contains("announced") ? Verdict.ANNOUNCED : Verdict.NOT_HELD;
    }

    Found led(Asked asked) {
        List<Row> found = new ArrayList<>();
        if (asked.has("leader")) {
            found.addAll(queries.run(
                    "who-led",
                    given("leader", asked.value("leader"), "from", asked.value("from"), "to", asked.value("to"))));
        } else {
            asked.values("event").forEach(event -> found.addAll(queries.run("who-led", given("event", event))));
        }
        Map<String, List<Answer.Source>> sources =
                queries.behind(found.stream().map(row -> row.text("event")).toList());
        Map<String, Found.Cells> byLeader = new LinkedHashMap<>();
        for (Row row : found) {
            byLeader.computeIfAbsent(row.text("leader") + row.text("event"), k -> new Found.Cells())
                    .put("leader", queries.terms(row, "leader"))
                    .put("event", queries.terms(row, "event"))
                    .put("role", Term.text(row.text("roleLabel").replace(" | ", "; ")))
                    .put("office", queries.terms(row, "office"))
                    .put("date", queries.dates(row.text("date")))
                    .put("status", Term.text(row.text("statusLabel").replace(" | ", "; ")))
                    .from(sources.getOrDefault(row.text("event"), List.of()));
        }
        List<Answer.Row> rows = byLeader.values().stream().map(Found.Cells::row).toList();
        List<String> events = found.stream().map(row -> row.text("event")).toList();
        if (asked.has("leader")) {
            String who = queries.label(asked.value("leader"));
            return rows.isEmpty()
                    ? new Found(Verdict.NO_EVIDENCE, texts.say("ledby.none", who, when(asked), searched()), List.of())
                    : new Found(
                            verdict(events),
                            texts.say("ledby.held", who, texts.list(Found.labels(rows, "event")), when(asked)),
                            rows);
        }
        if (rows.isEmpty()) {
            return new Found(Verdict.NOT_STATED, texts.say("led.none", events(asked), searched()), List.of());
        }
        String where = texts.list(Found.labels(rows, "event"));
        Verdict verdict = verdict(events);
        return new Found(
                verdict,
                texts.say(
                        verdict == Verdict.ANNOUNCED ? "led.announced" : "led.held",
                        where,
                        texts.list(Found.labels(rows, "leader"))),
                rows);
    }

    Found tookPart(Asked asked) {
        List<Answer.Row> rows = new ArrayList<>();
        Map<String, List<Answer.Source>> sources = queries.behind(asked.values("event"));
        Set<String> without = new LinkedHashSet<>(asked.values("person"));
        for (String event : asked.values("event")) {
            Map<String, Found.Cells> byWho = new LinkedHashMap<>();
            for (Row row : queries.run("event", given("event", event))) {
                String who = row.has("participant") ? row.text("participant") : row.text("group") + row.text("office");
                if (who.isEmpty() || without.contains(who) || !isOfSide(row, asked)) {
                    continue;
                }
                Found.Cells cells = byWho.computeIfAbsent(who, k -> new Found.Cells());
                if (row.has("participant")) {
                    cells.put("participant", queries.terms(row, "participant"));
                } else if (row.has("group")) {
                    cells.put("participant", Term.text(row.text("group")));
                } else {
                    cells.put("participant", queries.terms(row, "office"));
                }
                cells.put("office", queries.terms(row, "office"))
                        .put("role", Term.text(row.text("roleLabel").replace(" | ", "; ")))
                        .put("attendance", Term.text(row.text("attendanceLabel").replace(" | ", "; ")))
                        .put("event", queries.term(event))
                        .from(sources.getOrDefault(event, List.of()));
            }
            byWho.values().forEach(cells -> rows.add(cells.row()));
        }
        if (rows.isEmpty()) {
            return new Found(Verdict.NOT_STATED, texts.say("part.none", events(asked), searched()), List.of());
        }
        Verdict verdict = verdict(asked.values("event"));
        String key = verdict == Verdict.ANNOUNCED ? "part.announced" : "part.held";
        return new Found(
                verdict,
                texts.say(key, events(asked), texts.list(Found.labels(rows, "participant"))),
                Found.distinct(rows));
    }

    private boolean isOfSide(Row row, Asked asked) {
        Set<String> acted = new LinkedHashSet<>(queries.facts.sides.getOrDefault(row.text("participant"), Set.of()));
        acted.addAll(AskQueries.parts(row.text("side")));
        acted.addAll(AskQueries.parts(row.text("office")).stream()
                .flatMap(o -> queries.facts.bodiesOf(o).stream())
                .toList());
        List.copyOf(acted).forEach(side -> acted.addAll(queries.facts.within.getOrDefault(side, Set.of())));
        return !asked.has("side") || asked.values("side").stream().anyMatch(acted::contains);
    }

    /** Trips and visits of somebody to a place. */
    Found visited(Asked asked) {
        List<Row> found = new ArrayList<>(queries.run(
                "events-of-person",
                given("person", asked.value("person"), "from", asked.value("from"), "to", asked.value("to"))));
        found.removeIf(row -> {
            return asked.values("place").stream().noneMatch(place -> queries.facts.isAt(row.text("event"), place))
                    || !queries.facts
                            .names
                            .classes(row.text("event"))
                            .contains(org.entente.vocab.EntClass.VISIT.getURI());
        });
        return listed(asked, found, "visited");
    }

    Found tookPlace(Asked asked) {
        List<Answer.Row> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        Verdict verdict = Verdict.NO_EVIDENCE;
        for (String iri : asked.values("event")) {
            AskFacts.Event event = java.util.Objects.requireNonNull(queries.facts.events.get(iri), iri);
            for (Row row : queries.run("evidence-of-event", given("event", iri))) {
                rows.add(new Found.Cells()
                        .put("event", queries.term(iri))
                        .put("status", Term.text(row.text("statusLabel").replace(" | ", "; ")))
                        .put("date", queries.dates(row.text("date")))
                        .put("place", queries.terms(row, "place"))
                        .from(queries.documents(row))
                        .row());
            }
            Verdict own = verdict(List.of(iri));
            String date = texts.list(event.dates().stream().map(texts::date).toList());
            said.add(texts.say(
                    "place." + own.word() + (date.isEmpty() ? ".undated" : ""), queries.label(iri), date, searched()));
            Set<String> aspects = queries.facts.disputed.getOrDefault(iri, Set.of());
            boolean disputed =
                    aspects.contains(Ent.term("reportedTime")) || aspects.contains(Ent.term("reportedStatus"));
            if (disputed) {
                said.add(texts.say("disputed"));
                own = Verdict.CONTRADICTED;
            } else if (asked.says("otherDate")) {
                own = Verdict.NO_EVIDENCE;
            }
            verdict = verdict == Verdict.NO_EVIDENCE ? own : verdict;
        }
        if (asked.says("otherDate")) {
            said.addFirst(texts.say("place.other", searched()));
        }
        return new Found(verdict, String.join(" ", said), rows);
    }

    Found sessions(Asked asked) {
        List<Row> found = queries.run(
                "working-group-sessions",
                given(
                        "series",
                        asked.value("series"),
                        "group",
                        asked.value("group"),
                        "from",
                        asked.value("from"),
                        "to",
                        asked.value("to")));
        Map<String, List<Answer.Source>> sources =
                queries.behind(found.stream().map(row -> row.text("session")).toList());
        Map<String, Found.Cells> bySession = new LinkedHashMap<>();
        List<String> held = new ArrayList<>();
        List<String> announced = new ArrayList<>();
        for (Row row : found) {
            String session = row.text("session");
            bySession
                    .computeIfAbsent(session, k -> new Found.Cells())
                    .put("event", queries.terms(row, "session"))
                    .put("number", Term.text(row.text("sessionNumber")))
                    .put("status", Term.text(row.text("statusLabel").replace(" | ", "; ")))
                    .put("date", queries.dates(row.text("date")))
                    .put("place", queries.terms(row, "place"))
                    .from(sources.getOrDefault(session, List.of()));
            List<String> list = AskFacts.local(row.text("status")).equals("held") ? held : announced;
            String date = row.text("date").isEmpty()
                    ? queries.label(session)
                    : texts.date(AskQueries.parts(row.text("date")).getFirst());
            if (!list.contains(session)) {
                list.add(session);
                list.add(date);
            }
        }
        String what = asked.has("series") ? queries.label(asked.value("series")) : queries.label(asked.value("group"));
        List<Answer.Row> rows =
                bySession.values().stream().map(Found.Cells::row).toList();
        if (rows.isEmpty()) {
            return new Found(Verdict.NO_EVIDENCE, texts.say("sessions.none", what, when(asked), searched()), List.of());
        }
        String said = texts.say("sessions.held", what, held.size() / 2, texts.list(seconds(held)), when(asked));
        if (!announced.isEmpty()) {
            said += " " + texts.say("sessions.announced", announced.size() / 2, texts.list(seconds(announced)));
        }
        return new Found(held.isEmpty() ? Verdict.ANNOUNCED : Verdict.HELD, said, rows);
    }

    private static List<String> seconds(List<String> pairs) {
        List<String> seconds = new ArrayList<>();
        for (int i = 1; i < pairs.size(); i += 2) {
            seconds.add(pairs.get(i));
        }
        return seconds;
    }

    Found happened(Asked asked) {
        List<Row> found = new ArrayList<>();
        if (asked.has("place")) {
            for (String place : asked.values("place")) {
                found.addAll(queries.run(
                        "events-in-place",
                        given("place", place, "from", asked.value("from"), "to", asked.value("to"))));
            }
        } else {
            found.addAll(queries.run(
                    "events-between",
                    given(
                            "from",
                            asked.has("from") ? asked.value("from") : "0001",
                            "to",
                            asked.has("to") ? asked.value("to") : "9999")));
        }
        found.removeIf(row -> {
            AskFacts.Event event = queries.facts.events.get(row.text("event"));
            boolean dated = asked.has("from") || asked.has("to");
            // What may have been at any time is not what happened then.
            return dated && event != null && event.spans().stream().noneMatch(AskFacts.Span::isBounded);
        });
        return listed(asked, found, "happened");
    }

    /** Events about a topic, or about any of several. */
    Found about(Asked asked) {
        Map<String, Row> found = new LinkedHashMap<>();
        Optional<DateRange> from = new EdtfDates().read(asked.value("from"));
        Optional<DateRange> to = new EdtfDates().read(asked.value("to"));
        for (String topic : asked.values("topic")) {
            queries.run("browse-events", given("topic", AskFacts.local(topic), "country", asked.value("country")))
                    .forEach(row -> found.putIfAbsent(row.text("event"), row));
        }
        found.keySet().removeIf(event -> {
            AskFacts.Event known = queries.facts.events.get(event);
            return asked.has("place")
                            && asked.values("place").stream().noneMatch(place -> queries.facts.isAt(event, place))
                    || asked.has("person") && !(known != null && known.parts().contains(asked.value("person")))
                    || (from.isPresent() || to.isPresent())
                            && (known == null
                                    || known.spans().stream()
                                            .noneMatch(span -> span.isBounded()
                                                    && !span.last()
                                                            .isBefore(from.flatMap(DateRange::first)
                                                                    .orElse(LocalDate.MIN))
                                                    && !span.first()
                                                            .isAfter(to.flatMap(DateRange::last)
                                                                    .orElse(LocalDate.MAX))));
        });
        return listed(asked, List.copyOf(found.values()), "happened");
    }

    Found eventsOf(Asked asked) {
        List<Row> found = new ArrayList<>(queries.run(
                "events-of-person",
                given("person", asked.value("person"), "from", asked.value("from"), "to", asked.value("to"))));
        if (asked.has("place")) {
            found.removeIf(row ->
                    asked.values("place").stream().noneMatch(place -> queries.facts.isAt(row.text("event"), place)));
        }
        return listed(asked, found, "eventsof");
    }

    /** With its day, where one is known. */
    private String dated(Row row) {
        String label = queries.term(row, "event").label();
        List<String> dates = AskQueries.parts(row.text("date"));
        return dates.isEmpty() ? label : label + " (" + texts.date(dates.getFirst()) + ")";
    }

    private Found listed(Asked asked, List<Row> found, String key) {
        Map<String, List<Answer.Source>> sources =
                queries.behind(found.stream().map(row -> row.text("event")).toList());
        Map<String, Found.Cells> byEvent = new LinkedHashMap<>();
        for (Row row : found) {
            byEvent.computeIfAbsent(row.text("event"), k -> new Found.Cells())
                    .put("event", queries.terms(row, "event"))
                    .put("status", Term.text(row.text("statusLabel").replace(" | ", "; ")))
                    .put("date", queries.dates(row.text("date")))
                    .put("place", queries.terms(row, "place"))
                    .from(sources.getOrDefault(row.text("event"), List.of()));
        }
        List<Answer.Row> rows = byEvent.values().stream().map(Found.Cells::row).toList();
        String what = asked.has("person") ? queries.label(asked.value("person")) : "";
        if (rows.isEmpty()) {
            return new Found(Verdict.NO_EVIDENCE, texts.say(key + ".none", what, when(asked), searched()), List.of());
        }
        return new Found(
                verdict(List.copyOf(byEvent.keySet())),
                texts.say(
                        key + ".held",
                        what,
                        when(asked),
                        rows.size(),
                        texts.list(found.stream().map(this::dated).toList())),
                rows);
    }

    Found places(Asked asked) {
        List<Row> found = new ArrayList<>();
        if (asked.has("head")) {
            found.addAll(queries.run(
                    "places-of-trip",
                    given("head", asked.value("head"), "from", asked.value("from"), "to", asked.value("to"))));
        } else {
            asked.values("event").forEach(event -> found.addAll(queries.run("places-of-trip", given("trip", event))));
        }
        Map<String, Found.Cells> byPlace = new LinkedHashMap<>();
        Set<String> towns = new LinkedHashSet<>();
        Set<String> countries = new LinkedHashSet<>();
        for (Row row : found) {
            Found.Cells cells = byPlace.computeIfAbsent(row.text("trip") + row.text("place"), k -> new Found.Cells())
                    .put("place", queries.terms(row, "place"))
                    .put("event", queries.terms(row, "trip"));
            if (row.has("document")) {
                cells.from(queries.documents(row));
            }
            (row.text("wholeCountry").equals("true") ? countries : towns)
                    .add(queries.term(row, "place").label());
        }
        List<Answer.Row> rows = byPlace.values().stream().map(Found.Cells::row).toList();
        String what = asked.has("head") ? queries.label(asked.value("head")) : events(asked);
        if (rows.isEmpty()) {
            return new Found(Verdict.NO_EVIDENCE, texts.say("places.none", what, searched()), List.of());
        }
        List<String> events =
                found.stream().map(row -> row.text("trip")).distinct().toList();
        return new Found(
                verdict(events),
                texts.say("places.held", what, texts.list(List.copyOf(towns.isEmpty() ? countries : towns))),
                rows);
    }
}
