package org.entente.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;

/** Tells several events: those that took place in the time that is asked for, those that may have, and those that were only announced. */
final class ListedEvents {
    private final AskQueries queries;
    private final AskTexts texts;
    private final Asked asked;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    /** At which the person that is asked for was, and for which the person was only expected. */
    private final Set<String> attended = new HashSet<>();

    private final Set<String> missed = new HashSet<>();
    private final Set<String> sure = new LinkedHashSet<>();
    private final Set<String> perhaps = new LinkedHashSet<>();
    /** Of which nothing but a distant bound is known. */
    private final Set<String> open = new LinkedHashSet<>();

    ListedEvents(AskQueries queries, Asked asked, List<Row> found) {
        this.queries = queries;
        this.texts = queries.texts;
        this.asked = asked;
        AskedTime time = AskedTime.of(asked);
        for (Row row : found) {
            String date = row.text("date");
            String event = row.text("event");
            if (!row.text("attendance").isEmpty()) {
                (row.text("attendance").contains("#attended") ? attended : missed).add(event);
            }
            if (time.fit(date) == AskedTime.Fit.NEVER || rows.putIfAbsent(event, row) != null) {
                continue;
            }
            boolean certain = time.fit(date) == AskedTime.Fit.CERTAIN;
            (certain ? sure : time.touches(date) || isNarrow(event) ? perhaps : open).add(event);
        }
    }

    /** Both ends are known, if not to the day. */
    private boolean isNarrow(String event) {
        AskFacts.Event known = queries.facts.events.get(event);
        return known != null && known.spans().stream().anyMatch(AskFacts.Span::isBounded);
    }

    Found found(String key, String what) {
        List<String> said = new ArrayList<>();
        List<String> held = dated(sure, "held");
        List<String> announced = dated(sure, "announced");
        List<String> others = sure.stream()
                .filter(event -> !status(event).equals("held") && !status(event).equals("announced"))
                .map(this::withStatus)
                .toList();
        int searched = queries.facts.coverage.sources();
        if (!held.isEmpty()) {
            said.add(texts.say(key + ".held", what, queries.when(asked), held.size(), texts.list(held)));
        } else if (sure.isEmpty() && !perhaps.isEmpty()) {
            said.add(texts.say("listed.uncertain", what, queries.when(asked)));
        } else if (announced.isEmpty() && others.isEmpty()) {
            said.add(texts.say(key + ".none", what, queries.when(asked), searched));
        } else {
            said.add(texts.say("listed.none", what, queries.when(asked)).strip());
        }
        if (!announced.isEmpty()) {
            said.add(texts.say("listed.announced", texts.list(announced), searched));
        }
        if (!others.isEmpty()) {
            said.add(texts.say("listed.others", texts.list(others)));
        }
        if (!perhaps.isEmpty()) {
            said.add(texts.say(
                    "perhaps", texts.list(perhaps.stream().map(this::withStatus).toList())));
        }
        if (!open.isEmpty()) {
            said.add(texts.say("listed.open", open.size()));
        }
        asAnnounced().forEach(said::add);
        List<String> there =
                sure.stream().filter(event -> !status(event).equals("notThere")).toList();
        Verdict best = !sure.isEmpty()
                ? there.isEmpty() ? Verdict.NOT_HELD : queries.facts.verdict(there)
                : perhaps.isEmpty() ? Verdict.NO_EVIDENCE : Verdict.POSSIBLE;
        return new Found(
                best,
                String.join(" ", said),
                shown(),
                sure.stream().filter(event -> status(event).equals("held")).toList());
    }

    private List<Answer.Row> shown() {
        List<String> events = new ArrayList<>(sure);
        events.addAll(perhaps);
        Map<String, List<Answer.Source>> sources = queries.behind(events);
        return events.stream()
                .map(event -> {
                    Row row = java.util.Objects.requireNonNull(rows.get(event), event);
                    return new Found.Cells()
                            .put("event", queries.terms(row, "event"))
                            .put("status", Term.text(row.text("statusLabel").replace(" | ", "; ")))
                            .put("date", queries.dates(row.text("date")))
                            .put("place", queries.terms(row, "place"))
                            .from(sources.getOrDefault(event, List.of()))
                            .row();
                })
                .toList();
    }

    private String status(String event) {
        AskFacts.Event known = queries.facts.events.get(event);
        String status = known == null ? "" : known.status();
        return status.equals("held") && missed.contains(event) && !attended.contains(event) ? "notThere" : status;
    }

    private List<String> dated(Set<String> events, String status) {
        return events.stream()
                .filter(event -> status(event).equals(status))
                .map(event -> with(event, ""))
                .toList();
    }

    private String withStatus(String event) {
        Row row = java.util.Objects.requireNonNull(rows.get(event), event);
        String label = row.text(status(event).equals("notThere") ? "attendanceLabel" : "statusLabel");
        return with(event, status(event).equals("held") ? "" : label.replace(" | ", "; "));
    }

    /** "Visit of Köhler (in or before September 2008)". */
    private String with(String event, String status) {
        Row row = java.util.Objects.requireNonNull(rows.get(event), event);
        String day = queries.day(row.text("date"));
        String more = status.isEmpty() || day.isEmpty() ? status + day : status + ", " + day;
        String label = queries.term(row, "event").label();
        return more.isEmpty() ? label : label + " (" + more + ")";
    }

    /** What only the announcements of events say that took place. */
    private List<String> asAnnounced() {
        List<String> said = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (String event : sure) {
            if (queries.facts.announcedTimes.contains(event)) {
                times.add(queries.label(event));
            }
            queries.facts.announcedPlaces.getOrDefault(event, Set.of()).stream()
                    .filter(asked.values("place")::contains)
                    .forEach(place ->
                            said.add(texts.say("asannounced.place", queries.label(event), queries.label(place))));
        }
        if (!times.isEmpty()) {
            said.add(texts.say("asannounced.date", texts.list(times)));
        }
        return said;
    }
}
