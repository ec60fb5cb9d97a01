package org.entente.ask;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.ask.Asked.Slot;

/** What was measured, and for whom. */
final class FigureSlots {
    private final Slots slots;
    private final Reading reading;

    FigureSlots(Slots slots) {
        this.slots = slots;
        this.reading = slots.reading;
    }

    boolean figures() {
        Grammar grammar = Grammar.in(reading.sentence.language());
        List<String> measures = new ArrayList<>();
        Set<Integer> said = new TreeSet<>();
        for (Map.Entry<String, List<Lexicon.Phrase>> entry : grammar.classes().entrySet()) {
            if (entry.getKey().startsWith("measure.")) {
                for (Lexicon.Phrase phrase : entry.getValue()) {
                    Set<Integer> at = at(phrase);
                    if (!at.isEmpty()) {
                        measures.add(entry.getKey().substring("measure.".length()));
                        said.addAll(at);
                    }
                }
            }
        }
        if (measures.isEmpty()) {
            return false;
        }
        String words = said.stream()
                .map(word -> reading.sentence.words().get(word).text())
                .collect(Collectors.joining(" "));
        slots.set("measure", new Slot(measures.stream().distinct().toList(), words, "written"));
        List<FoundName> areas = reading.free(Kind.POLITY, Kind.PLACE).stream()
                .filter(m -> !m.things().isEmpty())
                .toList();
        if (areas.size() > 2) {
            return false;
        }
        for (int i = 0; i < areas.size(); i++) {
            String slot = i == 0 ? "country" : "partner";
            FoundName area = areas.get(i);
            if (!slots.put(slot, area, area.may(Kind.POLITY) ? Kind.POLITY : Kind.PLACE)) {
                return false;
            }
        }
        if (areas.isEmpty()) {
            return slots.described("event", Describer.events(reading));
        }
        return slots.maybeDate();
    }

    /** The words of a phrase, which count as explained; empty if one is missing. */
    private Set<Integer> at(Lexicon.Phrase phrase) {
        Set<Integer> at = new HashSet<>();
        for (String pattern : phrase.words()) {
            boolean any = false;
            for (int i = 0; i < reading.sentence.words().size(); i++) {
                if (Lexicon.Phrase.matches(
                                pattern, reading.sentence.words().get(i).folded())
                        && !reading.isMentioned(i)) {
                    at.add(i);
                    any = true;
                }
            }
            if (!any) {
                return Set.of();
            }
        }
        at.forEach(reading::explain);
        return at;
    }
}
