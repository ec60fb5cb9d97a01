package org.entente.rdf;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** The file must not be loaded. */
    ERROR,
    /** Probably not meant; the file can be loaded. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The name in lower case, as printed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
