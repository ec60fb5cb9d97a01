package org.entente.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Which items of two coders mean the same. Nobody knows the other's names for reports and new events, so items are compared by what they
 * say; the most similar ones are paired first, and what is not similar enough stays alone.
 */
final class Pairing {
    /** Of 1; less alike than this are two things. */
    static final double LEAST = 0.3;

    private Pairing() {}

    /**
     * Two items that belong together, or one that stays alone.
     *
     * @param parts the same for what belongs to them
     */
    record Pair(Optional<CodedItem> a, Optional<CodedItem> b, List<Pair> parts) {
        boolean isWhole() {
            return a.isPresent() && b.isPresent();
        }
    }

    /** Pairs of reports with pairs of their participations: first as A has them, then those that only B has. */
    static List<Pair> ofReports(List<CodedItem> a, List<CodedItem> b) {
        return align(a, b, Pairing::ofReports).stream()
                .map(pair -> new Pair(
                        pair.a(), pair.b(), align(parts(pair.a()), parts(pair.b()), Pairing::ofParticipations)))
                .toList();
    }

    private static List<CodedItem> parts(Optional<CodedItem> report) {
        return report.map(CodedItem::parts).orElse(List.of());
    }

    private record Candidate(int a, int b, double similarity) {}

    private static List<Pair> align(
            List<CodedItem> a, List<CodedItem> b, ToDoubleBiFunction<CodedItem, CodedItem> similarity) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                double alike = similarity.applyAsDouble(a.get(i), b.get(j));
                if (alike >= LEAST) {
                    candidates.add(new Candidate(i, j, alike));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::similarity)
                .reversed()
                .thenComparingInt(Candidate::a)
                .thenComparingInt(Candidate::b));
        int[] partner = new int[a.size()];
        Arrays.fill(partner, -1);
        Set<Integer> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (partner[candidate.a()] < 0 && taken.add(candidate.b())) {
                partner[candidate.a()] = candidate.b();
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            Optional<CodedItem> other = partner[i] < 0 ? Optional.empty() : Optional.of(b.get(partner[i]));
            pairs.add(new Pair(Optional.of(a.get(i)), other, List.of()));
        }
        for (int j = 0; j < b.size(); j++) {
            if (!taken.contains(j)) {
                pairs.add(new Pair(Optional.empty(), Optional.of(b.get(j)), List.of()));
            }
        }
        return pairs;
    }

    private static double ofReports(CodedItem a, CodedItem b) {
        return 0.4 * shared(people(a), people(b))
                + 0.2 * share(a.agrees(b, "event"))
                + 0.2 * share(a.agrees(b, "date"))
                + 0.1 * share(a.agrees(b, "place"))
                + 0.1 * share(a.agrees(b, "locator"));
    }

    private static double ofParticipations(CodedItem a, CodedItem b) {
        if (isAnonymous(a) && isAnonymous(b)) {
            return equalColumns(a, b);
        }
        return 0.5 * share(a.agrees(b, "who"))
                + 0.4 * share(!printed(a).isEmpty() && printed(a).equals(printed(b)))
                + 0.3 * share(a.agrees(b, "office"))
                + 0.3 * share(a.agrees(b, "printed_title"))
                + 0.1 * equalColumns(a, b);
    }

    /** Whether nothing says who it is, as of a delegation that nobody lists. */
    private static boolean isAnonymous(CodedItem part) {
        return Stream.of("who", "printed_name", "office", "printed_title")
                .allMatch(column -> part.values(column).isEmpty());
    }

    /** The share of columns in which both say the same, among those in which one says something. */
    private static double equalColumns(CodedItem a, CodedItem b) {
        Set<String> columns = new TreeSet<>(a.values().keySet());
        columns.addAll(b.values().keySet());
        return columns.isEmpty()
                ? 0
                : (double) columns.stream()
                                .filter(column -> a.agrees(b, column))
                                .count()
                        / columns.size();
    }

    /** Who takes part, by what every coder has before him: the printed name, or the office where there is none. */
    private static Set<String> people(CodedItem report) {
        Set<String> people = new TreeSet<>();
        for (CodedItem part : report.parts()) {
            String printed = printed(part);
            String who = part.category("who");
            people.add(!who.isEmpty() ? who : !printed.isEmpty() ? printed : part.category("office"));
        }
        people.remove("");
        return people;
    }

    private static String printed(CodedItem part) {
        return part.category("printed_name").toLowerCase(Locale.ROOT);
    }

    /** Shared ones among all: 1 if there are the same, 0 if there is none. */
    private static double shared(Set<String> a, Set<String> b) {
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        int all = a.size() + b.size() - common.size();
        return all == 0 ? 0 : (double) common.size() / all;
    }

    private static double share(boolean holds) {
        return holds ? 1 : 0;
    }
}
