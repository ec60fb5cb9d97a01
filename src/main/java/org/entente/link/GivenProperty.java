package org.entente.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.wikidata.WikidataProperties;

/** A property of Wikidata for which the collection can give statements, and the form of its values there. */
public enum GivenProperty {
    /** Who held which office. */
    POSITION(WikidataProperties.POSITION, "", ""),
    /** Who took part in which event. */
    PARTICIPANT(WikidataProperties.PARTICIPANT, "", ""),
    GND(
            WikidataProperties.GND,
            "gnd",
            "1[012]?[0-9]{7}[0-9X]|[47][0-9]{6}-[0-9]|[1-9][0-9]{0,7}-[0-9X]|3[0-9]{7}[0-9X]"),
    VIAF(WikidataProperties.VIAF, "viaf", "[1-9][0-9]([0-9]{0,7}|[0-9]{17,20})"),
    /** Wikidata writes it without blanks. */
    ISNI(WikidataProperties.ISNI, "isni", "0000[0-9]{11}[0-9X]"),
    ROR(WikidataProperties.ROR, "ror", "0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}"),
    GEONAMES(WikidataProperties.GEONAMES, "geonames", "[1-9][0-9]{0,8}"),
    ISO_COUNTRY(WikidataProperties.ISO_COUNTRY, "iso3166", "[A-Z]{2}"),
    ISO_SUBDIVISION(WikidataProperties.ISO_SUBDIVISION, "iso3166", "[A-Z]{2}-[A-Z0-9]{1,3}");

    private final String pid;
    private final String scheme;
    private final Pattern form;

    GivenProperty(String pid, String scheme, String form) {
        this.pid = pid;
        this.scheme = scheme;
        this.form = Pattern.compile(form);
    }

    /** Its number, such as P227. */
    public String pid() {
        return pid;
    }

    /** What the statement is, for messages: position, participation or identifier. */
    public String kind() {
        return this == POSITION ? "position" : this == PARTICIPANT ? "participation" : "identifier";
    }

    /** Whether its values are identifiers of another register and not items. */
    public boolean isIdentifier() {
        return !scheme.isEmpty();
    }

    /** The name of its column in a table: gnd, iso country. */
    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The property for an identifier, by its form: ISO 3166 has one for countries and one for their parts.
     *
     * @param scheme local name of our scheme
     * @param value as {@link #value} makes it
     */
    static Optional<GivenProperty> of(String scheme, String value) {
        return Arrays.stream(values())
                .filter(p -> p.isIdentifier()
                        && p.scheme.equals(scheme)
                        && p.form.matcher(value).matches())
                .findFirst();
    }

    /** The property for identifiers of a scheme; empty if Wikidata gets none of them from here. */
    static Optional<GivenProperty> ofScheme(String scheme) {
        return Arrays.stream(values())
                .filter(p -> p.isIdentifier() && p.scheme.equals(scheme))
                .findFirst();
    }

    /** An identifier in Wikidata's form: never an address, an ISNI without blanks. What is of no form stays as it is. */
    static String value(String scheme, String stated) {
        String plain = stated.strip();
        if (plain.startsWith("http://") || plain.startsWith("https://")) {
            plain = plain.replaceAll("/+$", "");
            plain = plain.substring(plain.lastIndexOf('/') + 1);
        }
        return scheme.equals("isni") ? WikidataProperties.comparable(plain) : plain;
    }
}
