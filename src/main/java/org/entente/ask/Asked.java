package org.entente.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a question asks for.
 *
 * @param family which question it is
 * @param slots by name; a slot with several values asks for any of them
 */
public record Asked(String family, Map<String, Slot> slots, List<String> flags) {
    /**
     * One slot.
     *
     * @param values IRIs, EDTF dates or words
     * @param said how the question says it
     * @param how how it was read: written, spelt, part, adjective, described, date, changed
     */
    public record Slot(List<String> values, String said, String how) {
        public Slot {
            values = List.copyOf(values);
        }

        String value() {
            return values.getFirst();
        }
    }

    public Asked {
        slots = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        flags = List.copyOf(flags);
    }

    boolean has(String slot) {
        return slots.containsKey(slot);
    }

    Slot slot(String name) {
        return java.util.Objects.requireNonNull(slots.get(name), name);
    }

    String value(String name) {
        return slots.containsKey(name) ? slot(name).value() : "";
    }

    List<String> values(String name) {
        return slots.containsKey(name) ? slot(name).values() : List.of();
    }

    boolean says(String flag) {
        return flags.contains(flag);
    }

    Asked with(String name, Slot slot) {
        Map<String, Slot> all = new LinkedHashMap<>(slots);
        all.put(name, slot);
        return new Asked(family, all, flags);
    }

    Asked without(String name) {
        Map<String, Slot> all = new LinkedHashMap<>(slots);
        all.remove(name);
        return new Asked(family, all, flags);
    }
}
