package org.entente.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens of all names of a table: which are like a given one, how telling each is, which begin with some letters. Names share
 * their tokens, so there are far fewer tokens than names, and the edit distance of two tokens is reckoned once.
 */
final class Vocabulary {
    /** Tokens less alike than this are different words. */
    private static final float ALIKE = 0.55f;
    /** A usual transcription, beside the word itself. */
    private static final float TRANSCRIBED = 0.985f;
    /** From so many sounds on, the beginning of a transcription is proposed. */
    private static final int TELLING = 4;
    /** A ministry for a minister: the two stand in each other's place, and do not fit. */
    private static final float OTHER_THING = 0.3f;
    /** So many of the tokens that share most pairs of letters are compared letter by letter. */
    private static final int COMPARED = 120;
    /** What is like a token is kept for so many, given names above all; then begun anew. */
    private static final int KEPT = 4_000;

    /** A token of the table that is like one that was asked for. */
    record Near(int token, float alike) {}

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<NameToken> tokens = new ArrayList<>();
    private final List<Postings> rows = new ArrayList<>();
    private final Map<String, Integer> readingIds = new HashMap<>();
    private final List<String> readings = new ArrayList<>();
    private final List<Postings> tokensOf = new ArrayList<>();
    /** Latin tokens, by the readings they have in Cyrillic only. */
    private final List<Postings> transcribedAs = new ArrayList<>();

    private final BitSet cyrillic = new BitSet();
    private final Map<String, Postings> byPair = new HashMap<>();
    private final ConcurrentHashMap<String, Like> alike = new ConcurrentHashMap<>();
    private int[] pairs = {};
    private float[] weights = {};
    private int[] byReading = {};
    private int[] byWord = {};

    /** The number of the token, which is now also in this row. */
    int add(NameToken token, int row) {
        int id = ids.computeIfAbsent(token.key(), k -> enter(token));
        rows.get(id).add(row);
        return id;
    }

    private int enter(NameToken token) {
        int id = tokens.size();
        tokens.add(token);
        rows.add(new Postings());
        cyrillic.set(id, token.isCyrillic());
        token.readings().forEach(reading -> tokensOf.get(enter(reading)).add(id));
        token.transcribed().forEach(reading -> transcribedAs.get(enter(reading)).add(id));
        return id;
    }

    private int enter(String reading) {
        Integer known = readingIds.get(reading);
        if (known == null) {
            known = readings.size();
            readingIds.put(reading, known);
            readings.add(reading);
            tokensOf.add(new Postings());
            transcribedAs.add(new Postings());
            for (String pair : pairs(reading)) {
                byPair.computeIfAbsent(pair, p -> new Postings()).add(known);
            }
        }
        return known;
    }

    /** To be called once, when all rows are in. */
    void finish(int rowCount) {
        ids.clear();
        double all = Math.log(Math.max(rowCount, 1) + 1.0);
        weights = new float[tokens.size()];
        int[] names = new int[readings.size()];
        pairs = new int[readings.size()];
        for (int i = 0; i < names.length; i++) {
            int reading = i;
            pairs[i] = readings.get(i).length() + 1;
            tokensOf.get(i).forEach(token -> names[reading] += rows.get(token).size());
        }
        for (int i = 0; i < weights.length; i++) {
            int most = 1;
            for (String reading : tokens.get(i).readings()) {
                most = Math.max(most, names[Objects.requireNonNull(readingIds.get(reading), "entered with its token")]);
            }
            // The commonest token of a large table is worth a third of one that is in one name only.
            weights[i] = (float) Math.max(0.33, 1 - 0.8 * Math.log(most) / Math.max(all, 3));
        }
        byReading = sorted(readings.size(), Comparator.comparing(readings::get));
        byWord = sorted(
                tokens.size(), Comparator.comparing(token -> tokens.get(token).word()));
    }

    NameToken token(int id) {
        return tokens.get(id);
    }

    Postings rows(int token) {
        return rows.get(token);
    }

    /** How much a token tells: 1 for one in a single name, a third for the commonest. */
    float weight(int token) {
        return weights[token];
    }

    /** The tokens that are or may be one that was asked for, and how alike each is. */
    record Like(List<Near> mostAlikeFirst, Map<Integer, Float> byToken) {
        /** From 0 to 1. */
        float to(int token) {
            return byToken.getOrDefault(token, 0f);
        }
    }

    /** The tokens that are or may be the one asked for. */
    Like like(NameToken asked) {
        String key = asked.key();
        Like known = alike.get(key);
        if (known == null) {
            known = find(asked);
            if (alike.size() >= KEPT) {
                alike.clear();
            }
            alike.put(key, known);
        }
        return known;
    }

