package org.entente.link;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One statement that the collection can give to Wikidata, with its sources. All formats are made from it.
 *
 * @param property of the statement
 * @param entity IRI of the thing of the collection that it is about
 * @param subject Qid of that thing
 * @param subjectLabel what the collection calls it
 * @param value Qid, or the identifier in Wikidata's form
 * @param valueLabel what the collection calls the value; empty for an identifier
 * @param time when, for an office
 * @param sources at least one
 * @param checked whether the snapshot holds the item and lacks the statement; otherwise nobody knows what Wikidata has
 * @param excerpt whether the snapshot may hold only a part of the item, since its file gives no revision
 */
public record Contribution(
        GivenProperty property,
        String entity,
        String subject,
        String subjectLabel,
        String value,
        String valueLabel,
        Time time,
        List<Source> sources,
        boolean checked,
        boolean excerpt) {

    /**
     * When somebody held an office; each a date of any precision, empty where it is not known.
     *
     * @param start when it began
     * @param end when it ended
     * @param seen a day on which it was held, said only where neither start nor end is known
     */
    public record Time(String start, String end, String seen) {
        static final Time NONE = new Time("", "", "");

        boolean isUnknown() {
            return start.isEmpty() && end.isEmpty() && seen.isEmpty();
        }
    }

    /**
     * A document or file that says so.
     *
     * @param item the document as an item; empty if it is none
     * @param address its web address; empty if it is an item
     * @param published when, as a date of any precision; empty if it is not known
     * @param retrieved the day on which somebody read it at its address; empty if nobody says so
     */
    public record Source(String item, String address, String published, String retrieved)
            implements Comparable<Source> {
        @Override
        public int compareTo(Source other) {
            return Comparator.comparing(Source::item)
                    .thenComparing(Source::address)
                    .thenComparing(Source::published)
                    .thenComparing(Source::retrieved)
                    .compare(this, other);
        }
    }

    /** Why something is not given. */
    public enum Reason {
        /** The snapshot's item has it. */
        KNOWN,
        /** The snapshot's item has another value where one is expected: a difference, not an addition. */
        OTHER_VALUE,
        /** An office whose time nobody says. */
        UNDATED,
        /** No source that can be cited by an address or as an item. */
        NO_SOURCE,
        /** The value is not of the form that Wikidata expects. */
        MALFORMED,
        /** The thing that it is about has no accepted item. */
        NO_ITEM,
        /** The office or participant has no accepted item. */
        NO_VALUE_ITEM;

        /** In messages and JSON: {@code no-source}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something that is not given.
     *
     * @param property of the statement
     * @param entity IRI of the thing of the collection that it is about
     * @param label what the collection calls it
     * @param subject Qid of that thing; empty if it has none
     * @param value Qid or identifier; empty if the value has no item
     * @param theirs the values that the snapshot's item has instead
     */
    public record LeftOut(
            GivenProperty property,
            String entity,
            String label,
            String subject,
            String value,
            Reason reason,
            List<String> theirs) {}
}
