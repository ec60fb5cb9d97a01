package org.entente.ask;

import java.util.List;

/** Agreements and projects. */
final class AgreementSlots {
    private final Slots slots;
    private final Reading reading;

    AgreementSlots(Slots slots) {
        this.slots = slots;
        this.reading = slots.reading;
    }

    boolean agreements() {
        List<FoundName> bodies = reading.free(Kind.BODY);
        List<FoundName> polities = reading.free(Kind.POLITY);
        if (bodies.isEmpty()) {
            Reading copy = reading.with(slots.explained());
            List<String> named = Describer.agreements(copy);
            if (named.size() == 1 && copy.unexplained().isEmpty()) {
                copy.used().forEach(reading::use);
                return slots.described("agreement", Describer.agreements(reading));
            }
        }
        // "TITK Rudolstadt": the seat belongs to the name.
        bodies.forEach(body -> reading.free(Kind.PLACE).stream()
                .filter(place -> place.from() == body.to()
                        && reading.sentence.behind(body.to() - 1).isBlank())
                .forEach(reading::use));
        if (bodies.size() == 1) {
            boolean done = slots.put("organisation", bodies.getFirst(), Kind.BODY) && slots.maybeDate();
            return done && slots.maybePlace();
        }
        List<FoundName> sides =
                polities.stream().filter(m -> m.may(Kind.POLITY)).toList();
        if (bodies.isEmpty() && sides.size() == 2) {
            return slots.put("one", sides.get(0), Kind.POLITY)
                    && slots.put("other", sides.get(1), Kind.POLITY)
                    && slots.maybeDate();
        }
        if (bodies.size() == 2) {
            return slots.put("organisation", bodies.get(0), Kind.BODY)
                    && slots.put("partner", bodies.get(1), Kind.BODY)
                    && slots.maybeDate();
        }
        return slots.event();
    }

    /** Of a country or a Land alone. */
    boolean agreementsOfPolity() {
        List<FoundName> polities = reading.free(Kind.POLITY);
        return polities.size() == 1
                && reading.free(Kind.BODY, Kind.PERSON, Kind.POST).isEmpty()
                && slots.put("organisation", polities.getFirst(), Kind.POLITY)
                && slots.maybeDate();
    }

    boolean project() {
        List<FoundName> projects = reading.free(Kind.PROJECT);
        if (projects.size() == 1) {
            return slots.put("project", projects.getFirst(), Kind.PROJECT);
        }
        List<String> found = Describer.projects(reading);
        return found.size() == 1 && slots.described("project", found);
    }
}
