package org.entente.dossier;

import java.util.List;
import java.util.OptionalInt;
import org.entente.encounter.Named;

/**
 * What was searched.
 *
 * @param sources number of documents
 * @param languages codes, sorted
 * @param published first and last year of publication
 * @param events first and last year of the events
 * @param mentioningA documents that speak of the first side at all
 * @param mentioningB documents that speak of the second side at all
 */
public record SearchScope(
        int sources,
        int publishers,
        List<String> languages,
        Years published,
        Years events,
        List<Named> mentioningA,
        List<Named> mentioningB) {

    /** A first and a last year; empty where nothing is dated. */
    public record Years(OptionalInt first, OptionalInt last) {
        static final Years NONE = new Years(OptionalInt.empty(), OptionalInt.empty());

        /** "1992–2026"; one year alone; "" if nothing is dated. */
        public String text() {
            if (first.isEmpty() || last.isEmpty()) {
                return "";
            }
            return first.equals(last) ? Integer.toString(first.getAsInt()) : first.getAsInt() + "–" + last.getAsInt();
        }
    }

    /** From the first to the last year of anything published or told. */
    public Years years() {
        return new Years(
                java.util.stream.Stream.of(published.first, events.first)
                        .flatMapToInt(OptionalInt::stream)
                        .min(),
                java.util.stream.Stream.of(published.last, events.last)
                        .flatMapToInt(OptionalInt::stream)
                        .max());
    }
}
