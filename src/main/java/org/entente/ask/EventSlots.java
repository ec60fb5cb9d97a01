package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.ask.Asked.Slot;
import org.entente.ask.FoundName.How;
import org.entente.vocab.EntClass;

/** Visits, trips, sessions and whatever else took place. */
final class EventSlots {
    private final Slots slots;
    private final Reading reading;

    EventSlots(Slots slots) {
        this.slots = slots;
        this.reading = slots.reading;
    }

    boolean visited() {
        if (!slots.person("person")) {
            return false;
        }
        List<FoundName> areas = reading.free(Kind.PLACE, Kind.POLITY).stream()
                .filter(m -> m.how() != How.ADJECTIVE)
                .toList();
        if (areas.size() != 1 || areas.getFirst().iris(Kind.PLACE).isEmpty()) {
            return false;
        }
        reading.use(areas.getFirst());
        slots.set("place", new Slot(areas.getFirst().iris(Kind.PLACE), slots.said(areas.getFirst()), "written"));
        return slots.maybeDate();
    }

    /** Whether something took place on a day may be asked of what took place on another. */
    boolean eventOfOtherDay() {
        List<String> found = reading.dates.size() == 1 ? Describer.eventsOfAnyDay(reading) : List.of();
        slots.flag("otherDate");
        return found.size() == 1 && slots.described("event", found);
    }

    /** "Who represented Germany …", "which German bodies …": only those of one side. */
    boolean sideOfParticipants() {
        List<FoundName> polities = reading.free(Kind.POLITY);
        for (FoundName polity : polities) {
            boolean before = polity.how() == How.ADJECTIVE
                    && polity.to() < reading.sentence.words().size()
                    && !Concepts.isOne(reading.sentence.words().get(polity.to()).text())
                    && reading.isIdle(polity.to());
            boolean represented = slots.head.says("side") && polity.how() != How.ADJECTIVE && !slots.isWhere(polity);
            if (before || represented) {
                return slots.put("side", polity, Kind.POLITY);
            }
        }
        return !slots.head.says("side");
    }

    boolean travelled() {
        List<FoundName> persons = reading.free(Kind.PERSON);
        if (persons.size() != 1) {
            return false;
        }
        List<String> trips = Describer.trips(reading).stream()
                .filter(iri -> reading.facts.names.classes(iri).contains(EntClass.VISIT.getURI()))
                .toList();
        if (!slots.described("event", trips)) {
            return false;
        }
        slots.set("person", new Slot(persons.getFirst().iris(Kind.PERSON), slots.said(persons.getFirst()), "written"));
        return true;
    }

    boolean series() {
        List<String> series = Describer.series(reading);
        if (series.size() == 1) {
            return slots.described("series", series) && slots.maybeDate();
        }
        List<FoundName> bodies = reading.free(Kind.BODY, Kind.SERIES);
        if (bodies.size() == 1 && bodies.getFirst().may(Kind.SERIES)) {
            return slots.put("series", bodies.getFirst(), Kind.SERIES) && slots.maybeDate();
        }
        if (bodies.size() == 1) {
            return slots.put("group", bodies.getFirst(), Kind.BODY) && slots.maybeDate();
        }
        // All events that are described belong to one series.
        List<String> events = Describer.eventsOfSeries(reading);
        Set<String> all = new LinkedHashSet<>();
        events.forEach(e -> all.add(
                java.util.Objects.requireNonNull(reading.facts.events.get(e), e).series()));
        return all.size() == 1
                && !all.iterator().next().isEmpty()
                && slots.described("series", List.copyOf(all))
                && slots.maybeDate();
    }

    boolean happened() {
        return slots.maybePlace() && slots.maybeDate() && (slots.has("place") || slots.has("from") || slots.has("to"));
    }

    /** Events about something: of one country, in a place, in a time. */
    boolean about() {
        List<Topics.Named> topics = Topics.in(reading);
        List<String> said = new ArrayList<>();
        for (Topics.Named topic : topics) {
            topic.words().forEach(reading::explain);
            topic.words().stream()
                    .sorted()
                    .map(word -> reading.sentence.words().get(word).text())
                    .filter(word -> !said.contains(word))
                    .forEach(said::add);
        }
        slots.set(
                "topic", new Slot(topics.stream().map(Topics.Named::iri).toList(), String.join(" ", said), "written"));
        if (!slots.maybePlace()) {
            return false;
        }
        List<FoundName> persons = reading.free(Kind.PERSON);
        if (persons.size() == 1 && !slots.put("person", persons.getFirst(), Kind.PERSON)) {
            return false;
        }
        List<FoundName> polities = reading.free(Kind.POLITY);
        return persons.size() < 2
                && (polities.isEmpty()
                        || polities.size() == 1 && slots.put("country", polities.getFirst(), Kind.POLITY))
                && slots.maybeDate();
    }

    boolean placesOf() {
        List<FoundName> persons = reading.free(Kind.PERSON);
        if (persons.size() == 1) {
            boolean alone = reading.mentions.size() == 1;
            return alone && slots.put("head", persons.getFirst(), Kind.PERSON) && slots.maybeDate();
        }
        return slots.event();
    }
}
