package org.entente.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.names.OfficeTitle;
import org.entente.sparql.InternalQuery;
import org.entente.store.NameIndex;

/** What questions are understood with: names, offices and events of one state of the collection. Immutable. */
final class AskFacts {
    /**
     * An office.
     *
     * @param kind local name of its kind
     * @param of whom it represents
     * @param to where it is accredited; "" if nowhere
     * @param in its body; "" if unknown
     */
    record Office(String iri, String kind, String of, String to, String in) {}

    /**
     * An event.
     *
     * @param spans the days on which it may have been, first and last; empty where nothing is known
     * @param parts places, participants, offices, sides, series, group
     */
    record Event(
            String iri,
            String status,
            long number,
            String series,
            Set<String> classes,
            List<Span> spans,
            List<String> dates,
            Set<String> parts) {
        boolean mayBeIn(LocalDate first, LocalDate last) {
            return spans.stream().anyMatch(s -> !s.first.isAfter(last) && !s.last.isBefore(first));
        }
    }

    /** Days from the first to the last. */
    record Span(LocalDate first, LocalDate last) {
        boolean isBounded() {
            return !first.equals(LocalDate.MIN) && !last.equals(LocalDate.MAX);
        }
    }

    /**
     * The names of a thing, word by word, prepared for comparison.
     *
     * @param concepts names of the concepts of all its words
     */
    record Labels(List<List<WordKeys>> names, Set<String> concepts) {
        boolean has(WordKeys word) {
            return names.stream().flatMap(List::stream).anyMatch(own -> own.likeness(word) > 0);
        }
    }

    private final Map<String, Labels> prepared = new java.util.concurrent.ConcurrentHashMap<>();
    final NameIndex names;
    final NameList list;
    final Map<String, Office> offices = new LinkedHashMap<>();
    final Map<String, Event> events = new LinkedHashMap<>();
    final Map<String, Set<String>> parts = new HashMap<>();
    final Map<String, Set<String>> within = new HashMap<>();
    final Map<String, Set<String>> sides = new HashMap<>();
    final Map<String, Set<String>> held = new HashMap<>();
    final Map<String, Set<String>> disputed = new HashMap<>();
    /** Held events of which a bound of the time is known from the announcement only. */
    final Set<String> announcedTimes = new HashSet<>();
    /** Held events to the places that are known from the announcement only. */
    final Map<String, Set<String>> announcedPlaces = new HashMap<>();

    final List<NamedInOffice> named = new ArrayList<>();
    final Coverage coverage;

    /** An office in which somebody is named at an event whose day is not known. */
    record NamedInOffice(String person, String post, String event, String participation) {}

    private AskFacts(NameIndex names, Select select) {
        this.names = names;
        this.list = NameList.of(names);
        for (Row row : ask(select, InternalQuery.ASK_POSTS)) {
            offices.putIfAbsent(
                    row.text("post"),
                    new Office(
                            row.text("post"),
                            local(row.text("kind")),
                            row.text("represents"),
                            row.text("accredited"),
                            row.text("body")));
        }
        add(select, InternalQuery.ASK_PARTS, "thing", "part", parts);
        add(select, InternalQuery.ASK_SIDES, "person", "side", sides);
        add(select, InternalQuery.ASK_WITHIN, "polity", "around", within);
        add(select, InternalQuery.ASK_TENURES, "person", "post", held);
        for (Row row : ask(select, InternalQuery.ASK_AS_ANNOUNCED)) {
            if (row.has("place")) {
                announcedPlaces
                        .computeIfAbsent(row.text("event"), k -> new LinkedHashSet<>())
                        .add(row.text("place"));
            } else {
                announcedTimes.add(row.text("event"));
            }
        }
        for (Row row : ask(select, InternalQuery.ASK_NAMED_IN_OFFICE)) {
            named.add(new NamedInOffice(
                    row.text("person"), row.text("post"), row.text("event"), row.text("participation")));
        }
        add(select, InternalQuery.ASK_DISPUTED, "thing", "aspect", disputed);
        for (Row row : ask(select, InternalQuery.ASK_EVENTS)) {
            Event event = events.computeIfAbsent(
                    row.text("event"),
                    iri -> new Event(
                            iri,
                            local(row.text("status")),
                            row.number("number"),
                            row.text("series"),
                            names.classes(iri),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            parts.getOrDefault(iri, Set.of())));
            if (row.has("date")) {
                event.dates.add(row.text("date"));
                event.spans.add(new Span(
                        row.has("first") ? day(row.text("first")) : LocalDate.MIN,
                        row.has("last") ? day(row.text("last")) : LocalDate.MAX));
            }
        }
        this.coverage = Coverage.of(select);
    }

    private AskFacts(AskFacts of, NameList list) {
        this.names = of.names;
        this.list = list;
        this.coverage = of.coverage;
        offices.putAll(of.offices);
        events.putAll(of.events);
        parts.putAll(of.parts);
        within.putAll(of.within);
        sides.putAll(of.sides);
        held.putAll(of.held);
    }

    /** The same with fewer names; for reading texts, not for answering. */
    AskFacts with(NameList fewer) {
        return new AskFacts(this, fewer);
    }

    /** Reads the facts of the state that the select sees. */
    static AskFacts of(NameIndex names, Select select) {
        return new AskFacts(names, select);
    }

