package org.entente.ask;

import static org.entente.ask.AskQueries.given;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;

/** Questions about events: whether and when, where, what happened. */
final class EventAnswers {
    private static final Set<String> MEETINGS = Set.of(EntClass.MEETING.getURI(), EntClass.SESSION.getURI());

    private final AskQueries queries;
    private final AskTexts texts;

    EventAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    /** Trips and visits of somebody to a place. */
    Found visited(Asked asked) {
        List<Row> found = new ArrayList<>(queries.run(
                "events-of-person",
                given("person", asked.value("person"), "from", asked.value("from"), "to", asked.value("to"))));
        found.removeIf(row -> {
            return asked.values("place").stream().noneMatch(place -> queries.facts.isAt(row.text("event"), place))
                    || !queries.facts.names.classes(row.text("event")).contains(EntClass.VISIT.getURI());
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
            Verdict own = queries.facts.verdict(List.of(iri));
            String date = event.dates().stream().map(texts::date).collect(Collectors.joining(texts.say("or")));
            said.add(texts.say(
                    "place." + own.word() + (date.isEmpty() ? ".undated" : ""),
                    queries.label(iri),
                    date,
                    queries.searched()));
            if (own == Verdict.HELD && queries.facts.announcedTimes.contains(iri) && !date.isEmpty()) {
                said.add(texts.say("asannounced.date", queries.label(iri)));
            }
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
            said.addFirst(texts.say("place.other", queries.searched()));
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
            return new Found(
                    Verdict.NO_EVIDENCE,
                    texts.say("sessions.none", what, queries.when(asked), queries.searched()),
                    List.of());
        }
        String said = texts.say("sessions.held", what, held.size() / 2, texts.list(seconds(held)), queries.when(asked));
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
        if (asked.says("meetings")) {
            found.removeIf(row -> Collections.disjoint(queries.facts.names.classes(row.text("event")), MEETINGS));
        }
        return listed(asked, found, "happened");
    }

    /** Events about a topic, or about any of several. */
    Found about(Asked asked) {
        Map<String, Row> found = new LinkedHashMap<>();
        for (String topic : asked.values("topic")) {
            queries.run("browse-events", given("topic", AskFacts.local(topic), "country", asked.value("country")))
                    .forEach(row -> found.putIfAbsent(row.text("event"), row));
        }
        found.keySet().removeIf(event -> {
            AskFacts.Event known = queries.facts.events.get(event);
            return asked.has("place")
                            && asked.values("place").stream().noneMatch(place -> queries.facts.isAt(event, place))
                    || asked.has("person") && !(known != null && known.parts().contains(asked.value("person")));
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

    private Found listed(Asked asked, List<Row> found, String key) {
        String what = asked.has("person") ? queries.label(asked.value("person")) : "";
        return new ListedEvents(queries, asked, found).found(key, what);
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
        String what = asked.has("head") ? queries.label(asked.value("head")) : queries.events(asked);
        if (rows.isEmpty()) {
            return new Found(Verdict.NO_EVIDENCE, texts.say("places.none", what, queries.searched()), List.of());
        }
        List<String> events =
                found.stream().map(row -> row.text("trip")).distinct().toList();
        return new Found(
                queries.facts.verdict(events),
                texts.say("places.held", what, texts.list(List.copyOf(towns.isEmpty() ? countries : towns))),
                rows);
    }
}
