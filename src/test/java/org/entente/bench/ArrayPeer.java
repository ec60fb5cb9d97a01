package org.entente.bench;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.entente.bench.PeerQuestion.Asked;
import org.entente.contact.ChainSearch;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactOptions;

/** What the arrays of the contact index answer where nothing stands between them and whoever asks: the floor. */
final class ArrayPeer implements Peer {
    private final ContactIndex index;
    /** Number in the index to number of the person or event, and back for persons. */
    private final int[] number;

    private final int[] person;
    private final int[] eventsByYear;
    private final int firstYear;
    private final int[] mark;
    private int now;

    ArrayPeer(ContactIndex index, GeneratedFacts facts) {
        this.index = index;
        number = new int[index.nodeCount()];
        mark = new int[index.nodeCount()];
        person = new int[facts.persons];
        Arrays.fill(person, -1);
        for (int i = 0; i < number.length; i++) {
            number[i] = GeneratedNetwork.number(index.node(i));
            if (index.node(i).getURI().contains("/person/")) {
                person[number[i]] = i;
            }
        }
        TreeMap<Integer, Integer> years = new TreeMap<>();
        facts.events.forEach(event -> years.merge(event[2], 1, Integer::sum));
        firstYear = years.firstKey();
        eventsByYear = new int[years.lastKey() - firstYear + 1];
        years.forEach((year, count) -> eventsByYear[year - firstYear] = count);
    }

    @Override
    public String name() {
        return "arrays";
    }

    @Override
    public void ask(Asked asked, Sink into) {
        int x = asked.x() < 0 ? -1 : person[asked.x()];
        int y = asked.y() < 0 ? -1 : person[asked.y()];
        switch (asked.question()) {
            case WHO_MET -> {
                for (int i = index.offset[x]; i < index.offset[x + 1]; i++) {
                    int encounter = index.contact[i];
                    into.row(number[index.other[i]], index.level[encounter], number[index.event[encounter]]);
                }
            }
            case CONTACTS -> contacts(x, into);
            case COMMON -> {
                for (int common : index.common(x, y, ContactOptions.HELD, () -> {})) {
                    into.row(number[common]);
                }
            }
            case EGO -> ego(x, into);
            case CHAIN -> {
                var chains = new ChainSearch(index, ContactOptions.HELD, () -> {}).chains(x, y);
                into.row(chains.getFirst().length());
            }
            case TOP_PAIRS -> topPairs(into);
            case BY_YEAR -> {
                for (int i = 0; i < eventsByYear.length; i++) {
                    into.row(new long[] {firstYear + i, eventsByYear[i]});
                }
            }
        }
    }

    private void contacts(int x, Sink into) {
        int end = index.offset[x + 1];
        for (int i = index.offset[x]; i < end; ) {
            int other = index.other[i];
            int count = 0;
            int first = Integer.MAX_VALUE;
            int last = Integer.MIN_VALUE;
            for (; i < end && index.other[i] == other; i++) {
                int event = index.event[index.contact[i]];
                count++;
                first = Math.min(first, index.earliest[event]);
                last = Math.max(last, index.latest[event]);
            }
            into.row(new long[] {number[other], count, first, last});
        }
    }

    private void ego(int x, Sink into) {
        now++;
        mark[x] = now;
        for (int i = index.offset[x]; i < index.offset[x + 1]; i++) {
            reach(index.other[i], into);
            for (int j = index.offset[index.other[i]]; j < index.offset[index.other[i] + 1]; j++) {
                reach(index.other[j], into);
            }
            while (i + 1 < index.offset[x + 1] && index.other[i + 1] == index.other[i]) {
                i++;
            }
        }
    }

    private void reach(int node, Sink into) {
        if (mark[node] != now) {
            mark[node] = now;
            into.row(number[node]);
        }
    }

    private void topPairs(Sink into) {
        PriorityQueue<long[]> best = new PriorityQueue<>((a, b) -> compare(b, a));
        for (int x = 0; x < index.nodeCount(); x++) {
            for (int i = index.offset[x]; i < index.offset[x + 1]; ) {
                int other = index.other[i];
                int begin = i;
                while (i < index.offset[x + 1] && index.other[i] == other) {
                    i++;
                }
                if (number[x] < number[other] && (best.size() < 20 || i - begin >= best.peek()[2])) {
                    best.add(new long[] {number[x], number[other], i - begin});
                    if (best.size() > 20) {
                        best.remove();
                    }
                }
            }
        }
        best.forEach(into::row);
    }

    /** Most encounters first. */
    private static int compare(long[] a, long[] b) {
        int order = Long.compare(b[2], a[2]);
        order = order != 0 ? order : Long.compare(a[0], b[0]);
        return order != 0 ? order : Long.compare(a[1], b[1]);
    }

    @Override
    public long bytes() {
        return index.arrayBytes();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
