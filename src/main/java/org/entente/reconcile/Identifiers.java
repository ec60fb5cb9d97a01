package org.entente.reconcile;

import java.util.Locale;

/** Identifiers of other registers in the form in which the collection keeps them. */
final class Identifiers {
    private Identifiers() {}

    /** Without an address, a prefix such as {@code wikidata:}, or white space around and, for ISNI, inside it. */
    static String normal(EntityProperty scheme, String text) {
        String value = text.strip();
        if (value.startsWith("http://") || value.startsWith("https://")) {
            value = value.replaceAll("[?#].*$", "").replaceAll("/+$", "");
            value = value.substring(value.lastIndexOf('/') + 1);
        }
        int colon = value.indexOf(':');
        if (colon > 0 && colon < value.length() - 1) {
            value = value.substring(colon + 1).strip();
        }
        return switch (scheme) {
            case WIKIDATA, ISO_3166 -> value.toUpperCase(Locale.ROOT);
            case ROR -> value.toLowerCase(Locale.ROOT);
            case ISNI -> value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            default -> value;
        };
    }
}
