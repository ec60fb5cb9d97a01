package org.entente.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long longer work will still take, if it goes on as it did: a load as a whole, anything else to the end of its step. */
final class StepTime {
    /** What is told earlier would be a guess. */
    private static final long TOO_EARLY_MILLIS = 2_000;
    /** Of less that is done nothing can be concluded, in percent. */
    private static final double TOO_LITTLE = 3;

    /** The steps of a load and what share of the whole each takes, in percent, as measured with {@code LoadBench}. */
    private static final Map<String, Integer> LOAD = load();

    private String step = "";
    private long begun = -1;
    private long stepBegun;

    private static Map<String, Integer> load() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("Reading", 8);
        shares.put("Terms and references", 1);
        shares.put("Writing", 4);
        shares.put("Rules", 52);
        shares.put("Writing what follows", 8);
        shares.put("Shapes and checks", 24);
        shares.put("Committing", 3);
        return shares;
    }

    void at(String now, long millis) {
        if (begun < 0) {
            begun = millis;
        }
        if (!now.equals(step)) {
            step = now;
            stepBegun = millis;
        }
    }

    /** ", about 12 s left"; "" if it cannot be told. */
    String left(long millis, long done, long total) {
        boolean known = done > 0 && done <= total;
        if (LOAD.containsKey(step)) {
            double share = known ? (double) done / total : 0;
            return text(millis - begun, before(step) + LOAD.getOrDefault(step, 0) * share, TOO_LITTLE);
        }
        return known ? text(millis - stepBegun, 100.0 * done / total, 0) : "";
    }

    private static double before(String step) {
        int sum = 0;
        for (Map.Entry<String, Integer> earlier : LOAD.entrySet()) {
            if (earlier.getKey().equals(step)) {
                break;
            }
            sum += earlier.getValue();
        }
        return sum;
    }

    /** @param percent how much is done */
    private static String text(long took, double percent, double least) {
        return took < TOO_EARLY_MILLIS || percent <= least
                ? ""
                : ", about " + Math.round(took * (100 - percent) / percent / 1000) + " s left";
    }
}
