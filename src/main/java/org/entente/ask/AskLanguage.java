package org.entente.ask;

import java.util.Locale;

/** The languages in which questions are understood. */
public enum AskLanguage {
    DE,
    EN,
    RU;

    /** The tag: "de", "en", "ru". */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
