package org.entente.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.entente.contact.ContactIndex.Counting;
import org.entente.contact.ContactIndex.Marks;
import org.entente.execution.CancellationCheck;
import org.jspecify.annotations.Nullable;

/**
 * Looks for chains of encounters in the index: breadth first, from both ends where only the shortest is wanted.
 *
 * <p>Chains that differ in their persons are different chains; between two persons the closest encounter is taken, then the surest,
 * best witnessed, smallest and earliest. Among chains of one length that order decides hop by hop, so equal questions get equal
 * answers. With {@code inOrder} a chain counts if days can be chosen within the dates of its events so that none is earlier than the
 * one before; there the encounter that leaves most time for the rest is taken.
 */
public final class ChainSearch {
    private static final int UNREACHED = Integer.MIN_VALUE;
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final ContactIndex index;
    private final ContactOptions options;
    private final Counting counting;
    private final CancellationCheck stop;
    private int steps;
    /** The person at which a further chain leaves an earlier one, and where it may not go; -1 while there is none. */
    private int branching = -1;

    private final Set<Integer> closedNodes = new HashSet<>();
    private final Set<Integer> closedNext = new HashSet<>();

    /**
     * A chain in numbers of the index.
     *
     * @param agents from one end to the other
     * @param encounters one fewer: the encounter between each two
     */
    public record Found(int[] agents, int[] encounters) {
        public int length() {
            return encounters.length;
        }
    }

    public ChainSearch(ContactIndex index, ContactOptions options, CancellationCheck stop) {
        this.index = index;
        this.options = options;
        this.counting = index.counting(options);
        this.stop = stop;
    }

    /** Up to {@code k} chains, shortest first; none from a person to itself. */
    public List<Found> chains(int from, int to) {
        if (from < 0 || to < 0 || from == to) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Found shortest = shortest(from, NO_DAY, to, options.maxHops());
        if (shortest != null) {
            found.add(shortest);
        }
        // Yen: every further chain leaves one that was found at some person and goes on by another.
        PriorityQueue<Found> candidates = new PriorityQueue<>(this::compare);
        Set<List<Integer>> known = new HashSet<>();
        while (!found.isEmpty() && found.size() < options.k()) {
            branch(found, to, candidates, known);
            if (candidates.isEmpty()) {
                break;
            }
            found.add(candidates.poll());
        }
        return found;
    }

    private void branch(List<Found> found, int to, PriorityQueue<Found> candidates, Set<List<Integer>> known) {
        Found last = found.getLast();
        int day = NO_DAY;
        for (int at = 0; at < last.length(); at++) {
            int[] root = Arrays.copyOf(last.agents, at + 1);
            closedNodes.clear();
            for (int i = 0; i < at; i++) {
                closedNodes.add(root[i]);
            }
            branching = root[at];
            closedNext.clear();
            for (Found earlier : found) {
                if (earlier.length() > at && Arrays.equals(earlier.agents, 0, at + 1, root, 0, at + 1)) {
                    closedNext.add(earlier.agents[at + 1]);
                }
            }
            Found rest = shortest(root[at], day, to, options.maxHops() - at);
            if (rest != null) {
                Found whole = join(last, at, rest);
                if (known.add(Arrays.stream(whole.agents).boxed().toList())) {
                    candidates.add(whole);
                }
            }
            day = options.inOrder() ? arrival(day, index.event[last.encounters[at]]) : day;
        }
        closedNodes.clear();
        closedNext.clear();
        branching = -1;
    }

    private static Found join(Found start, int at, Found rest) {
        int[] agents = Arrays.copyOf(start.agents, at + rest.agents.length);
        System.arraycopy(rest.agents, 0, agents, at, rest.agents.length);
        int[] encounters = Arrays.copyOf(start.encounters, at + rest.encounters.length);
        System.arraycopy(rest.encounters, 0, encounters, at, rest.encounters.length);
        return new Found(agents, encounters);
    }

    private int compare(Found x, Found y) {
        int order = Integer.compare(x.length(), y.length());
        for (int i = 0; order == 0 && i < x.length(); i++) {
            order = better(x.encounters[i], y.encounters[i]);
        }
        return order;
    }

