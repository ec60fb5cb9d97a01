package org.entente.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;

/** Ranks the names of a table by how much of them is in a name asked for: words that are alike choose, {@link Alignment} judges. */
final class Ranking {
    /** A row and how much of it fits, from 0 to 1. */
    record Ranked(int row, double score) {}

    /** What a row's words are, split at hyphens and joined. */
    private record Words(int[] tokens, Role[] roles, int[] joined, Role[] joinedRoles) {}

    /** Sums per row, used again: a table has many rows, a question touches few. */
    private static final class Sums {
        final float[] sum;
        final int[] stamp;
        final int[] touched;
        int count;

        Sums(int rows) {
            sum = new float[rows];
            stamp = new int[rows];
            touched = new int[rows];
        }

        void add(int row, int word, float value) {
            // A row may hold two words that are like the one asked for; the more alike came first.
            if (stamp[row] == word) {
                return;
            }
            if (stamp[row] == 0) {
                touched[count++] = row;
            }
            stamp[row] = word;
            sum[row] += value;
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                sum[touched[i]] = 0;
                stamp[touched[i]] = 0;
            }
            count = 0;
        }
    }

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Words> words;
    private final ConcurrentLinkedQueue<Sums> spare = new ConcurrentLinkedQueue<>();

    Ranking(int rows) {
        words = new ArrayList<>(rows);
    }

    void add(int row, NormalForm form) {
        int[] tokens = enter(row, form.tokens());
        boolean compound = form.joined().size() != form.tokens().size();
        words.add(new Words(
                tokens,
                roles(form.tokens()),
                compound ? enter(row, form.joined()) : tokens,
                compound ? roles(form.joined()) : null));
    }

    void finish() {
        vocabulary.finish(words.size());
    }

    private int[] enter(int row, List<NameToken> tokens) {
        return tokens.stream().mapToInt(token -> vocabulary.add(token, row)).toArray();
    }

    private static Role[] roles(List<NameToken> tokens) {
        return tokens.stream().map(NameToken::role).toArray(Role[]::new);
    }

    /** The names that fit best, in no order, about {@code k} of them. */
    List<Ranked> best(NormalForm asked, int k, IntPredicate accepted) {
        Map<NameToken, List<Vocabulary.Near>> near = new HashMap<>();
        boolean compound = asked.joined().size() != asked.tokens().size();
        List<NameToken> all = new ArrayList<>(asked.tokens());
        if (compound) {
            all.addAll(asked.joined());
        }
        all.forEach(token -> near.computeIfAbsent(token, vocabulary::like));
        int[] chosen = choose(near, k, accepted);
        Alignment split = alignment(asked.tokens(), near);
        Alignment joined = compound ? alignment(asked.joined(), near) : null;
        List<Ranked> ranked = new ArrayList<>(chosen.length);
        for (int row : chosen) {
            Words name = words.get(row);
            double score = split.score(name.tokens, name.roles);
            if (name.joinedRoles != null) {
                score = Math.max(score, split.score(name.joined, name.joinedRoles));
            }
            if (joined != null) {
                score = Math.max(score, joined.score(name.tokens, name.roles));
                if (name.joinedRoles != null) {
                    score = Math.max(score, joined.score(name.joined, name.joinedRoles));
                }
            }
            ranked.add(new Ranked(row, score));
        }
        return ranked;
    }

    private Alignment alignment(List<NameToken> tokens, Map<NameToken, List<Vocabulary.Near>> near) {
        return new Alignment(vocabulary, tokens, tokens.stream().map(near::get).toList());
    }

    /** The rows whose words are most like the words asked for. */
    private int[] choose(Map<NameToken, List<Vocabulary.Near>> near, int k, IntPredicate accepted) {
        Sums sums = spare.poll();
        if (sums == null) {
            sums = new Sums(words.size());
        }
        try {
            Sums into = sums;
            int word = 0;
            for (Map.Entry<NameToken, List<Vocabulary.Near>> each : near.entrySet()) {
                int stamp = ++word;
                if (each.getKey().role() == Role.INITIAL) {
                    continue;
                }
                float least = (float) each.getKey().role().missing;
                for (Vocabulary.Near token : each.getValue()) {
                    float value =
                            token.alike() * token.alike() * vocabulary.weight(token.token()) * Math.max(0.2f, least);
                    vocabulary.rows(token.token()).forEach(row -> into.add(row, stamp, value));
                }
            }
            return top(into, k, accepted);
        } finally {
            sums.clear();
            spare.offer(sums);
        }
    }

    private int[] top(Sums sums, int k, IntPredicate accepted) {
        record Entry(int row, float value) {}
        PriorityQueue<Entry> heap =
                new PriorityQueue<>(Comparator.comparingDouble(Entry::value).thenComparing(e -> -e.row));
        for (int i = 0; i < sums.count; i++) {
            int row = sums.touched[i];
            float value = sums.sum[row] / (1 + 0.02f * words.get(row).tokens.length);
            if ((heap.size() < k || value > heap.peek().value) && accepted.test(row)) {
                heap.add(new Entry(row, value));
                if (heap.size() > k) {
                    heap.poll();
                }
            }
        }
        return heap.stream().mapToInt(Entry::row).toArray();
    }

    /** The names of which every word asked for is a word or, if it is the last one, the beginning of a word. */
    List<Ranked> beginning(NormalForm asked, List<NormalForm> forms) {
        NameToken last = asked.tokens().getLast();
        Set<Integer> lastTokens = vocabulary.beginning(last);
        Set<Integer> found = new HashSet<>();
        for (int token : lastTokens) {
            vocabulary.rows(token).forEach(found::add);
        }
        List<NameToken> before = asked.tokens().subList(0, asked.tokens().size() - 1);
        List<Ranked> ranked = new ArrayList<>();
        for (int row : found) {
            NormalForm form = forms.get(row);
            if (before.stream().allMatch(word -> form.tokens().stream().anyMatch(other -> agrees(word, other)))) {
                ranked.add(new Ranked(row, share(last, lastTokens, words.get(row), before.size())));
            }
        }
        return ranked;
    }

    private static boolean agrees(NameToken word, NameToken other) {
        return word.agrees(other) || word.begins(other) || other.word().startsWith(word.word());
    }

    /** More where the word typed is nearly finished, a little more where it is the first word of the name or the last. */
    private double share(NameToken last, Set<Integer> lastTokens, Words name, int before) {
        double best = 0;
        for (int i = 0; i < name.tokens.length; i++) {
            if (lastTokens.contains(name.tokens[i])) {
                String word = vocabulary.token(name.tokens[i]).word();
                double typed = Math.min(1, (double) last.word().length() / word.length());
                double place = i == before || i == name.tokens.length - 1 ? 0.05 : 0;
                best = Math.max(best, 0.6 + 0.25 * typed + place + 0.08 * (before + 1) / name.tokens.length);
            }
        }
        return Math.min(0.98, best);
    }
}
