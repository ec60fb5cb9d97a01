package org.entente.contact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.contact.ContactIndex.Counting;
import org.entente.execution.CancellationCheck;

/**
 * Everyone within reach of a node, with the number of hops of the shortest chain, nearest first; the node itself is left out.
 *
 * @param nodes numbers in the index
 * @param hops of each of them
 */
public record Reached(int[] nodes, int[] hops) {
    /** Goes out from a node as far as the options allow; -1 reaches nobody. */
    public static Reached from(int node, ContactIndex index, ContactOptions options, CancellationCheck stop) {
        if (node < 0) {
            return new Reached(new int[0], new int[0]);
        }
        return options.inOrder() ? inOrder(node, index, options, stop) : breadthFirst(node, index, options, stop);
    }

    public int count() {
        return nodes.length;
    }

    private static Reached breadthFirst(int from, ContactIndex index, ContactOptions options, CancellationCheck stop) {
        Counting counting = index.counting(options);
        Marks seen = index.marks();
        try {
            seen.clear();
            seen.set(from, 0);
            seen.queue[0] = from;
            int tail = 1;
            for (int head = 0; head < tail; head++) {
                int node = seen.queue[head];
                int next = seen.get(node) + 1;
                if (next > options.maxHops()) {
                    break;
                }
                stop.check();
                for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                    int neighbour = index.other[i];
                    if (!seen.has(neighbour) && counting.counts(index.contact[i])) {
                        seen.set(neighbour, next);
                        seen.queue[tail++] = neighbour;
                    }
                }
            }
            int[] nodes = Arrays.copyOfRange(seen.queue, 1, tail);
            return new Reached(nodes, Arrays.stream(nodes).map(seen::get).toArray());
        } finally {
            index.release(seen);
        }
    }

    /** Each event not earlier than the one before. */
    private static Reached inOrder(int from, ContactIndex index, ContactOptions options, CancellationCheck stop) {
        Counting counting = index.counting(options);
        Map<Integer, Integer> hops = new LinkedHashMap<>();
        Map<Integer, Integer> arrived = new HashMap<>(Map.of(from, Integer.MIN_VALUE));
        Map<Integer, Integer> frontier = Map.of(from, Integer.MIN_VALUE);
        for (int hop = 1; hop <= options.maxHops() && !frontier.isEmpty(); hop++) {
            Map<Integer, Integer> next = new LinkedHashMap<>();
            for (var at : frontier.entrySet()) {
                stop.check();
                for (int i = index.offset[at.getKey()]; i < index.offset[at.getKey() + 1]; i++) {
                    int encounter = index.contact[i];
                    int day = ChainSearch.arrival(index, at.getValue(), index.event[encounter]);
                    if (day == Integer.MAX_VALUE || !counting.counts(encounter)) {
                        continue;
                    }
                    int neighbour = index.other[i];
                    if (day < arrived.getOrDefault(neighbour, Integer.MAX_VALUE)) {
                        arrived.put(neighbour, day);
                        next.put(neighbour, day);
                        hops.putIfAbsent(neighbour, hop);
                    }
                }
            }
            frontier = next;
        }
        hops.remove(from);
        return new Reached(
                hops.keySet().stream().mapToInt(i -> i).toArray(),
                hops.values().stream().mapToInt(i -> i).toArray());
    }
}