    String label(String iri, AskLanguage language) {
        return names.label(iri, language.tag()).orElseGet(() -> org.entente.vocab.Iris.localName(iri));
    }

    Labels labels(String iri) {
        return prepared.computeIfAbsent(iri, key -> {
            List<String> texts = list.names(key);
            return new Labels(
                    texts.stream()
                            .map(text -> NameList.words(text).stream()
                                    .map(word -> WordKeys.of(word, false))
                                    .toList())
                            .toList(),
                    Concepts.in(texts));
        });
    }

    /** Whether an event was at a place or in it, or is called so. */
    boolean isAt(String event, String place) {
        return parts.getOrDefault(event, Set.of()).contains(place)
                || labels(place).names().stream()
                        .anyMatch(name -> !name.isEmpty() && name.stream().allMatch(labels(event)::has));
    }

    /** "German ministers": whether the office is of that kind, and of that country if one is said. */
    boolean isOffice(String post, String described) {
        if (!offices.containsKey(post)
                || OfficeTitle.of(OfficeNames.nominative(described)).comparedWith(titles(post))
                        != OfficeTitle.Verdict.AGREES) {
            return false;
        }
        Set<String> bodies = new HashSet<>(bodiesOf(post));
        List.copyOf(bodies).forEach(body -> bodies.addAll(within.getOrDefault(body, Set.of())));
        return java.util.Arrays.stream(described.split("\\s+"))
                .flatMap(word -> Countries.of(Word.fold(word)).stream())
                .allMatch(country -> bodies.stream()
                        .anyMatch(body ->
                                names.label(body, "en").filter(country::equals).isPresent()));
    }

    /**
     * Whether an office is called so: each word of the description stands in a name of it, or is its country. "President" fits the president
     * of a parliament, "President of the Bundesrat" fits no other president.
     */
    boolean isCalled(String post, String described) {
        Set<String> bodies = new HashSet<>(bodiesOf(post));
        return isOffice(post, described)
                && NameList.words(OfficeNames.nominative(described)).stream()
                        .allMatch(word -> labels(post).has(WordKeys.of(word, false))
                                || OfficeNames.body(word)
                                        .filter(body -> isOfBody(post, body))
                                        .isPresent()
                                || Countries.of(Word.fold(word))
                                        .filter(country -> bodies.stream().anyMatch(body -> names.label(body, "en")
                                                .filter(country::equals)
                                                .isPresent()))
                                        .isPresent());
    }

    /** "Bundestagspräsident": whether a name of the office has that body. */
    boolean isOfBody(String post, String body) {
        return labels(post).names().stream().flatMap(List::stream).anyMatch(word -> word.written()
                .startsWith(body));
    }

    /** All labels of an office, for comparison with a title. */
    List<String> titles(String iri) {
        return list.names(iri);
    }

    /** The events in which any of them, or whoever held an office of theirs, had a part. */
    Set<String> around(List<String> things) {
        Set<String> all = new LinkedHashSet<>(things);
        things.forEach(thing -> all.addAll(held.getOrDefault(thing, Set.of())));
        Set<String> around = new LinkedHashSet<>();
        events.values().stream()
                .filter(event -> event.parts.stream().anyMatch(all::contains))
                .forEach(event -> around.add(event.iri));
        return around;
    }

    /** Those of a kind about which there is something to tell, the most first. */
    List<String> answerable(String kind) {
        Kind wanted = Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        Map<String, Integer> counts = new HashMap<>();
        events.values().forEach(e -> e.parts().forEach(part -> counts.merge(part, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(e -> Kind.of(names.classes(e.getKey())) == wanted)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Held if any is, contradicted if sources disagree on it, else announced. */
    Answer.Verdict verdict(java.util.Collection<String> of) {
        Set<String> states = of.stream()
                .map(iri -> events.get(iri))
                .filter(java.util.Objects::nonNull)
                .map(Event::status)
                .collect(java.util.stream.Collectors.toSet());
        if (states.contains("held")) {
            return Answer.Verdict.HELD;
        }
        if (states.contains("contradicted")) {
            return Answer.Verdict.CONTRADICTED;
        }
        if (states.contains("announced")) {
            return Answer.Verdict.ANNOUNCED;
        }
        // An office that was opened has no status: it is not an event that did not take place.
        return states.stream().allMatch(String::isEmpty) ? Answer.Verdict.NOT_STATED : Answer.Verdict.NOT_HELD;
    }

    private static void add(Select select, InternalQuery query, String one, String other, Map<String, Set<String>> to) {
        for (Row row : ask(select, query)) {
            to.computeIfAbsent(row.text(one), k -> new LinkedHashSet<>()).add(row.text(other));
        }
    }

    private static List<Row> ask(Select select, InternalQuery query) {
        return select.rows(query, Map.<String, Node>of()).rows();
    }

    private static LocalDate day(String dateTime) {
        return LocalDate.parse(dateTime.substring(0, 10));
    }

    static String local(String iri) {
        return iri.substring(iri.lastIndexOf('#') + 1);
    }

    /** Those of the offices that belong to one of the things, as country, host or body. */
    Set<String> bodiesOf(String post) {
        Office office = offices.get(post);
        return office == null ? Set.of() : new HashSet<>(List.of(office.of, office.to, office.in));
    }
}
