package org.entente.reconcile;

import java.time.LocalDate;
import java.util.Comparator;
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
 * @param certain times in which the person certainly held it
 * @param titles the post's labels and the titles under which the person was printed in it
 */
record Office(String person, String post, TimeBounds bounds, List<TimeBounds> certain, List<NormalForm> titles) {
    Office {
        certain = List.copyOf(certain);
        titles = List.copyOf(titles);
    }

    /** Whether the person certainly held it on every day of the date. */
    boolean certainlyAt(TimeBounds date) {
        LocalDate from = date.earliestStart();
        LocalDate to = date.latestEnd();
        return from != null
                && to != null
                && certain.stream()
                        .anyMatch(span -> notAfter(span.earliestStart(), from) && notAfter(to, span.latestEnd()));
    }

    /** Whether the person certainly held it on some day of the date. */
    boolean partlyAt(TimeBounds date) {
        return bounds.certainlyOverlaps(date) || certain.stream().anyMatch(span -> span.certainlyOverlaps(date));
    }

    /** Last day on which the person certainly held it, or may have. */
    @Nullable
    LocalDate last() {
        return certain.stream()
                .map(TimeBounds::latestEnd)
                .filter(day -> day != null)
                .max(Comparator.naturalOrder())
                .orElse(bounds.earliestEnd());
    }

    boolean possiblyAt(TimeBounds date) {
        return bounds.possiblyOverlaps(date);
    }

    private static boolean notAfter(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a != null && b != null && !a.isAfter(b);
    }
}
