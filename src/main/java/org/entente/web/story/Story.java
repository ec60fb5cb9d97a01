package org.entente.web.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.web.page.Cell;

/**
 * What happened, in sentences.
 *
 * @param lead who, when, where
 * @param days what belongs to it, by day as far as days are known
 * @param outcome talks and agreements
 * @param unknown what the sources leave open
 * @param notes the sources of the sentences, by number
 */
public record Story(
        List<Sentence> lead, List<Day> days, List<Sentence> outcome, List<Sentence> unknown, List<Footnote> notes) {
    /**
     * A sentence.
     *
     * @param parts its words; names are links
     * @param marks its sources; none if it says what no source tells
     */
    public record Sentence(List<Cell> parts, List<Mark> marks) {
        /** The sentence without links. */
        public String text() {
            return parts.stream().map(Cell::text).collect(Collectors.joining());
        }

        /** The names in it. */
        public List<Cell> names() {
            return parts.stream().filter(part -> !part.href().isEmpty()).toList();
        }
    }

    /**
     * A reference to a footnote.
     *
     * @param passages where in the source; "" if that is not told
     */
    public record Mark(int number, String passages) {}

    /** The events of a day or of a less certain time. */
    public record Day(String when, List<Sentence> events) {}

    /** A source with its number. */
    public record Footnote(int number, Cell document) {}

    /** All sentences in order. */
    public List<Sentence> sentences() {
        return Stream.of(
                        lead,
                        days.stream().flatMap(day -> day.events().stream()).toList(),
                        outcome,
                        unknown)
                .flatMap(List::stream)
                .toList();
    }
}
