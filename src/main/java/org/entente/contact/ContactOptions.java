package org.entente.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;

/**
 * Which encounters count, and how far a search goes.
 *
 * @param levels the levels that count; never empty
 * @param minConfidence the least confidence that counts
 * @param maxParticipants events with more participants do not count
 * @param from events that certainly ended before this day do not count, and neither do undated ones
 * @param to events that certainly began after this day do not count, and neither do undated ones
 * @param inOrder whether the events of a chain must follow each other in time, as far as their dates allow it; undated ones
 *     cannot
 * @param maxHops the longest chain that is looked for
 * @param k how many chains are looked for
 */
public record ContactOptions(
        Set<Level> levels,
        Confidence minConfidence,
        int maxParticipants,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        boolean inOrder,
        int maxHops,
        int k) {
    /** The word for all levels. */
    public static final String ANY = "any";
    /** No chain is longer than this. */
    public static final int MOST_HOPS = 20;
    /** No search gives more chains than this. */
    public static final int MOST_CHAINS = 50;

    /** Held encounters of any time, confidence and size; one chain of at most ten hops. */
    public static final ContactOptions HELD = new ContactOptions(
            Level.HELD, Confidence.NONE, Integer.MAX_VALUE, Optional.empty(), Optional.empty(), false, 10, 1);

    private static final Pattern FORM = Pattern.compile("\\s*(\\w+\\s*=[^;]*(;|$)\\s*)*");

    public ContactOptions {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels: at least one of " + words());
        }
        if (maxParticipants < 2) {
            throw new IllegalArgumentException("maxParticipants: from 2 on");
        }
        if (maxHops < 1 || maxHops > MOST_HOPS) {
            throw new IllegalArgumentException("maxHops: 1 to " + MOST_HOPS);
        }
        if (k < 1 || k > MOST_CHAINS) {
            throw new IllegalArgumentException("k: 1 to " + MOST_CHAINS);
        }
        levels = Set.copyOf(levels);
    }

    public ContactOptions withLevels(Set<Level> others) {
        return new ContactOptions(others, minConfidence, maxParticipants, from, to, inOrder, maxHops, k);
    }

    public ContactOptions withK(int chains) {
        return new ContactOptions(levels, minConfidence, maxParticipants, from, to, inOrder, maxHops, chains);
    }

    /** Whether a text has the form of options, right or wrong. */
    public static boolean looksLikeOptions(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Changes some options by a text: {@code key=value} separated by semicolons, such as
     * {@code "levels=met,coAttended; confidence=medium; maxParticipants=20; from=2015; to=2020-06; inOrder=true; maxHops=6; k=3"}.
     * {@code levels=any} means all; dates are EDTF.
     *
     * @throws IllegalArgumentException if a key or value is wrong; the message says what would be right
     */
    public ContactOptions with(String text) {
        ContactOptions changed = this;
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("\"" + part.strip() + "\": write key=value; separate with ;");
                }
                changed = changed.with(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return changed;
    }

    /**
     * Changes one option, as {@link #with(String)} does.
     *
     * @throws IllegalArgumentException if the key or the value is wrong; the message says what would be right
     */
    public ContactOptions with(String key, String value) {
        return switch (key) {
            case "level", "levels" -> withLevels(levels(value));
            case "confidence" ->
                new ContactOptions(
                        levels,
                        Confidence.named(value)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "confidence: one of low, medium, high; not " + value)),
                        maxParticipants,
                        from,
                        to,
                        inOrder,
                        maxHops,
                        k);
            case "maxParticipants" ->
                new ContactOptions(levels, minConfidence, number(key, value), from, to, inOrder, maxHops, k);
            case "from" ->
                new ContactOptions(
                        levels,
                        minConfidence,
                        maxParticipants,
                        Optional.ofNullable(date(key, value).earliestStart()),
                        to,
                        inOrder,
                        maxHops,
                        k);
            case "to" ->
                new ContactOptions(
                        levels,
                        minConfidence,
                        maxParticipants,
                        from,
                        Optional.ofNullable(date(key, value).latestEnd()),
                        inOrder,
                        maxHops,
                        k);
            case "inOrder" ->
                new ContactOptions(levels, minConfidence, maxParticipants, from, to, truth(key, value), maxHops, k);
            case "maxHops" ->
                new ContactOptions(levels, minConfidence, maxParticipants, from, to, inOrder, number(key, value), k);
            case "k" ->
                new ContactOptions(
                        levels, minConfidence, maxParticipants, from, to, inOrder, maxHops, number(key, value));
            default ->
                throw new IllegalArgumentException("there is no option " + key
                        + "; available: levels, confidence, maxParticipants, from, to, inOrder, maxHops, k");
        };
    }

    private static Set<Level> levels(String value) {
        if (value.equals(ANY)) {
            return EnumSet.allOf(Level.class);
        }
        List<Level> named = new ArrayList<>();
        for (String word : value.split(",")) {
            named.add(Level.named(word.strip())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "levels: any, or some of " + words() + "; not " + word.strip())));
        }
        return EnumSet.copyOf(named);
    }

    private static String words() {
        return Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", "));
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + ": a whole number; not " + value, e);
        }
    }

    private static boolean truth(String key, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(key + ": true or false; not " + value);
        }
        return value.equals("true");
    }

    private static TimeBounds date(String key, String value) {
        try {
            return Edtf.parse(value).bounds();
        } catch (EdtfException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    /** The text that {@link #with(String)} reads: only what differs from {@link #HELD}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (!levels.equals(HELD.levels)) {
            parts.add("levels="
                    + levels.stream()
                            .sorted(Comparator.naturalOrder())
                            .map(Level::word)
                            .collect(Collectors.joining(",")));
        }
        if (minConfidence != Confidence.NONE) {
            parts.add("confidence=" + minConfidence.word());
        }
        if (maxParticipants != Integer.MAX_VALUE) {
            parts.add("maxParticipants=" + maxParticipants);
        }
        from.ifPresent(day -> parts.add("from=" + day));
        to.ifPresent(day -> parts.add("to=" + day));
        if (inOrder) {
            parts.add("inOrder=true");
        }
        if (maxHops != HELD.maxHops) {
            parts.add("maxHops=" + maxHops);
        }
        if (k != HELD.k) {
            parts.add("k=" + k);
        }
        return String.join("; ", parts);
    }
}
