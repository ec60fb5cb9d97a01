package org.entente.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Ranks the names of a table by how much of them is in a name asked for: words that are alike choose, {@link Alignment} judges. */
final class Ranking {
    /** A row and how much of it fits, from 0 to 1. */
    record Ranked(int row, double score) {}

    /** What a row's words are, split at hyphens and joined. */
    private record Words(int[] tokens, TokenRole[] roles, int[] joined, TokenRole @Nullable [] joinedRoles) {}

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

        /** @param only whether only rows count that were touched before */
        void add(int row, int word, float value, boolean only) {
            // A row may hold two words that are like the one asked for; the more alike came first.
            if (stamp[row] == word || only && stamp[row] == 0) {
                return;
            }
            if (stamp[row] == 0) {
                touched[count++] = row;
            }
            stamp[row] = word;
            sum[row] += value;
        }

        /** A row with several such words counts for the best of them, in whatever order they come. */
        void raise(int row, float value) {
            if (stamp[row] == 0) {
                touched[count++] = row;
                stamp[row] = 1;
            }
            sum[row] = Math.max(sum[row], value);
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                sum[touched[i]] = 0;
                stamp[touched[i]] = 0;
            }
            count = 0;
        }
    }

    /** Steps in which sums are told apart, each a 256th. */
    private static final int STEPS = 2048;

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Words> words;
    private byte[] lengths = {};
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
        lengths = new byte[words.size()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = (byte) Math.min(100, words.get(row).tokens.length);
        }
    }

    private int[] enter(int row, List<NameToken> tokens) {
        return tokens.stream().mapToInt(token -> vocabulary.add(token, row)).toArray();
    }

    private static TokenRole[] roles(List<NameToken> tokens) {
        return tokens.stream().map(NameToken::role).toArray(TokenRole[]::new);
    }

    /** The names that fit best, in no order, about {@code k} of them. */
    List<Ranked> best(NormalForm asked, int k, IntPredicate accepted) {
        Map<NameToken, Vocabulary.Like> near = new HashMap<>();
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

    private Alignment alignment(List<NameToken> tokens, Map<NameToken, Vocabulary.Like> near) {
        return new Alignment(vocabulary, tokens, tokens.stream().map(near::get).toList());
    }

    /** The rows whose words are most like the words asked for. */
    private int[] choose(Map<NameToken, Vocabulary.Like> near, int k, IntPredicate accepted) {
        Sums into = borrow();
        try {
            int word = 0;
            for (Asked each : rarestFirst(near)) {
                int stamp = ++word;
                // Rows that share nothing but a common given name are looked at only where there are no better ones.
                boolean only = into.count > 3 * k;
                float worth = Math.max(0.2f, (float) each.token.role().missing);
                for (Vocabulary.Near token : each.like.mostAlikeFirst()) {
                    float value = token.alike() * token.alike() * vocabulary.weight(token.token()) * worth;
                    vocabulary.rows(token.token()).forEach(row -> into.add(row, stamp, value, only));
                }
            }
            return top(into, k, accepted);
        } finally {
            giveBack(into);
        }
    }

    private record Asked(NameToken token, Vocabulary.Like like, long rows) {}

    private List<Asked> rarestFirst(Map<NameToken, Vocabulary.Like> near) {
        return near.entrySet().stream()
                .filter(each -> each.getKey().role() != TokenRole.INITIAL)
                .map(each -> new Asked(
                        each.getKey(),
                        each.getValue(),
                        each.getValue().mostAlikeFirst().stream()
                                .mapToLong(
                                        token -> vocabulary.rows(token.token()).size())
                                .sum()))
                .sorted(Comparator.comparingLong(Asked::rows))
                .toList();
    }

    /** At most k accepted rows of the greatest sums. Sums are sorted in steps: a heap took longer than all the rest. */
    private int[] top(Sums sums, int k, IntPredicate accepted) {
        int[] ends = new int[STEPS + 1];
        int[] steps = new int[sums.count];
        for (int i = 0; i < sums.count; i++) {
            int row = sums.touched[i];
            float sum = sums.sum[row] / (1 + 0.02f * lengths[row]);
            steps[i] = STEPS - 1 - Math.min(STEPS - 1, (int) (sum * 256));
            ends[steps[i] + 1]++;
        }
        for (int i = 0; i < STEPS; i++) {
            ends[i + 1] += ends[i];
        }
        int[] sorted = new int[sums.count];
        for (int i = 0; i < sums.count; i++) {
            sorted[ends[steps[i]]++] = sums.touched[i];
        }
        int[] chosen = new int[Math.min(k, sorted.length)];
        int size = 0;
        for (int i = 0; i < sorted.length && size < chosen.length; i++) {
            if (accepted.test(sorted[i])) {
                chosen[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(chosen, size);
    }

    /**
     * The names of which every word asked for is a word or the beginning of one, at most k: more where the word typed is nearly
     * finished, a little more where it is in its place or the last.
     */
    List<Ranked> beginning(NormalForm asked, int k, IntPredicate accepted) {
        int before = asked.tokens().size() - 1;
        NameToken last = asked.tokens().getLast();
        BitSet holding = before == 0 ? null : holding(asked.tokens().subList(0, before));
        Sums sums = borrow();
        try {
            for (int token : nearlyFinishedFirst(last)) {
                double typed = Math.min(
                        1,
                        (double) last.word().length()
                                / vocabulary.token(token).word().length());
                vocabulary.rows(token).forEach(row -> {
                    if (holding == null || holding.get(row)) {
                        int[] tokens = words.get(row).tokens;
                        boolean inPlace = before < tokens.length && tokens[before] == token
                                || tokens.length > 0 && tokens[tokens.length - 1] == token;
                        double share = 0.6 + 0.25 * typed + (inPlace ? 0.05 : 0) + 0.08 * (before + 1) / lengths[row];
                        sums.raise(row, (float) Math.min(0.98, share));
                    }
                });
            }
            List<Ranked> ranked = new ArrayList<>();
            for (int row : top(sums, k, accepted)) {
                ranked.add(new Ranked(row, sums.sum[row]));
            }
            return ranked;
        } finally {
            giveBack(sums);
        }
    }

    private List<Integer> nearlyFinishedFirst(NameToken typed) {
        return vocabulary.beginning(typed).stream()
                .sorted(Comparator.comparingInt(
                        (Integer token) -> vocabulary.token(token).word().length()))
                .toList();
    }

    /** Rows in which each of the words is a word or begins one. */
    private @Nullable BitSet holding(List<NameToken> tokens) {
        BitSet all = null;
        for (NameToken token : tokens) {
            BitSet rows = new BitSet(words.size());
            vocabulary.beginning(token).forEach(id -> vocabulary.rows(id).forEach(rows::set));
            if (all == null) {
                all = rows;
            } else {
                all.and(rows);
            }
        }
        return all;
    }

    private Sums borrow() {
        Sums sums = spare.poll();
        return sums == null ? new Sums(words.size()) : sums;
    }

    private void giveBack(Sums sums) {
        sums.clear();
        spare.offer(sums);
    }
}
