package org.entente.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** What was sent to a server and what it acknowledged. Used by several threads. */
final class Ledger {
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> sent = new ConcurrentSkipListSet<>();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    /** Number of the newest version that was sent and acknowledged, by what it is a version of. */
    private final Map<String, Integer> sentVersion = new ConcurrentSkipListMap<>();

    private final Map<String, Integer> acknowledgedVersion = new ConcurrentSkipListMap<>();

    private final Set<String> refused = new ConcurrentSkipListSet<>();

    /** A write that the server did not want: the test is wrong, not the server. */
    void refused(String answer) {
        refused.add(answer);
    }

    Set<String> refused() {
        return refused;
    }

    /** A new name that nothing had yet. */
    String send(String kind) {
        String name = kind + "-" + next.incrementAndGet();
        sent.add(name);
        return name;
    }

    void acknowledge(String name) {
        sent.add(name);
        acknowledged.add(name);
    }

    int sendVersion(String of) {
        return sentVersion.merge(of, 1, Integer::sum);
    }

    void acknowledgeVersion(String of, int version) {
        acknowledgedVersion.merge(of, version, Math::max);
    }

    int acknowledged() {
        return acknowledged.size()
                + acknowledgedVersion.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /** How many writes of one kind were acknowledged. */
    int acknowledged(String kind) {
        return acknowledgedVersion.getOrDefault(kind, 0)
                + (int) acknowledged.stream()
                        .filter(name -> name.startsWith(kind + "-"))
                        .count();
    }

    /**
     * What was lost or stands half.
     *
     * @param found names of a kind with the number of statements that each has
     * @param whole how many it must have
     */
    List<String> problems(String kind, Map<String, Integer> found, int whole) {
        List<String> problems = new ArrayList<>();
        Set<String> lost = new TreeSet<>(acknowledged);
        lost.removeIf(name -> !name.startsWith(kind + "-") || found.containsKey(name));
        lost.forEach(name -> problems.add("lost: " + name));
        new TreeMap<>(found).forEach((name, statements) -> {
            if (statements != whole) {
                problems.add("half: " + name + " has " + statements + " of " + whole + " statements");
            }
            if (!sent.contains(name)) {
                problems.add("nobody sent " + name);
            }
        });
        return problems;
    }

    /** @param found the version that is there; 0 for none */
    List<String> problems(String of, int found) {
        int least = acknowledgedVersion.getOrDefault(of, 0);
        int most = sentVersion.getOrDefault(of, 0);
        return found < least || found > most
                ? List.of("lost: " + of + " has version " + found + ", acknowledged was " + least)
                : List.of();
    }
}
