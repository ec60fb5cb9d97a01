package org.entente.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.entente.names.NameHit;
import org.entente.names.NameRow;
import org.entente.names.NameTable;

/** Names asked of a table whose right answers are known, counted by group. */
final class NameTrial {
    /** A name, who is meant, and what else is known. */
    record Question(String text, String answer, String born, List<String> groups) {}

    private static final int DEEP = 20;

    private final NameTable table;
    private final Map<String, String> born;
    private final Map<String, Count> counts = new TreeMap<>();

    private static final class Count {
        int all;
        int first;
        double reciprocal;
        int firstBorn;
        double reciprocalBorn;
        int decided;
        int right;
        int decidedAbsent;
    }

    /** @param born birth dates by entity; empty if they are not known */
    NameTrial(List<NameRow> rows, Map<String, String> born) {
        this.table = NameTable.of(rows);
        this.born = born;
    }

    NameTable table() {
        return table;
    }

    void ask(Question question, Predicate<NameRow> unlike) {
        List<NameHit> hits = table.search(question.text, DEEP, e -> true).stream()
                .filter(hit -> unlike.test(hit.name()))
                .toList();
        int rank = rank(hits, question.answer);
        int rankBorn = rank(withBirth(hits, question.born), question.answer);
        Optional<NameHit> clear = NameHit.clear(hits);
        boolean absent = NameHit.clear(table.search(question.text, 2, e -> !e.equals(question.answer)))
                .isPresent();
        List<String> groups = new ArrayList<>(question.groups);
        groups.add("all");
        for (String group : groups) {
            Count count = counts.computeIfAbsent(group, g -> new Count());
            count.all++;
            count.first += rank == 1 ? 1 : 0;
            count.reciprocal += rank == 0 ? 0 : 1.0 / rank;
            count.firstBorn += rankBorn == 1 ? 1 : 0;
            count.reciprocalBorn += rankBorn == 0 ? 0 : 1.0 / rankBorn;
            count.decided += clear.isPresent() ? 1 : 0;
            count.right += clear.map(hit -> hit.name().entity().equals(question.answer))
                            .orElse(false)
                    ? 1
                    : 0;
            count.decidedAbsent += absent ? 1 : 0;
        }
    }

    /** The same birth date is worth more than any spelling, another one counts against. */
    private List<NameHit> withBirth(List<NameHit> hits, String date) {
        Map<NameHit, Double> scores = new HashMap<>();
        for (NameHit hit : hits) {
            String known = born.getOrDefault(hit.name().entity(), "");
            double bonus = known.isEmpty() || date.isEmpty() ? 0 : known.equals(date) ? 0.5 : -0.3;
            scores.put(hit, hit.score() + bonus);
        }
        return hits.stream()
                .sorted((a, b) -> Double.compare(scores.get(b), scores.get(a)))
                .toList();
    }

    private static int rank(List<NameHit> hits, String answer) {
        Set<String> before = new HashSet<>();
        for (NameHit hit : hits) {
            before.add(hit.name().entity());
            if (hit.name().entity().equals(answer)) {
                return before.size();
            }
        }
        return 0;
    }

    void print(String title) {
        System.out.printf(
                "%n%-38s %6s %7s %7s %9s %9s %9s %9s %9s%n",
                title, "names", "P@1", "MRR", "P@1 born", "MRR born", "decided", "precision", "abstains");
        counts.forEach((group, c) -> System.out.printf(
                Locale.ROOT,
                "%-38s %6d %7.4f %7.4f %9s %9s %9.4f %9.4f %9.4f%n",
                group,
                c.all,
                (double) c.first / c.all,
                c.reciprocal / c.all,
                born.isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", (double) c.firstBorn / c.all),
                born.isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", c.reciprocalBorn / c.all),
                (double) c.decided / c.all,
                c.decided == 0 ? Double.NaN : (double) c.right / c.decided,
                1 - (double) c.decidedAbsent / c.all));
    }
}
