package org.entente.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Licences of Creative Commons by their names and IRIs. */
public final class Licences {
    private static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";
    private static final Pattern LICENCE =
            Pattern.compile("https?://creativecommons\\.org/licenses/(by(?:-nc)?(?:-nd|-sa)?)/([0-9.]+)/?.*");
    private static final Pattern NAME =
            Pattern.compile("cc[ -](by(?:[ -]nc)?(?:[ -](?:nd|sa))?)(?:[ -]([0-9]\\.[0-9]))?");

    private Licences() {}

    /** The usual short name; the IRI itself if there is none. */
    public static String name(String iri) {
        if (iri.startsWith(CC0) || iri.equals(CC0.substring(0, CC0.length() - 1))) {
            return "CC0 1.0";
        }
        Matcher licence = LICENCE.matcher(iri);
        return licence.matches() ? "CC " + licence.group(1).toUpperCase(Locale.ROOT) + " " + licence.group(2) : iri;
    }

    /** The IRI of a licence that is given by its short name, such as "CC BY 4.0" or "cc-by-sa", or by its IRI; else empty. */
    public static Optional<String> iri(String text) {
        String given = text.strip();
        if (given.matches("https?://\\S+")) {
            return Optional.of(given);
        }
        String name = given.toLowerCase(Locale.ROOT);
        if (name.matches("cc[ -]?0([ -]1\\.0)?")) {
            return Optional.of(CC0);
        }
        Matcher licence = NAME.matcher(name);
        return licence.matches()
                ? Optional.of("https://creativecommons.org/licenses/"
                        + licence.group(1).replace(' ', '-') + "/"
                        + (licence.group(2) == null ? "4.0" : licence.group(2)) + "/")
                : Optional.empty();
    }
}
