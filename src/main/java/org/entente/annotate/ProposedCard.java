package org.entente.annotate;

import java.util.List;

/** A card as somebody outside proposes it, before anything of it was looked up. */
public record ProposedCard(
        Field kind, Field event, Field status, Field date, List<Field> places, List<Who> participants) {
    /** Copies the lists. */
    public ProposedCard {
        places = List.copyOf(places);
        participants = List.copyOf(participants);
    }

    /**
     * A value, and the words on which it rests.
     *
     * @param value a name, a CURIE or a word of a list; "" if the quoted words say it themselves, or nothing is proposed
     * @param quote the words of the text; "" if none are given
     * @param start where they begin in the text; -1 if it is not said
     */
    public record Field(String value, String quote, int start) {
        /** Nothing is proposed. */
        public static final Field NONE = new Field("", "", -1);

        boolean isGiven() {
            return !value.isEmpty() || !quote.isEmpty();
        }

        /** Where the words stand, {@link TextSpan#NONE} if not there. */
        TextSpan in(String text) {
            return !quote.isBlank() && start >= 0 && text.startsWith(quote, start)
                    ? new TextSpan(start, start + quote.length())
                    : TextSpan.NONE;
        }

        String said() {
            return value.isBlank() ? quote : value;
        }
    }

    /** Somebody who takes part. */
    public record Who(Field name, Field office, Field role) {}
}
