package org.entente.coverage;

import java.util.Collection;

/**
 * How often the things of a count are reported.
 *
 * @param observed number of things that documents report
 * @param once how many of them exactly one independent document reports
 * @param twice how many of them exactly two report
 * @param documents number of independent documents that report any of them
 */
public record Sightings(long observed, long once, long twice, long documents) {
    /** Refuses what cannot be. */
    public Sightings {
        if (once < 0 || twice < 0 || documents < 0 || observed < once + twice) {
            throw new IllegalArgumentException(
                    "Of " + observed + " things " + once + " cannot be reported once and " + twice + " twice");
        }
    }

    /** @param witnesses for each thing the number of independent documents that report it; what none reports does not count */
    public static Sightings of(Collection<Integer> witnesses, long documents) {
        return new Sightings(
                witnesses.stream().filter(number -> number > 0).count(),
                witnesses.stream().filter(number -> number == 1).count(),
                witnesses.stream().filter(number -> number == 2).count(),
                documents);
    }
}
