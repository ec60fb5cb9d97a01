package org.entente.ask;

import java.util.List;
import org.entente.ask.Asked.Slot;

/** Who held an office. */
final class OfficeSlots {
    private final Slots slots;
    private final Reading reading;

    OfficeSlots(Slots slots) {
        this.slots = slots;
        this.reading = slots.reading;
    }

    boolean holder() {
        List<FoundName> posts = reading.free(Kind.POST);
        if (posts.size() != 1 || !reading.free(Kind.PERSON).isEmpty()) {
            return false;
        }
        List<FoundName> others = reading.free(Kind.POLITY);
        if (others.isEmpty()) {
            return slots.put("post", posts.getFirst(), Kind.POST) && slots.maybeDate();
        }
        // "Who represented Uzbekistan as ambassador in Germany?"
        FoundName other = others.getFirst();
        List<FoundName.Thing> fitting = posts.getFirst().things().stream()
                .filter(t -> other.things().stream().anyMatch(p -> {
                    AskFacts.Office office = reading.facts.offices.get(t.iri());
                    return office != null && p.iri().equals(office.of());
                }))
                .toList();
        if (others.size() > 1 || fitting.isEmpty()) {
            return false;
        }
        reading.use(other);
        reading.use(posts.getFirst());
        slots.set(
                "post",
                new Slot(
                        fitting.stream().map(FoundName.Thing::iri).toList(),
                        slots.said(posts.getFirst()),
                        "described"));
        return slots.maybeDate();
    }

    /** Any of the offices that the description fits will do; if there is none, nobody is known to have held it. */
    boolean wasHolder() {
        List<FoundName> posts =
                reading.mentions.stream().filter(m -> m.kind() == Kind.POST).toList();
        if (posts.size() != 1) {
            return false;
        }
        FoundName post = posts.getFirst();
        if (post.things().isEmpty()) {
            reading.use(post);
            slots.set("office", new Slot(List.of(), slots.said(post), "described"));
        } else if (!slots.put("office", post, Kind.POST)) {
            return false;
        }
        return slots.person("person") && slots.maybeDate();
    }
}
