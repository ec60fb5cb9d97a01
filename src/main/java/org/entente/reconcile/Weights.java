package org.entente.reconcile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of the formula, see {@link Score}. Those of the constraints stand in {@link EntityProperty#weight}. */
public final class Weights {
    static final int NAME = 60;
    static final int TYPE = 25;
    static final int TITLE = 20;
    static final int OFFICE_AT_DATE = 30;
    /** Who names an identifier wants that entity, whatever else is said. */
    static final int ID = 1_000;

    /** Points by which a match must be ahead of the second candidate. */
    public static final int MARGIN = 10;
    /** Points that a match must have. */
    public static final int LEAST_SCORE = 70;
    /** How like the name must be where something strong confirms it. */
    public static final double NEAR = 0.75;
    /** How like the name must be where only one thing confirms it. */
    public static final double SAME = 0.9;

    /** Features that are no properties, with their weights. */
    public static final Map<String, Integer> OF_FEATURES = ofFeatures();

    private Weights() {}

    private static Map<String, Integer> ofFeatures() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        weights.put(Feature.NAME, NAME);
        weights.put(Feature.TYPE, TYPE);
        weights.put(Feature.TITLE, TITLE);
        weights.put(Feature.OFFICE_AT_DATE, OFFICE_AT_DATE);
        weights.put(Feature.ID, ID);
        return Collections.unmodifiableMap(weights);
    }
}
