package org.entente.contact;

import org.entente.contact.ContactIndex.Counting;

/**
 * All encounters of a node with one other, counted together. Goes through the contacts of the index from one place on; every place
 * must be asked for in turn.
 */
public final class ContactRun {
    private final ContactIndex index;
    private final Counting counting;
    private final boolean once;
    private final boolean counted;
    private int node;
    private int other;
    private int encounters;
    private int first;
    private int last;
    private byte closest;
    private int end;

    /**
     * @param from the first place that is going to be asked for
     * @param once whether two are left out when they are seen from the second
     * @param counted whether nothing but the number of their encounters is wanted: the events lie far from each other
     */
    public ContactRun(ContactIndex index, Counting counting, int from, boolean once, boolean counted) {
        this.index = index;
        this.counting = counting;
        this.once = once;
        this.counted = counted;
        this.end = from;
    }

    /** Whether two begin at this place who have an encounter that counts; what is said of them is then here. */
    public boolean at(int place) {
        if (place < end) {
            return false;
        }
        while (index.offset[node + 1] <= place) {
            node = place - index.offset[node] > FAR ? nodeAt(place) : node + 1;
        }
        other = index.other[place];
        encounters = 0;
        first = Integer.MAX_VALUE;
        last = Integer.MIN_VALUE;
        closest = Byte.MAX_VALUE;
        boolean isLeftOut = once && node > other;
        int stop = index.offset[node + 1];
        int i = place;
        for (; i < stop && index.other[i] == other; i++) {
            if (!isLeftOut && counting.counts(index.contact[i])) {
                encounters++;
                if (!counted) {
                    describe(index.contact[i]);
                }
            }
        }
        end = i;
        return encounters > 0;
    }

    private void describe(int encounter) {
        int event = index.event[encounter];
        first = Math.min(first, index.earliest[event]);
        last = Math.max(last, index.latest[event]);
        closest = (byte) Math.min(closest, index.level[encounter]);
    }

    private int nodeAt(int place) {
        int low = node;
        int high = index.nodeCount();
        // The last node that begins at or before the place.
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (index.offset[middle] <= place) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first place after the current two. */
    public int end() {
        return end;
    }

    public int node() {
        return node;
    }

    public int other() {
        return other;
    }

    public int encounters() {
        return encounters;
    }

    /** The first possible day, as {@link EventDays} has it. */
    public int first() {
        return first;
    }

    /** The last possible day, as {@link EventDays} has it. */
    public int last() {
        return last;
    }

    /** The number of the closest level. */
    public byte closest() {
        return closest;
    }

    private static final int FAR = 64;
}