    private Like find(NameToken asked) {
        Map<Integer, Float> best = new HashMap<>();
        boolean inCyrillic = asked.isCyrillic();
        for (String reading : asked.readings()) {
            compare(reading, (other, alike) -> {
                tokensOf.get(other).forEach(token -> best.merge(token, alike, Math::max));
                if (inCyrillic) {
                    transcribedAs.get(other).forEach(token -> best.merge(token, TRANSCRIBED * alike, Math::max));
                }
            });
        }
        if (!cyrillic.isEmpty()) {
            for (String reading : asked.transcribed()) {
                compare(reading, (other, alike) -> tokensOf.get(other).forEach(token -> {
                    if (cyrillic.get(token)) {
                        best.merge(token, TRANSCRIBED * alike, Math::max);
                    }
                }));
            }
        }
        best.replaceAll((token, alike) ->
                TokenRoles.isMinistryAndMinister(asked.word(), tokens.get(token).word()) ? OTHER_THING : alike);
        best.replaceAll((token, alike) ->
                alike < 1 || tokens.get(token).word().equals(asked.word()) ? alike : Float.valueOf(0.995f));
        List<Near> sorted = new ArrayList<>(best.size());
        best.forEach((token, alike) -> sorted.add(new Near(token, alike)));
        sorted.sort(Comparator.comparingDouble((Near near) -> -near.alike).thenComparingInt(Near::token));
        return new Like(sorted, best);
    }

    private interface Comparison {
        void found(int reading, float alike);
    }

    /** Tells all readings of the table that are like this one. */
    private void compare(String reading, Comparison found) {
        int[] shared = new int[readings.size()];
        for (String pair : pairs(reading)) {
            byPair.getOrDefault(pair, Postings.EMPTY).forEach(id -> shared[id]++);
        }
        // Counted by how much is shared, in hundredths: a bucket sort is enough to take the best.
        int[] buckets = new int[101];
        int[] share = shared;
        for (int i = 0; i < shared.length; i++) {
            if (shared[i] > 0) {
                share[i] = Math.min(100, 200 * shared[i] / (reading.length() + 1 + pairs[i]));
                buckets[share[i]]++;
            }
        }
        int least = 100;
        for (int taken = buckets[100]; least > 25 && taken + buckets[least - 1] <= COMPARED; least--) {
            taken += buckets[least - 1];
        }
        for (int i = 0; i < share.length; i++) {
            if (share[i] >= least) {
                float sim = PhoneticDistance.alike(reading, readings.get(i));
                if (sim >= ALIKE) {
                    found.found(i, sim);
                }
            }
        }
    }

    /** Tokens with a reading, or a spelling, that begins so. */
    Set<Integer> beginning(NameToken typed) {
        Set<Integer> found = new HashSet<>();
        boolean inCyrillic = typed.isCyrillic();
        for (String prefix : typed.readings()) {
            // "qqqq" is one sound, with which half of all names begin.
            if (prefix.length() < Math.min(2, typed.word().length())) {
                continue;
            }
            for (int i = first(byReading, readings::get, prefix);
                    i < byReading.length && readings.get(byReading[i]).startsWith(prefix);
                    i++) {
                tokensOf.get(byReading[i]).forEach(found::add);
                // "Вас" begins Vassilenko; that it may begin Weisig, too, says nothing yet.
                if (inCyrillic && prefix.length() >= TELLING) {
                    transcribedAs.get(byReading[i]).forEach(found::add);
                }
            }
        }
        String prefix = typed.word();
        for (int i = first(byWord, token -> tokens.get(token).word(), prefix);
                i < byWord.length && tokens.get(byWord[i]).word().startsWith(prefix);
                i++) {
            found.add(byWord[i]);
        }
        return found;
    }

    private static int first(int[] order, java.util.function.IntFunction<String> text, String prefix) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.apply(order[middle]).compareTo(prefix) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] sorted(int size, Comparator<Integer> order) {
        Integer[] all = new Integer[size];
        Arrays.setAll(all, i -> i);
        Arrays.sort(all, order);
        return Arrays.stream(all).mapToInt(Integer::intValue).toArray();
    }

    private static Set<String> pairs(String reading) {
        Set<String> pairs = new HashSet<>();
        String padded = "^" + reading + "$";
        for (int i = 0; i + 2 <= padded.length(); i++) {
            pairs.add(padded.substring(i, i + 2));
        }
        return pairs;
    }
}
