package org.entente.contact;

import java.util.Arrays;

/**
 * One search for the shortest chains between two nodes: breadth first from both ends, always from the smaller side, layer by layer
 * until the sides touch. Then it says of each node how many hops are left from it to the target on a shortest chain.
 */
final class BothEnds implements ChainSteps.Reach, AutoCloseable {
    private final ContactIndex index;
    private final ChainSteps steps;
    private final int lookUp;
    private final Side forward;
    private final Side backward;
    /** For each number of hops left: the nodes on shortest chains with so many, as far as they are on the side of the start. */
    private final int[][] onTheWay;

    /** What was reached from one end. The last layer is in the queue from begin to end. */
    private static final class Side {
        final Marks marks;
        /** Where the layers begin in the queue. */
        final int[] layers;

        int begin;
        int end = 1;
        int hops;

        Side(Marks marks, int node, int maxHops) {
            this.marks = marks;
            layers = new int[maxHops + 2];
            marks.clear();
            marks.set(node, 0);
            marks.queue[0] = node;
        }

        void next(int tail) {
            begin = end;
            end = tail;
            hops++;
            layers[hops] = begin;
        }

        int[] layer(int at) {
            return Arrays.copyOfRange(marks.queue, layers[at], at == hops ? end : layers[at + 1]);
        }
    }

    private BothEnds(ContactIndex index, ChainSteps steps, int lookUp, int from, int to, int maxHops) {
        this.index = index;
        this.steps = steps;
        this.lookUp = lookUp;
        forward = new Side(index.marks(), from, maxHops);
        backward = new Side(index.marks(), to, maxHops);
        onTheWay = new int[maxHops + 1][];
    }

    /** Searches; {@link #length} says whether anything was found. To be closed. */
    static BothEnds of(ContactIndex index, ChainSteps steps, int lookUp, int from, int to, int maxHops) {
        BothEnds ends = new BothEnds(index, steps, lookUp, from, to, maxHops);
        try {
            ends.search(maxHops);
            return ends;
        } catch (RuntimeException e) {
            ends.close();
            throw e;
        }
    }

    private boolean touched;

    /** How many hops the shortest chain has; -1 if there is none. */
    int length() {
        return touched ? forward.hops + backward.hops : -1;
    }

    private void search(int maxHops) {
        while (!touched
                && forward.begin < forward.end
                && backward.begin < backward.end
                && forward.hops + backward.hops < maxHops) {
            long ahead = work(forward);
            long behind = work(backward);
            long pairs = (long) (forward.end - forward.begin) * (backward.end - backward.begin);
            touched = pairs * lookUp < Math.min(ahead, behind) && meet()
                    || (ahead <= behind ? layer(forward, backward.marks) : layer(backward, forward.marks));
        }
        if (touched) {
            markBack();
        }
    }

    private long work(Side side) {
        long sum = 0;
        for (int i = side.begin; i < side.end; i++) {
            sum += degree(side.marks.queue[i]);
        }
        return sum;
    }

    private int degree(int node) {
        return index.offset[node + 1] - index.offset[node];
    }

    /** Goes one layer further. Returns whether the sides touch. */
    private boolean layer(Side side, Marks opposite) {
        boolean touches = false;
        Marks marks = side.marks;
        int tail = side.end;
        int hops = side.hops + 1;
        for (int head = side.begin; head < side.end; head++) {
            int node = marks.queue[head];
            for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                steps.step();
                int neighbour = index.other[i];
                if (!marks.has(neighbour) && steps.open(node, neighbour) && steps.counts(index.contact[i])) {
                    marks.set(neighbour, hops);
                    marks.queue[tail++] = neighbour;
                    touches |= opposite.has(neighbour);
                }
            }
        }
        side.next(tail);
        return touches;
    }

    /**
     * Where few are at both ends, they are looked up among each other's contacts; that is quicker than to go through all contacts of
     * one side. If some know each other, the start has then gone one layer further, to those of the other side alone.
     */
    private boolean meet() {
        int tail = forward.end;
        for (int i = forward.begin; i < forward.end; i++) {
            int mine = forward.marks.queue[i];
            for (int j = backward.begin; j < backward.end; j++) {
                int theirs = backward.marks.queue[j];
                if (!forward.marks.has(theirs) && steps.open(mine, theirs) && encountered(mine, theirs)) {
                    forward.marks.set(theirs, forward.hops + 1);
                    forward.marks.queue[tail++] = theirs;
                }
            }
        }
        if (tail == forward.end) {
            return false;
        }
        forward.next(tail);
        return true;
    }

    private boolean encountered(int a, int b) {
        steps.step();
        int one = degree(a) <= degree(b) ? a : b;
        int other = one == a ? b : a;
        for (int i = index.firstContact(one, other); i < index.offset[one + 1] && index.other[i] == other; i++) {
            if (steps.counts(index.contact[i])) {
                return true;
            }
        }
        return false;
    }

    /** From where the sides touch back to the start: who is on a shortest chain. */
    private void markBack() {
        int[] layer = Arrays.stream(forward.marks.queue, forward.begin, forward.end)
                .filter(node -> backward.marks.has(node) && backward.marks.get(node) == backward.hops)
                .toArray();
        for (int hops = forward.hops - 1, left = backward.hops + 1; hops >= 0; hops--, left++) {
            layer = nearer(layer, hops, left);
            onTheWay[left] = layer;
        }
    }

    private int[] nearer(int[] layer, int hops, int left) {
        int[] before = forward.layer(hops);
        long all = 0;
        for (int node : layer) {
            all += degree(node);
        }
        int[] found = new int[before.length];
        int count = 0;
        if ((long) before.length * layer.length * lookUp < all) {
            for (int neighbour : before) {
                for (int node : layer) {
                    if (steps.open(neighbour, node) && encountered(neighbour, node)) {
                        backward.marks.set(neighbour, left);
                        found[count++] = neighbour;
                        break;
                    }
                }
            }
            return Arrays.copyOf(found, count);
        }
        for (int node : layer) {
            for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                steps.step();
                int neighbour = index.other[i];
                boolean isBefore = forward.marks.has(neighbour)
                        && forward.marks.get(neighbour) == hops
                        && !(backward.marks.has(neighbour) && backward.marks.get(neighbour) == left);
                if (isBefore && steps.open(neighbour, node) && steps.counts(index.contact[i])) {
                    backward.marks.set(neighbour, left);
                    found[count++] = neighbour;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public int latest(int node, int hopsLeft) {
        return backward.marks.has(node) && backward.marks.get(node) == hopsLeft
                ? Integer.MAX_VALUE
                : ChainSteps.UNREACHED;
    }

    @Override
    public int[] among(int node, int hopsLeft) {
        int[] known = hopsLeft <= backward.hops ? backward.layer(hopsLeft) : onTheWay[hopsLeft];
        return known != null && (long) known.length * lookUp < degree(node) ? known : NOT_FEW;
    }

    @Override
    public void close() {
        index.release(forward.marks);
        index.release(backward.marks);
    }
}
