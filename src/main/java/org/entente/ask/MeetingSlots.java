package org.entente.ask;

import java.util.List;
import java.util.Set;
import org.entente.ask.Asked.Slot;
import org.entente.ask.FoundName.How;

/** Who met whom, and how two are connected. */
final class MeetingSlots {
    private final Slots slots;
    private final Reading reading;

    MeetingSlots(Slots slots) {
        this.slots = slots;
        this.reading = slots.reading;
    }

    boolean twoSides() {
        List<FoundName> sides = slots.sides();
        return sides.size() == 2
                && slots.put("a", sides.get(0), Slots.actingKind(sides.get(0)))
                && slots.put("b", sides.get(1), Slots.actingKind(sides.get(1)));
    }

    boolean persons(String one, String other) {
        List<FoundName> persons = reading.free(Kind.PERSON, Kind.POST);
        return persons.size() == 2
                && slots.put(one, persons.get(0), Slots.actingKind(persons.get(0)))
                && slots.put(other, persons.get(1), Slots.actingKind(persons.get(1)));
    }

    boolean met() {
        List<FoundName> documents = reading.free(Kind.DOCUMENT);
        List<FoundName> sides =
                slots.sides().stream().filter(m -> !m.may(Kind.DOCUMENT)).toList();
        List<FoundName> kinds = sides.stream()
                .filter(m -> m.kind() == Kind.POST && isAskedFor(m))
                .toList();
        if (kinds.size() == 1 && sides.size() == 2) {
            FoundName kind = kinds.getFirst();
            reading.use(kind);
            slots.set("office", new Slot(List.of(slots.said(kind)), slots.said(kind), "described"));
            sides = sides.stream().filter(m -> m != kind).toList();
        }
        List<FoundName> persons = sides.stream()
                .filter(m -> m.may(Kind.PERSON) || m.may(Kind.POST))
                .toList();
        List<FoundName> asked = persons.isEmpty() ? sides : persons;
        if (asked.size() != 1 || !slots.put("person", asked.getFirst(), Slots.actingKind(asked.getFirst()))) {
            return false;
        }
        if (documents.size() == 1 && !slots.put("source", documents.getFirst(), Kind.DOCUMENT)) {
            return false;
        }
        return slots.maybePlace() && slots.maybeDate() && otherSide();
    }

    /** "Which ministers": directly behind a question word. */
    private boolean isAskedFor(FoundName mention) {
        Set<Integer> asking = new HeadMatcher(reading).asking();
        for (int i = Math.max(0, mention.from() - 2); i < mention.from(); i++) {
            if (asking.contains(i)) {
                return true;
            }
        }
        return false;
    }

    /** "German politicians": only people of that country. */
    private boolean otherSide() {
        List<FoundName> adjectives = reading.free(Kind.POLITY).stream()
                .filter(m -> m.how() == How.ADJECTIVE)
                .toList();
        return adjectives.isEmpty() || adjectives.size() == 1 && slots.put("side", adjectives.getFirst(), Kind.POLITY);
    }
}
