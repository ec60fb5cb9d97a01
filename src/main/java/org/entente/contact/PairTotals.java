package org.entente.contact;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.entente.contact.ContactIndex.Counting;
import org.entente.encounter.Level;
import org.jspecify.annotations.Nullable;

/** What there was between two, over those of their encounters that count. */
public final class PairTotals {
    private static final byte MET = (byte) Level.MET.ordinal();
    private static final byte CO_ATTENDED = (byte) Level.CO_ATTENDED.ordinal();

    private final ContactIndex index;
    private final Counting counting;
    private int[] eventsOfPair = new int[8];
    private int events;
    private int met;
    private int coAttended;
    private int witnesses;

    public PairTotals(ContactIndex index, Counting counting) {
        this.index = index;
        this.counting = counting;
    }

    /**
     * Counts the contacts at some places of the index.
     *
     * @param from the first place of the two
     * @param to the first place after theirs
     */
    public void count(int from, int to) {
        met = 0;
        coAttended = 0;
        witnesses = 0;
        eventsOfPair = eventsOfPair.length >= to - from ? eventsOfPair : new int[to - from];
        int encounters = 0;
        for (int i = from; i < to; i++) {
            int encounter = index.contact[i];
            if (counting.counts(encounter)) {
                eventsOfPair[encounters++] = index.event[encounter];
                met += index.level[encounter] == MET ? 1 : 0;
                coAttended += index.level[encounter] == CO_ATTENDED ? 1 : 0;
                witnesses += index.witnesses[encounter];
            }
        }
        events = different(encounters);
    }

    private int different(int encounters) {
        if (encounters < 2) {
            return encounters;
        }
        Arrays.sort(eventsOfPair, 0, encounters);
        int different = 1;
        for (int i = 1; i < encounters; i++) {
            different += eventsOfPair[i] == eventsOfPair[i - 1] ? 0 : 1;
        }
        return different;
    }

    /** Events at which they encountered each other. */
    public int events() {
        return events;
    }

    /** Encounters in which they met. */
    public int met() {
        return met;
    }

    /** Encounters in which they attended the same event. */
    public int coAttended() {
        return coAttended;
    }

    /** Independent witnesses of all encounters together. */
    public int witnesses() {
        return witnesses;
    }

    /** The date to show of the encounter that may have begun first; null if none has a date. */
    public @Nullable Node first(int from, int to) {
        return date(from, to, true);
    }

    /** The date to show of the encounter that may have ended last; null if none has a date. */
    public @Nullable Node last(int from, int to) {
        return date(from, to, false);
    }

    private @Nullable Node date(int from, int to, boolean first) {
        Node found = null;
        int foundEvent = -1;
        for (int i = from; i < to; i++) {
            int encounter = index.contact[i];
            int event = index.event[encounter];
            Node date = index.date(event);
            if (date == null || !isDated(event) || !counting.counts(encounter)) {
                continue;
            }
            if (found == null || isBetter(event, date, foundEvent, found, first)) {
                found = date;
                foundEvent = event;
            }
        }
        return found;
    }

    /** Of two that begin or end at once, the text decides. */
    private boolean isBetter(int event, Node date, int other, Node otherDate, boolean first) {
        int order = first ? begin(event, other) : -end(event, other);
        if (order != 0) {
            return order < 0;
        }
        int byText = date.getLiteralLexicalForm().compareTo(otherDate.getLiteralLexicalForm());
        return first ? byText < 0 : byText > 0;
    }

    private boolean isDated(int event) {
        return EventDays.isDay(index.earliest[event]) || EventDays.isDay(index.latest[event]);
    }

    /** Where the first day is open, the last one counts. */
    private int begin(int one, int other) {
        return Long.compare(
                moment(index.earliest[one], 0, index.latest[one], 1),
                moment(index.earliest[other], 0, index.latest[other], 1));
    }

    private int end(int one, int other) {
        return Long.compare(
                moment(index.latest[one], 1, index.earliest[one], 0),
                moment(index.latest[other], 1, index.earliest[other], 0));
    }

    /** A day or else another one, as its first or last moment. */
    private static long moment(int day, int half, int otherwise, int otherHalf) {
        return EventDays.isDay(day) ? 2L * day + half : 2L * otherwise + otherHalf;
    }
}
