package org.entente.web.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.time.DateText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.vocab.Iris;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.Messages;

/**
 * Tells a trip or visit from the rows of the panels on its page. What a sentence says comes from the rows, its words from the texts
 * under {@code story.}; nothing is said that no row says, but that something is not known.
 */
public final class TripStory {
    /** Ids of the panels that it reads. */
    public static final Set<String> PANELS = Set.of(
            "participants", "itinerary", "stops", "talks", "agreements", "unnamed", "unknown", "conflicts", "reports");

    /** In the order in which they are told. */
    private static final List<String> ATTENDANCES = List.of("attended", "represented", "expected", "invited");

    /** Number of names in a list of agreements or of unknown things; the panel has all. */
    private static final int MOST = 6;

    private final Node trip;
    private final String kind;
    private final Map<String, Rows> rows;
    private final StoryText text;
    private final DateText dates;
    private final Names names;
    private final Footnotes notes = new Footnotes();
    private final String status;

    /**
     * @param delegation whether a delegation travels: it has somebody who leads it
     * @param rows the rows of each panel, by its id
     */
    public TripStory(Node trip, boolean delegation, Map<String, Rows> rows, Messages messages) {
        this.trip = trip;
        this.kind = delegation ? "trip" : "visit";
        this.rows = rows;
        this.text = new StoryText(messages);
        this.dates = DateText.in(messages.language());
        this.names = new Names(text);
        this.status = all("participants").stream()
                .map(row -> term(row, "status"))
                .findFirst()
                .orElse("");
    }

    /** @param labels finds the names of documents */
    public Story tell(Function<Set<Node>, Function<Node, Cell>> labels) {
        List<Story.Sentence> lead = new ArrayList<>(people());
        time(lead);
        places(lead);
        List<Story.Day> days = days();
        List<Story.Sentence> outcome = new ArrayList<>();
        talks(outcome);
        agreements(outcome);
        List<Story.Sentence> unknown = unknown();
        return new Story(lead, days, outcome, unknown, notes.all(labels));
    }

    private List<Story.Sentence> people() {
        List<Story.Sentence> told = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        List<Row> everybody = all("participants").stream()
                .filter(row -> row.has("participation"))
                .toList();
        for (String role : List.of("headOfDelegation", "guest")) {
            byAttendance(everybody, row -> role.equals(term(row, "role")) && names.isPerson(row))
                    .forEach((attendance, group) -> {
                        List<Row> once = group.stream()
                                .filter(row -> said.add(names.id(row)))
                                .toList();
                        if (!once.isEmpty()) {
                            String key = "story." + (role.equals("guest") ? "guest" : kind + ".led") + "." + attendance;
                            told.add(sentence(
                                    key,
                                    once,
                                    once.size(),
                                    text.and(
                                            once.stream().map(names::withOffice).toList())));
                        }
                    });
        }
        if (kind.equals("trip")
                && everybody.stream().noneMatch(row -> term(row, "role").equals("headOfDelegation"))) {
            told.add(sentence("story.trip.led.unknown", List.of()));
        }
        int before = said.size();
        byAttendance(everybody, row -> !said.contains(names.id(row))).forEach((attendance, group) -> {
            List<Row> once =
                    group.stream().filter(row -> said.add(names.id(row))).toList();
            if (!once.isEmpty()) {
                told.add(sentence(
                        "story.others." + attendance,
                        once,
                        before,
                        text.list(shortened(
                                once.stream().map(names::withOfficeAndRole).toList(), "participants"))));
            }
        });
        return told;
    }

