package org.entente.reconcile;

import java.time.LocalDate;
import java.util.List;
import org.entente.names.NormalForm;
import org.entente.time.TimeBounds;
import org.jspecify.annotations.Nullable;

/**
 * A person in a post.
 *
 * @param person IRI of the holder
 * @param post IRI of the post
 * @param bounds when, as far as it is known
 * @param firstAttested first day on which the person was seen in it; null if never
 * @param lastAttested last such day
 * @param titles the post's labels and the titles under which the person was printed in it
 */
record Office(
        String person,
        String post,
        TimeBounds bounds,
        @Nullable LocalDate firstAttested,
        @Nullable LocalDate lastAttested,
        List<NormalForm> titles) {
    Office {
        titles = List.copyOf(titles);
    }

    /** Whether every reading of the tenure covers the whole date, or the holder was seen in office before and after it. */
    boolean certainlyAt(TimeBounds date) {
        LocalDate from = date.earliestStart();
        LocalDate to = date.latestEnd();
        return from != null
                && to != null
                && (notAfter(bounds.latestStart(), from) || notAfter(firstAttested, from))
                && (notAfter(to, bounds.earliestEnd()) || notAfter(to, lastAttested));
    }

    /** Whether the tenure certainly covers some day of the date. */
    boolean partlyAt(TimeBounds date) {
        return bounds.certainlyOverlaps(date)
                || notAfter(firstAttested, date.latestEnd()) && notAfter(date.earliestStart(), lastAttested);
    }

    boolean possiblyAt(TimeBounds date) {
        return bounds.possiblyOverlaps(date);
    }

    private static boolean notAfter(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && !a.isAfter(b);
    }
}
