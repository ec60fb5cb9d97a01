package org.entente.wikidata;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties of Wikidata that are kept, by their numbers. */
public final class WikidataProperties {
    public static final String INSTANCE_OF = "P31";
    public static final String SUBCLASS_OF = "P279";
    public static final String BIRTH = "P569";
    public static final String DEATH = "P570";
    public static final String POSITION = "P39";
    public static final String COUNTRY = "P17";
    public static final String CITIZENSHIP = "P27";
    public static final String JURISDICTION = "P1001";
    public static final String WITHIN = "P131";
    public static final String COORDINATES = "P625";
    public static final String IMAGE = "P18";
    public static final String START = "P580";
    public static final String END = "P582";
    public static final String POINT_IN_TIME = "P585";
    public static final String REPLACES = "P1365";
    public static final String REPLACED_BY = "P1366";
    public static final String PARTICIPANT = "P710";
    public static final String REFERENCE_URL = "P854";
    public static final String STATED_IN = "P248";
    public static final String ROR = "P6782";
    public static final String GND = "P227";
    public static final String VIAF = "P214";
    public static final String ISNI = "P213";
    public static final String GEONAMES = "P1566";
    public static final String ISO_COUNTRY = "P297";
    public static final String ISO_COUNTRY_3 = "P298";
    public static final String ISO_COUNTRY_NUMBER = "P299";
    public static final String ISO_SUBDIVISION = "P300";

    /** Local name of our identifier scheme to the properties that hold such identifiers. */
    public static final Map<String, List<String>> BY_SCHEME = Map.of(
            "ror", List.of(ROR),
            "gnd", List.of(GND),
            "isni", List.of(ISNI),
            "viaf", List.of(VIAF),
            "geonames", List.of(GEONAMES),
            "iso3166", List.of(ISO_COUNTRY, ISO_SUBDIVISION));

    static final Set<String> IDENTIFIERS =
            Set.of(ROR, GND, VIAF, ISNI, GEONAMES, ISO_COUNTRY, ISO_COUNTRY_3, ISO_COUNTRY_NUMBER, ISO_SUBDIVISION);

    static final Set<String> KEPT = Set.of(
            INSTANCE_OF,
            SUBCLASS_OF,
            BIRTH,
            DEATH,
            POSITION,
            COUNTRY,
            CITIZENSHIP,
            JURISDICTION,
            WITHIN,
            PARTICIPANT,
            POINT_IN_TIME,
            COORDINATES,
            IMAGE,
            ROR,
            GND,
            VIAF,
            ISNI,
            GEONAMES,
            ISO_COUNTRY,
            ISO_COUNTRY_3,
            ISO_COUNTRY_NUMBER,
            ISO_SUBDIVISION);

    static final Set<String> QUALIFIERS = Set.of(START, END, POINT_IN_TIME, REPLACES, REPLACED_BY, JURISDICTION);

    private WikidataProperties() {}

    /** An identifier without what authorities write in different ways: spaces and hyphens of ISNI and GND. */
    public static String comparable(String identifier) {
        return identifier.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
    }
}
