package org.entente.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.ask.Asked.Slot;
import org.entente.ask.FoundName.How;
import org.entente.time.DateFinder;

/** The slots of a question, and what any family fills them with: names, places, a date, events that are described. */
final class Slots {
    private static final Kind[] SIDES = {Kind.PERSON, Kind.POST, Kind.BODY, Kind.DELEGATION, Kind.POLITY};
    private static final Set<String> WHERE =
            Set.of("in", "im", "nach", "bei", "at", "to", "into", "в", "во", "на", "aus", "durch", "from", "из");

    final Reading reading;
    final Head head;
    private final Map<String, Slot> filled = new LinkedHashMap<>();
    private final List<String> flags = new ArrayList<>();

    Slots(Reading reading, Head head) {
        this.reading = reading;
        this.head = head;
        flags.addAll(head.flags());
    }

    Asked asked() {
        return new Asked(head.family(), filled, flags);
    }

    void set(String name, Slot slot) {
        filled.put(name, slot);
    }

    boolean has(String name) {
        return filled.containsKey(name);
    }

    void flag(String flag) {
        flags.add(flag);
    }

    boolean put(String slot, FoundName mention, Kind kind) {
        List<String> iris = mention.iris(kind);
        if (iris.isEmpty()) {
            return false;
        }
        reading.use(mention);
        filled.put(slot, new Slot(iris, said(mention), mention.how().name().toLowerCase(Locale.ROOT)));
        return true;
    }

    String said(FoundName mention) {
        return reading.sentence.part(mention.from(), mention.to());
    }

    boolean isWhere(FoundName mention) {
        if (mention.how() == How.ADJECTIVE || !(mention.may(Kind.PLACE) || mention.may(Kind.POLITY))) {
            return false;
        }
        int before = mention.from() - 1;
        while (before >= 0) {
            String word = reading.sentence.words().get(before).folded();
            if (WHERE.contains(word)) {
                return true;
            }
            boolean goesOn = List.of("und", "and", "и", "der", "the", "dem").contains(word)
                    || reading.mentions.stream()
                            .anyMatch(m ->
                                    m.from() == indexOf(word, mention) && (m.may(Kind.PLACE) || m.may(Kind.POLITY)));
            if (!goesOn) {
                return false;
            }
            before--;
        }
        return false;
    }

    private int indexOf(String folded, FoundName before) {
        for (int i = before.from() - 1; i >= 0; i--) {
            if (reading.sentence.words().get(i).folded().equals(folded)) {
                return i;
            }
        }
        return -1;
    }

    /** Those who act, as the question names them; who is named as a place does not. */
    List<FoundName> sides() {
        List<FoundName> sides = new ArrayList<>();
        for (FoundName m : reading.free(SIDES)) {
            if (m.how() != How.ADJECTIVE && !isWhere(m)) {
                sides.add(m);
            }
        }
        return sides;
    }

    static Kind actingKind(FoundName mention) {
        for (Kind kind : SIDES) {
            if (mention.may(kind)) {
                return kind;
            }
        }
        return Kind.OTHER;
    }

    boolean person(String slot) {
        List<FoundName> persons = reading.free(Kind.PERSON);
        return persons.size() == 1 && put(slot, persons.getFirst(), Kind.PERSON);
    }

    boolean maybeDate() {
        reading.date().ifPresent(this::date);
        return true;
    }

    private void date(DateFinder.Found date) {
        String said =
                reading.sentence.text().substring(date.start(), date.end()).strip();
        if (!date.from().isEmpty()) {
            filled.put("from", new Slot(List.of(date.from()), said, "date"));
        }
        if (!date.to().isEmpty()) {
            filled.put("to", new Slot(List.of(date.to()), said, "date"));
        }
    }

    /** Places with "in": one slot, any of them. */
    boolean maybePlace() {
        List<String> iris = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (FoundName m : reading.free(Kind.PLACE, Kind.POLITY)) {
            if (isWhere(m)) {
                List<String> places = m.iris(Kind.PLACE);
                if (places.isEmpty()) {
                    return false;
                }
                reading.use(m);
                iris.addAll(places);
                said.add(said(m));
            }
        }
        if (!iris.isEmpty()) {
            filled.put("place", new Slot(iris, String.join(", ", said), "written"));
        }
        return true;
    }

    boolean described(String slot, List<String> found) {
        if (found.isEmpty()) {
            return false;
        }
        filled.put(slot, new Slot(found, reading.sentence.text(), "described"));
        return true;
    }

    boolean event() {
        return described("event", Describer.events(reading));
    }

    boolean isBare() {
        return reading.mentions.isEmpty() && reading.dates.isEmpty();
    }

    Set<Integer> explained() {
        Set<Integer> words = new HashSet<>();
        for (int i = 0; i < reading.sentence.words().size(); i++) {
            if (reading.isExplained(i)) {
                words.add(i);
            }
        }
        return words;
    }
}
