package org.entente.link;

/**
 * One reason for or against a candidate.
 *
 * @param name what was compared: name, type, identifier, birth, title, office, holders, country, position
 * @param value from -1 (contradicts) to 1 (agrees)
 * @param weight how much it counts
 * @param detail what was found on both sides
 */
public record LinkFeature(String name, double value, double weight, String detail) {
    /** What it adds to the score. */
    public double contribution() {
        return value * weight;
    }
}
