package org.entente.ask;

import java.util.List;
import java.util.Optional;
import org.entente.ask.FoundName.How;

/** Puts what was found in a question into the slots of a family. */
final class SlotFilling {
    private final Slots slots;
    private final Reading reading;
    private final MeetingSlots meetings;
    private final OfficeSlots offices;
    private final EventSlots events;
    private final AgreementSlots agreements;
    private final FigureSlots figures;

    private SlotFilling(Slots slots) {
        this.slots = slots;
        this.reading = slots.reading;
        this.meetings = new MeetingSlots(slots);
        this.offices = new OfficeSlots(slots);
        this.events = new EventSlots(slots);
        this.agreements = new AgreementSlots(slots);
        this.figures = new FigureSlots(slots);
    }

    static Optional<Asked> fill(Reading reading, Head head) {
        Slots slots = new Slots(reading, head);
        return new SlotFilling(slots).fill() ? Optional.of(slots.asked()) : Optional.empty();
    }

    private boolean fill() {
        return switch (slots.head.family()) {
            case "did-meet" -> meetings.twoSides() && slots.maybePlace() && slots.maybeDate();
            case "connected" -> meetings.persons("a", "b") && slots.maybeDate();
            case "met" -> meetings.met();
            case "holder" -> offices.holder();
            case "offices" -> slots.person("person") && slots.maybeDate();
            case "was-holder" -> offices.wasHolder();
            case "visited" -> events.visited();
            case "took-part" -> events.sideOfParticipants() && slots.event();
            case "took-place" -> slots.event() || events.eventOfOtherDay();
            case "led" -> slots.event();
            case "led-by" -> slots.person("leader") && slots.maybeDate();
            case "travelled" -> events.travelled();
            case "agreements" -> agreements.agreements();
            case "agreements-of" -> agreements.agreementsOfPolity();
            case "agreements-count" -> slots.event() || slots.isBare();
            case "sessions" -> events.series();
            case "figures" -> figures.figures();
            case "funding" -> agreements.project();
            case "happened" -> events.happened();
            case "about" -> events.about();
            case "places" -> events.placesOf();
            case "conflicts" -> thing("thing") || slots.isBare();
            case "announced" -> (reading.free(Kind.PERSON).isEmpty() || slots.person("person")) && slots.maybeDate();
            case "unnamed" -> slots.event() || slots.isBare();
            case "sources" -> thing("thing");
            case "events-of" -> slots.person("person") && slots.maybePlace() && slots.maybeDate();
            default -> false;
        };
    }

    private boolean thing(String slot) {
        List<FoundName> free =
                reading.mentions.stream().filter(m -> m.how() != How.ADJECTIVE).toList();
        boolean onlyNames = free.size() == 1 && reading.mentions.size() == 1 && reading.dates.isEmpty();
        if (onlyNames) {
            Reading copy = reading.with(slots.explained());
            copy.use(free.getFirst());
            if (copy.unexplained().isEmpty()) {
                return slots.put(slot, free.getFirst(), free.getFirst().kind());
            }
        }
        return slots.described(slot, Describer.events(reading));
    }
}
