package org.entente.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.entente.contact.ContactIndex.Counting;
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
public final class ChainSearch implements ChainSteps {
    private static final int LOOK_UP = 12;
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final ContactIndex index;
    private final ContactOptions options;
    private final Counting counting;
    private final CancellationCheck stop;
    private final int lookUp;
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
        this(index, options, stop, LOOK_UP);
    }

    /** @param lookUp looking one neighbour up among many costs about as much as looking at so many; changes no result */
    ChainSearch(ContactIndex index, ContactOptions options, CancellationCheck stop, int lookUp) {
        this.lookUp = lookUp;
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
    @Override
    public boolean open(int node, int neighbour) {
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

    /** From one end to the other along nodes from which the target is in reach: the best encounter at every hop. */
    private Found walk(int from, int start, int length, Reach reach) {
        int[] agents = new int[length + 1];
        int[] encounters = new int[length];
        agents[0] = from;
        int day = start;
        for (int hop = 0; hop < length; hop++) {
            int node = agents[hop];
            int left = length - hop - 1;
            int best = -1;
            int[] among = reach.among(node, left);
            for (int neighbour : among) {
                int encounter = soonest(node, index.firstContact(node, neighbour), neighbour, day, left, reach);
                best = encounter >= 0 && (best < 0 || better(encounter, best) < 0) ? encounter : best;
            }
            int end = among.length == 0 ? index.offset[node + 1] : 0;
            for (int i = index.offset[node]; i < end; ) {
                step();
                int neighbour = index.other[i];
                int encounter = soonest(node, i, neighbour, day, left, reach);
                best = encounter >= 0 && (best < 0 || better(encounter, best) < 0) ? encounter : best;
                while (i < end && index.other[i] == neighbour) {
                    i++;
                }
            }
            encounters[hop] = best;
            agents[hop + 1] = index.first[best] == node ? index.second[best] : index.first[best];
            day = options.inOrder() ? arrival(day, index.event[best]) : day;
        }
        return new Found(agents, encounters);
    }

    /** Of the encounters with one neighbour, which begin at a place: the one that leaves most time; -1 if none leads to the target. */
    private int soonest(int node, int place, int neighbour, int day, int left, Reach reach) {
        int latest = reach.latest(neighbour, left);
        if (latest == UNREACHED || !open(node, neighbour)) {
            return -1;
        }
        int arrived = Integer.MAX_VALUE;
        int encounter = -1;
        for (int i = place; i < index.offset[node + 1] && index.other[i] == neighbour; i++) {
            int arrival = options.inOrder() ? arrival(day, index.event[index.contact[i]]) : 0;
            if (arrival < arrived && arrival <= latest && counting.counts(index.contact[i])) {
                encounter = index.contact[i];
                arrived = arrival;
                if (!options.inOrder()) {
                    break;
                }
            }
        }
        return encounter;
    }

    private int better(int x, int y) {
        int order = Integer.compare(index.level[x], index.level[y]);
        order = order != 0 ? order : Integer.compare(index.confidence[y], index.confidence[x]);
        order = order != 0 ? order : Integer.compare(index.witnesses[y], index.witnesses[x]);
        order = order != 0 ? order : Integer.compare(index.size[index.event[x]], index.size[index.event[y]]);
        order = order != 0 ? order : Integer.compare(index.earliest[index.event[x]], index.earliest[index.event[y]]);
        return order != 0 ? order : Integer.compare(x, y);
    }

    private @Nullable Found shortest(int from, int to, int maxHops) {
        try (BothEnds ends = BothEnds.of(index, this, lookUp, from, to, maxHops)) {
            return ends.length() < 0 ? null : walk(from, NO_DAY, ends.length(), ends);
        }
    }

    @Override
    public boolean counts(int encounter) {
        return counting.counts(encounter);
    }

    @Override
    public void step() {
        if ((++steps & 0xFFF) == 0) {
            stop.check();
        }
    }
}
