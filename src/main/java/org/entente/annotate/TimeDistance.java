package org.entente.annotate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.jspecify.annotations.Nullable;

/** How far apart two times are. An open end reaches not far: what was "in 2012 at the latest" was hardly in 1992. */
final class TimeDistance {
    private static final int OPEN = 366;
    private static final int LASTING = 45;

    private TimeDistance() {}

    /** Days between two times in EDTF, at least; 0 where they may meet, or one of them is unknown. */
    static long days(String one, String other) {
        try {
            TimeBounds a = Edtf.parse(one).bounds();
            TimeBounds b = Edtf.parse(other).bounds();
            LocalDate firstOfA = first(a);
            LocalDate firstOfB = first(b);
            LocalDate lastOfA = last(a);
            LocalDate lastOfB = last(b);
            if (firstOfA == null || firstOfB == null || lastOfA == null || lastOfB == null) {
                return 0;
            }
            if (lastOfA.isBefore(firstOfB)) {
                return ChronoUnit.DAYS.between(lastOfA, firstOfB);
            }
            return lastOfB.isBefore(firstOfA) ? ChronoUnit.DAYS.between(lastOfB, firstOfA) : 0;
        } catch (EdtfException e) {
            return 0;
        }
    }

    /** Whether a time is known to some days. */
    static boolean isNarrow(String edtf) {
        try {
            TimeBounds bounds = Edtf.parse(edtf).bounds();
            LocalDate first = first(bounds);
            LocalDate last = last(bounds);
            return first != null && last != null && ChronoUnit.DAYS.between(first, last) < 15;
        } catch (EdtfException e) {
            return false;
        }
    }

    private static @Nullable LocalDate first(TimeBounds of) {
        LocalDate known = of.earliestStart();
        if (known == null && of.latestStart() != null) {
            boolean attested = of.earliestEnd() != null;
            return of.latestStart().minusDays(attested ? LASTING : OPEN);
        }
        return known == null && of.latestEnd() != null ? of.latestEnd().minusDays(OPEN) : known;
    }

    private static @Nullable LocalDate last(TimeBounds of) {
        LocalDate known = of.latestEnd();
        if (known == null && of.earliestEnd() != null) {
            boolean attested = of.latestStart() != null;
            return of.earliestEnd().plusDays(attested ? LASTING : OPEN);
        }
        return known == null && of.earliestStart() != null ? of.earliestStart().plusDays(OPEN) : known;
    }
}