    private void time(List<Story.Sentence> told) {
        String date = all("participants").stream()
                .map(row -> row.text("date"))
                .findFirst()
                .orElse("");
        List<Row> reports = all("reports").stream()
                .filter(row -> row.has("date") && agree(row.text("date"), date))
                .toList();
        boolean held = status.equals("held");
        if (date.isEmpty()) {
            told.add(sentence(
                    "story." + kind + (held ? ".when.unknown" : ".planned.undated"),
                    held ? List.of() : all("reports")));
        } else if (date.contains(" | ")) {
            told.add(sentence("story." + kind + ".when.several", reports, String.join("; ", plain(date))));
        } else if (held) {
            try {
                TripTime time = TripTime.of(date, dates);
                told.add(sentence("story." + kind + ".when." + time.pattern(), reports, time.from(), time.to()));
            } catch (EdtfException e) {
                told.add(sentence("story." + kind + ".when.point", reports, date));
            }
        } else {
            told.add(sentence("story." + kind + ".planned", reports, planned(date)));
        }
        if (!held) {
            told.add(sentence("story." + kind + ".unconfirmed", List.of()));
        }
        Map<String, List<Row>> aspects = all("conflicts").stream()
                .collect(Collectors.groupingBy(
                        row -> text.messages().getOr("aspect." + term(row, "aspect"), row.text("aspectLabel")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        aspects.forEach((aspect, accounts) -> told.add(sentence(
                "story.conflict." + (accounts.stream().anyMatch(row -> row.has("decision")) ? "decided" : "open"),
                accounts,
                aspect)));
    }

    private void places(List<Story.Sentence> told) {
        List<Row> stops = all("stops");
        List<Row> held =
                stops.stream().filter(row -> term(row, "status").equals("held")).toList();
        List<Row> planned = stops.stream()
                .filter(row -> !term(row, "status").equals("held"))
                .toList();
        if (stops.isEmpty()) {
            told.add(sentence("story." + kind + ".places.unknown", List.of()));
        }
        if (!held.isEmpty()) {
            told.add(sentence("story." + kind + ".places", held, held.size(), placeNames(held)));
        }
        long undated = held.stream().filter(row -> !row.has("date")).count();
        if (held.size() > 1 && undated > 0) {
            told.add(sentence("story.places.order", List.of(), held.size() - undated));
        }
        if (!planned.isEmpty()) {
            told.add(sentence("story.places.planned", planned, planned.size(), placeNames(planned)));
        }
    }

    private List<Cell> placeNames(List<Row> stops) {
        return text.and(stops.stream().map(names::stop).toList());
    }

    private List<Story.Day> days() {
        Map<String, List<Row>> byDay = all("itinerary").stream()
                .collect(Collectors.groupingBy(
                        row -> String.join("; ", plain(row.text("date"))), LinkedHashMap::new, Collectors.toList()));
        List<Story.Day> days = new ArrayList<>();
        byDay.forEach((day, events) -> days.add(new Story.Day(
                day.isEmpty() ? text.messages().get("story.day.unknown") : day,
                events.stream().map(this::event).toList())));
        return days;
    }

    private Story.Sentence event(Row row) {
        List<List<Cell>> who = new ArrayList<>(names.each(row, "who"));
        names.each(row, "office").forEach(office -> who.add(names.unnamed(office)));
        List<List<Cell>> where = names.each(row, "place").stream()
                .filter(place ->
                        !row.text("eventLabel").contains(place.getFirst().text()))
                .toList();
        return sentence(
                "story.event." + (term(row, "status").equals("announced") ? "announced" : "held"),
                List.of(row),
                List.of(names.cell(row, "event")),
                where.size(),
                text.and(where),
                who.size(),
                text.and(who));
    }

    private void talks(List<Story.Sentence> told) {
        List<Row> held = all("talks").stream()
                .filter(row -> term(row, "status").equals("held"))
                .toList();
        int announced = all("talks").size() - held.size();
        if (held.isEmpty() && announced == 0) {
            return;
        }
        told.add(sentence("story.talks", all("talks"), held.size(), announced));
        Set<String> travelled = all("participants").stream().map(names::id).collect(Collectors.toSet());
        Map<String, List<Cell>> others = new LinkedHashMap<>();
        List<Row> telling = new ArrayList<>();
        for (Row talk : held) {
            List<List<Cell>> who = new ArrayList<>(names.each(talk, "who"));
            names.each(talk, "office").forEach(office -> who.add(names.unnamed(office)));
            boolean tells = false;
            for (List<Cell> one : who) {
                String href = one.getFirst().href();
                if (!href.contains("/delegation/")
                        && travelled.stream().noneMatch(id -> Cell.href(id).equals(href))) {
                    others.putIfAbsent(href, one);
                    tells = true;
                }
            }
            if (tells) {
                telling.add(talk);
            }
        }
        if (!others.isEmpty()) {
            told.add(sentence("story.partners", telling, text.and(List.copyOf(others.values()))));
        }
    }

    private void agreements(List<Story.Sentence> told) {
        Map<String, List<Row>> byStatus = all("agreements").stream()
                .filter(row -> row.text("agreement").contains("/agreement/"))
                .collect(Collectors.groupingBy(row -> term(row, "status"), LinkedHashMap::new, Collectors.toList()));
        byStatus.forEach((state, all) -> {
            Map<String, List<Cell>> named = new LinkedHashMap<>();
            all.forEach(row -> named.putIfAbsent(row.text("agreement"), List.of(names.cell(row, "agreement"))));
            told.add(sentence(
                    state.equals("agreementConcluded") ? "story.agreements" : "story.agreements.other",
                    all,
                    named.size(),
                    text.list(shortened(List.copyOf(named.values()), "agreements")),
                    all.getFirst().text("statusLabel")));
        });
    }

    private List<Story.Sentence> unknown() {
        Map<String, List<Row>> gaps = all("unknown").stream()
                .filter(row -> !row.has("unnamed") && !row.bound("thing").equals(trip))
                .collect(Collectors.groupingBy(row -> row.text("gap"), LinkedHashMap::new, Collectors.toList()));
        List<Story.Sentence> told = new ArrayList<>();
        gaps.forEach((gap, all) -> {
            Map<String, List<Row>> things = all.stream()
                    .collect(Collectors.groupingBy(TripStory::gap, LinkedHashMap::new, Collectors.toList()));
            told.add(sentence(
                    "story.unknown",
                    all,
                    gap,
                    text.list(shortened(things.values().stream().map(this::gap).toList(), "unknown"))));
        });
        for (Row batch : all("unnamed")) {
            if (batch.number("unnamed") > 0) {
                told.add(sentence(
                        "story.counted",
                        List.of(batch),
                        List.of(names.cell(batch, "batch")),
                        batch.number("stated"),
                        batch.number("named")));
            }
        }
        return told;
    }

    private static String gap(Row row) {
        return row.has("office") ? row.text("office") : row.has("group") ? row.text("group") : row.text("event");
    }

    /** An office or a group, with the event or the number of events if it is not the trip itself; or an event. */
    private List<Cell> gap(List<Row> rows) {
        Row row = rows.getFirst();
        List<Cell> event = List.of(names.cell(row, "event"));
        List<Cell> what = row.has("office")
                ? List.of(names.cell(row, "office"))
                : row.has("group") ? List.of(StoryText.plain(row.text("group"))) : List.of();
        long events = rows.stream().map(each -> each.bound("event")).distinct().count();
        if (what.isEmpty()) {
            return event;
        }
        if (events > 1) {
            return text.say("story.at.many", what, events);
        }
        return row.bound("event").equals(trip) ? what : text.say("story.described", what, event);
    }

    private List<List<Cell>> shortened(List<List<Cell>> items, String panel) {
        if (items.size() <= MOST + 1) {
            return items;
        }
        List<List<Cell>> first = new ArrayList<>(items.subList(0, MOST));
        first.add(List.of(new Cell(text.messages().get("story.more", items.size() - MOST), "#panel-" + panel, "")));
        return first;
    }

    private Story.Sentence sentence(String key, List<Row> told, Object... values) {
        return new Story.Sentence(text.say(key, values), notes.of(told));
    }

    private Map<String, List<Row>> byAttendance(List<Row> rows, Predicate<Row> which) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        ATTENDANCES.forEach(attendance -> groups.put(
                attendance,
                rows.stream()
                        .filter(which)
                        .filter(row -> term(row, "attendance").equals(attendance))
                        .toList()));
        return groups;
    }

    private List<String> plain(String edtf) {
        return edtf.isEmpty()
                ? List.of()
                : List.of(edtf.split(" \\| ")).stream()
                        .map(date -> ChainView.phrase(date, text.messages()))
                        .toList();
    }

    /** Whether both may be the same time: a source that says another one is none for this sentence. */
    private static boolean agree(String told, String date) {
        return bounds(told).stream().anyMatch(one -> bounds(date).stream().anyMatch(other -> overlap(one, other)));
    }

    private static List<TimeBounds> bounds(String edtf) {
        try {
            return List.of(edtf.split(" \\| ")).stream()
                    .map(date -> Edtf.parse(date).bounds())
                    .toList();
        } catch (EdtfException e) {
            return List.of();
        }
    }

    private static boolean overlap(TimeBounds one, TimeBounds other) {
        return startsBeforeEndOf(one, other) && startsBeforeEndOf(other, one);
    }

    private static boolean startsBeforeEndOf(TimeBounds one, TimeBounds other) {
        return one.earliestStart() == null
                || other.latestEnd() == null
                || !one.earliestStart().isAfter(other.latestEnd());
    }

    private String planned(String edtf) {
        try {
            return dates.planned(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }

    private List<Row> all(String panel) {
        Rows found = rows.get(panel);
        return found == null ? List.of() : found.rows();
    }

    private static String term(Row row, String column) {
        return row.node(column)
                .filter(Node::isURI)
                .map(node -> Iris.localName(node.getURI()))
                .orElse("");
    }
}
