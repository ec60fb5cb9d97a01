package org.entente.annotate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How well the time of a card fits that of an event of the collection. */
final class EventTimes {
    /** They cannot be the same. */
    static final double APART = -1;

    static final double OPEN = 0.1;
    static final double UNDATED = 0.4;
    static final double NEAR = 0.6;
    static final double WITHIN = 0.9;
    static final double ON_THE_DAY = 1.2;

    private static final int SOON = 60;
    private static final int AT_ONCE = 30;
    private static final int AHEAD = 400;
    private static final int DAYS = 4;

    private final String published;

    /** @param published EDTF of the day on which the text appeared; "" if unknown */
    EventTimes(String published) {
        this.published = published;
    }

    static boolean isDay(String edtf) {
        return edtf.replace("~", "").length() == "2020-01-01".length();
    }

    /** The higher the better; {@link #APART} where the times exclude each other. */
    double fit(String date, List<KnownFacts.Account> accounts) {
        Set<String> known = new HashSet<>();
        accounts.forEach(a -> known.addAll(a.dates()));
        if (known.stream().anyMatch(TimeDistance::isNarrow)) {
            // "2023" of one source says no more where another has the day
            known.removeIf(d -> !TimeDistance.isNarrow(d));
        }
        if (known.isEmpty()) {
            return told(date.isEmpty() ? published : date, accounts);
        }
        if (date.isEmpty()) {
            return published.isEmpty()
                    ? OPEN
                    : known.stream().anyMatch(d -> TimeDistance.days(d, published) <= SOON) ? UNDATED : APART;
        }
        long nearest =
                known.stream().mapToLong(d -> TimeDistance.days(d, date)).min().orElse(0);
        boolean narrow = TimeDistance.isNarrow(date) && known.stream().anyMatch(TimeDistance::isNarrow);
        boolean day = narrow && isDay(date);
        return nearest == 0 ? day ? ON_THE_DAY : narrow ? WITHIN : NEAR : nearest <= DAYS && narrow ? UNDATED : APART;
    }

    /** Where no source prints the day: two texts of the same weeks may tell of the same, and an announcement of what comes. */
    private static double told(String date, List<KnownFacts.Account> accounts) {
        if (date.isEmpty()) {
            return OPEN;
        }
        boolean soon = false;
        boolean far = true;
        for (KnownFacts.Account a : accounts) {
            if (!a.published().isEmpty()) {
                long days = TimeDistance.days(a.published(), date);
                boolean ahead = a.statuses().stream().anyMatch(s -> s.endsWith("announced"))
                        && date.replace("[", "").compareTo(a.published()) > 0;
                soon |= days <= (ahead ? AHEAD : AT_ONCE);
                far &= days > AHEAD;
            } else {
                far = false;
            }
        }
        return soon ? UNDATED : far ? 0 : OPEN;
    }
}
