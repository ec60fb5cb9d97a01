package org.entente.letter;

import java.util.List;

/**
 * Something that no source tells about an event, in the language of the letter.
 *
 * @param list id of the query that lists such gaps
 * @param event what the event is called
 * @param date in words; "" if it is not known
 * @param place names of places; "" if none is known
 * @param people who is named
 * @param offices of whom only the office is told
 * @param documents what mentions the event
 */
public record Gap(
        String list,
        String event,
        String date,
        String place,
        List<String> people,
        List<String> offices,
        List<Document> documents) {
    /** Copies the lists. */
    public Gap {
        people = List.copyOf(people);
        offices = List.copyOf(offices);
        documents = List.copyOf(documents);
    }

    /**
     * A document.
     *
     * @param url its web address; "" if it has none
     */
    public record Document(String label, String url) {}
}