    /** Whether one may go from a node to another while a chain branches off. */
    private boolean open(int node, int neighbour) {
        return branching < 0
                || !closedNodes.contains(neighbour)
                        && !(node == branching && closedNext.contains(neighbour))
                        && !(neighbour == branching && closedNext.contains(node));
    }

    private @Nullable Found shortest(int from, int day, int to, int maxHops) {
        if (!options.inOrder()) {
            return shortest(from, to, maxHops);
        }
        List<int[]> reach = reach(from, day, to, maxHops);
        int length = reach.size() - 1;
        return reach.get(length)[from] != UNREACHED && reach.get(length)[from] >= day && length > 0
                ? walk(from, day, length, (node, left) -> reach.get(left)[node])
                : null;
    }

    /** The first day after {@code day} on which the event can have been; MAX_VALUE if it certainly was before. */
    private int arrival(int day, int event) {
        return arrival(index, day, event);
    }

    static int arrival(ContactIndex index, int day, int event) {
        int at = Math.max(day, index.earliest[event]);
        return at <= index.latest[event] ? at : Integer.MAX_VALUE;
    }

    /**
     * For 0, 1, 2 … hops left: the latest day by which one must be with each node to come to the target, UNREACHED if one cannot.
     * Ends where the start is reached in time.
     */
    private List<int[]> reach(int from, int day, int to, int maxHops) {
        List<int[]> reach = new ArrayList<>();
        int[] here = new int[index.nodeCount()];
        Arrays.fill(here, UNREACHED);
        here[to] = Integer.MAX_VALUE;
        reach.add(here);
        int[] frontier = {to};
        while (frontier.length > 0 && reach.size() <= maxHops) {
            int[] nearer = reach.getLast();
            int[] farther = new int[index.nodeCount()];
            Arrays.fill(farther, UNREACHED);
            int[] next = new int[16];
            int count = 0;
            for (int node : frontier) {
                for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                    step();
                    int encounter = index.contact[i];
                    int neighbour = index.other[i];
                    if (!open(node, neighbour) || !counting.counts(encounter)) {
                        continue;
                    }
                    int latest = departure(nearer[node], index.event[encounter]);
                    if (latest > farther[neighbour]) {
                        if (farther[neighbour] == UNREACHED) {
                            next = count == next.length ? Arrays.copyOf(next, 2 * count) : next;
                            next[count++] = neighbour;
                        }
                        farther[neighbour] = latest;
                    }
                }
            }
            frontier = Arrays.copyOf(next, count);
            reach.add(farther);
            if (farther[from] != UNREACHED && farther[from] >= day) {
                break;
            }
        }
        return reach;
    }

    private int departure(int latest, int event) {
        int day = Math.min(latest, index.latest[event]);
        return day >= index.earliest[event] ? day : UNREACHED;
    }

    /** The latest day to be with a node with so many hops left; UNREACHED if the target is out of reach. */
    private interface Reach {
        int latest(int node, int hopsLeft);
    }

    /** From one end to the other along nodes from which the target is in reach: the best encounter at every hop. */
    private Found walk(int from, int start, int length, Reach reach) {
        int[] agents = new int[length + 1];
        int[] encounters = new int[length];
        agents[0] = from;
        int day = start;
        for (int hop = 0; hop < length; hop++) {
            int node = agents[hop];
            int best = -1;
            int bestDay = Integer.MAX_VALUE;
            for (int i = index.offset[node]; i < index.offset[node + 1]; ) {
                step();
                int neighbour = index.other[i];
                int end = i + 1;
                while (end < index.offset[node + 1] && index.other[end] == neighbour) {
                    end++;
                }
                int latest = reach.latest(neighbour, length - hop - 1);
                if (latest != UNREACHED && open(node, neighbour)) {
                    int arrived = Integer.MAX_VALUE;
                    int encounter = -1;
                    for (int j = i; j < end; j++) {
                        int arrival = options.inOrder() ? arrival(day, index.event[index.contact[j]]) : 0;
                        if (arrival < arrived && arrival <= latest && counting.counts(index.contact[j])) {
                            encounter = index.contact[j];
                            arrived = arrival;
                        }
                    }
                    if (encounter >= 0 && (best < 0 || better(encounter, best) < 0)) {
                        best = encounter;
                        bestDay = arrived;
                        agents[hop + 1] = neighbour;
                    }
                }
                i = end;
            }
            encounters[hop] = best;
            day = bestDay;
        }
        return new Found(agents, encounters);
    }

    private int better(int x, int y) {
        int order = Integer.compare(index.level[x], index.level[y]);
        order = order != 0 ? order : Integer.compare(index.confidence[y], index.confidence[x]);
        order = order != 0 ? order : Integer.compare(index.witnesses[y], index.witnesses[x]);
        order = order != 0 ? order : Integer.compare(index.size[index.event[x]], index.size[index.event[y]]);
        order = order != 0 ? order : Integer.compare(index.earliest[index.event[x]], index.earliest[index.event[y]]);
        return order != 0 ? order : Integer.compare(x, y);
    }

    /** Breadth first from both ends, always the smaller side, layer by layer until they touch; then the best chain between. */
    private @Nullable Found shortest(int from, int to, int maxHops) {
        Marks forward = index.marks();
        Marks backward = index.marks();
        try {
            forward.clear();
            backward.clear();
            forward.set(from, 0);
            forward.queue[0] = from;
            backward.set(to, 0);
            backward.queue[0] = to;
            int[] front = {0, 1, 0};
            int[] back = {0, 1, 0};
            boolean touched = false;
            while (!touched && front[0] < front[1] && back[0] < back[1] && front[2] + back[2] < maxHops) {
                touched = work(forward, front) <= work(backward, back)
                        ? layer(forward, front, backward)
                        : layer(backward, back, forward);
            }
            if (!touched) {
                return null;
            }
            int length = front[2] + back[2];
            // The two searches touch in one layer; from there back to the start, mark how far the target is.
            for (int head = front[0]; head < front[1]; head++) {
                int node = forward.queue[head];
                if (!(backward.has(node) && backward.get(node) == back[2])) {
                    forward.queue[head] = -1;
                }
            }
            markBack(forward, backward, front, back[2]);
            return walk(
                    from,
                    NO_DAY,
                    length,
                    (node, left) -> backward.has(node) && backward.get(node) == left ? Integer.MAX_VALUE : UNREACHED);
        } finally {
            index.release(forward);
            index.release(backward);
        }
    }

    private long work(Marks side, int[] layer) {
        long sum = 0;
        for (int i = layer[0]; i < layer[1]; i++) {
            sum += index.offset[side.queue[i] + 1] - index.offset[side.queue[i]];
        }
        return sum;
    }

    /** Goes one layer further; layer holds begin and end in the queue and the number of hops. Returns whether the sides touch. */
    private boolean layer(Marks side, int[] layer, Marks opposite) {
        boolean touched = false;
        int tail = layer[1];
        int hops = layer[2] + 1;
        for (int head = layer[0]; head < layer[1]; head++) {
            int node = side.queue[head];
            for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                step();
                int neighbour = index.other[i];
                if (!side.has(neighbour) && open(node, neighbour) && counting.counts(index.contact[i])) {
                    side.set(neighbour, hops);
                    side.queue[tail++] = neighbour;
                    touched |= opposite.has(neighbour);
                }
            }
        }
        layer[0] = layer[1];
        layer[1] = tail;
        layer[2] = hops;
        return touched;
    }

    /** Gives the nodes on shortest chains between start and meeting layer their distance to the target. */
    private void markBack(Marks forward, Marks backward, int[] front, int beyond) {
        int[] layer = Arrays.stream(forward.queue, front[0], front[1])
                .filter(n -> n >= 0)
                .toArray();
        for (int hops = front[2] - 1, left = beyond + 1; hops >= 0; hops--, left++) {
            int[] nearer = new int[16];
            int count = 0;
            for (int node : layer) {
                for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                    step();
                    int neighbour = index.other[i];
                    boolean before = forward.has(neighbour)
                            && forward.get(neighbour) == hops
                            && !(backward.has(neighbour) && backward.get(neighbour) == left);
                    if (before && open(neighbour, node) && counting.counts(index.contact[i])) {
                        backward.set(neighbour, left);
                        nearer = count == nearer.length ? Arrays.copyOf(nearer, 2 * count) : nearer;
                        nearer[count++] = neighbour;
                    }
                }
            }
            layer = Arrays.copyOf(nearer, count);
        }
    }

    private void step() {
        if ((++steps & 0xFFF) == 0) {
            stop.check();
        }
    }
}
