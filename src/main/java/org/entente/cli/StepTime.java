package org.entente.cli;

/** How long a step of longer work will still take, if it goes on as it did. */
final class StepTime {
    /** What is told earlier would be a guess. */
    private static final long TOO_EARLY_MILLIS = 2_000;

    private String step = "";
    private long begun;

    void at(String now, long millis) {
        if (!now.equals(step)) {
            step = now;
            begun = millis;
        }
    }

    /** ", about 12 s left"; "" if it cannot be told. */
    String left(long millis, long done, long total) {
        long took = millis - begun;
        return done <= 0 || done > total || took < TOO_EARLY_MILLIS
                ? ""
                : ", about " + Math.round(took * (double) (total - done) / done / 1000) + " s left";
    }
}
