package org.entente.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one thing that was asked for compares with a candidate.
 *
 * @param id {@code name}, {@code type}, {@code id}, {@code title}, {@code officeAtDate}, or the identifier of an {@link EntityProperty}
 * @param value from 0, contradicts, to 1, agrees; 0.5 where the collection does not know
 * @param weight how much it counts in the score
 * @param note what was compared, in a few words: a name, a post; may be empty
 * @param read whether what was asked for could be read at all: "about 60" is no date
 */
public record Feature(String id, double value, int weight, String note, boolean read) {
    static final double UNKNOWN = 0.5;
    static final String NAME = "name";
    static final String TYPE = "type";
    static final String ID = "id";
    static final String TITLE = "title";
    static final String OFFICE_AT_DATE = "officeAtDate";

    Feature(String id, double value, int weight, String note) {
        this(id, value, weight, note, true);
    }

    /** The value with two digits, as it is shown. */
    public double rounded() {
        return Math.round(value * 100) / 100.0;
    }

    /** Features of the same id as one: with the mean value and all of their weight. */
    static List<Feature> joined(List<Feature> features) {
        Map<String, Feature> byId = new LinkedHashMap<>();
        for (Feature feature : features) {
            byId.merge(feature.id(), feature, Feature::join);
        }
        return List.copyOf(byId.values());
    }

    private Feature join(Feature other) {
        int sum = weight + other.weight;
        return new Feature(
                id,
                (value * weight + other.value * other.weight) / sum,
                sum,
                note + ", " + other.note,
                read && other.read);
    }

    boolean agrees() {
        return value >= 0.75;
    }

    boolean contradicts() {
        return value == 0;
    }
}
