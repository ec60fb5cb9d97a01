package org.entente.annotate;

import java.util.List;

/**
 * A proposed field that was not taken over as it was proposed.
 *
 * @param field kind, event, status, date, place, who, office or role
 * @param value what was proposed
 * @param quote the words on which it was to rest; "" if none were given
 * @param instead names of what the words mean; for {@link Reason#SEVERAL} what may be chosen
 */
public record RefusedField(String field, String value, String quote, Reason reason, List<String> instead) {
    /** Copies the list. */
    public RefusedField {
        instead = List.copyOf(instead);
    }

    /** Why it was refused. */
    public enum Reason {
        /** No words, or no place of them, are given. */
        NO_PLACE("no words of the text and their place are given"),
        /** The words do not stand in the text at that place. */
        NOT_THERE("these words do not stand at that place of the text"),
        /** The words say something else. */
        OTHER("these words do not say that"),
        /** The name means several. */
        SEVERAL("means several"),
        /** No such value. */
        UNKNOWN("is nothing that this collection or its lists know");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** What was refused and why, in English. */
    public String sentence() {
        return field + " “" + value + "”" + (quote.isEmpty() || quote.equals(value) ? "" : " (“" + quote + "”)") + ": "
                + reason.words + (instead.isEmpty() ? "" : ": " + String.join(", ", instead)) + ".";
    }
}
