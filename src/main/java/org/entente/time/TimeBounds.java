package org.entente.time;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one time span: when it began and when it ended at the earliest and at the latest, in whole days. The
 * span itself is a run of days; its start and its end both belong to it.
 *
 * <p>Any bound may be null, which always means <em>no bound is known</em>: a null {@code earliestStart} or
 * {@code earliestEnd} counts as arbitrarily early, a null {@code latestStart} or {@code latestEnd} as arbitrarily late. So
 * a null bound never makes anything certain and never makes anything impossible.
 *
 * @param earliestStart the span did not begin before this day
 * @param latestStart the span began on this day or before
 * @param earliestEnd the span ended on this day or after
 * @param latestEnd the span did not end after this day
 */
public record TimeBounds(
        @Nullable LocalDate earliestStart,
        @Nullable LocalDate latestStart,
        @Nullable LocalDate earliestEnd,
        @Nullable LocalDate latestEnd) {

    /** Nothing is known. */
    public static final TimeBounds UNKNOWN = new TimeBounds(null, null, null, null);

    /** @throws IllegalArgumentException if the bounds leave no possible span */
    public TimeBounds {
        if (!notAfter(earliestStart, latestStart)
                || !notAfter(earliestEnd, latestEnd)
                || !notAfter(earliestStart, latestEnd)) {
            throw new IllegalArgumentException("No span can begin in [" + earliestStart + ", " + latestStart
                    + "] and end in [" + earliestEnd + ", " + latestEnd + "]");
        }
    }

    /** A span known exactly: it lasted from the first to the last day. */
    public static TimeBounds lasting(LocalDate first, LocalDate last) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        return new TimeBounds(first, first, last, last);
    }

    /** One day. */
    public static TimeBounds on(LocalDate day) {
        return lasting(day, day);
    }

    /** Something that took place on some day or days between the first and the last; either may be null, see above. */
    public static TimeBounds somewhereWithin(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new TimeBounds(first, last, first, last);
    }

    /**
     * Whatever the two spans truly were, they shared a day. For a {@code lasting(a, b)} as other this is the model's
     * "certainly in [a, b]": latestStart &le; b and earliestEnd &ge; a.
     */
    public boolean certainlyOverlaps(TimeBounds other) {
        return surelyNotAfter(latestStart, other.earliestEnd) && surelyNotAfter(other.latestStart, earliestEnd);
    }

    /**
     * The two spans may have shared a day. For a {@code lasting(a, b)} as other this is the model's "possibly in [a, b]":
     * earliestStart &le; b and latestEnd &ge; a.
     */
    public boolean possiblyOverlaps(TimeBounds other) {
        return notAfter(earliestStart, other.latestEnd) && notAfter(other.earliestStart, latestEnd);
    }

    /** The two spans cannot have shared a day. */
    public boolean disjoint(TimeBounds other) {
        return !possiblyOverlaps(other);
    }

    /** This span certainly neither began before the period nor ended after it. */
    public boolean certainlyWithin(TimeBounds period) {
        return period.certainlyCovers(this);
    }

    /** This span may lie wholly inside the period. */
    public boolean possiblyWithin(TimeBounds period) {
        return notAfter(period.earliestStart, latestStart)
                && notAfter(earliestEnd, period.latestEnd)
                && possiblyOverlaps(period);
    }

    /** Every possible day of the other belongs to this: latestStart &le; its earliestStart, earliestEnd &ge; its latestEnd. */
    public boolean certainlyCovers(TimeBounds other) {
        return surelyNotAfter(latestStart, other.earliestStart) && surelyNotAfter(other.latestEnd, earliestEnd);
    }

    /** This span may include every day of the other. */
    public boolean possiblyCovers(TimeBounds other) {
        return other.possiblyWithin(this);
    }

    /**
     * What is known of a span when both this and the other are true of it.
     *
     * @return the narrower bounds; empty if the two contradict each other
     */
    public Optional<TimeBounds> intersect(TimeBounds other) {
        LocalDate es = later(earliestStart, other.earliestStart);
        LocalDate ls = earlier(latestStart, other.latestStart);
        LocalDate ee = later(earliestEnd, other.earliestEnd);
        LocalDate le = earlier(latestEnd, other.latestEnd);
        if (!notAfter(es, ls) || !notAfter(ee, le) || !notAfter(es, le)) {
            return Optional.empty();
        }
        return Optional.of(new TimeBounds(es, ls, ee, le));
    }

    /** Whether all four bounds are known. */
    public boolean isBounded() {
        return earliestStart != null && latestStart != null && earliestEnd != null && latestEnd != null;
    }

    // A bound that is not known contradicts nothing …
    private static boolean notAfter(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || b == null || !a.isAfter(b);
    }

    // … and proves nothing.
    private static boolean surelyNotAfter(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && !a.isAfter(b);
    }

    /** The later of two bounds; one that is known before one that is not. */
    static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isAfter(b) ? a : b;
    }

    /** The earlier of two bounds; one that is known before one that is not. */
    static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
