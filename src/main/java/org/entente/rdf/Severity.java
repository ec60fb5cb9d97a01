package org.entente.rdf;

import java.util.Locale;

/** The severity of a finding. */
public enum Severity {
    /** The file must not be loaded. */
    ERROR,
    /** Probably a mistake; the file can be loaded. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The name in lower case, as printed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
