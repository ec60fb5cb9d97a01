package org.entente.ask;

import java.util.Set;
import org.entente.vocab.EntClass;

/** What a name in a question or text may mean. */
public enum Kind {
    PERSON,
    POST,
    POLITY,
    PLACE,
    SERIES,
    EVENT,
    DELEGATION,
    AGREEMENT,
    PROJECT,
    DOCUMENT,
    BODY,
    OTHER;

    static Kind of(Set<String> classes) {
        if (classes.contains(EntClass.PERSON.getURI())) {
            return PERSON;
        }
        if (classes.contains(EntClass.POST.getURI())) {
            return POST;
        }
        if (classes.contains(EntClass.POLITY.getURI())) {
            return POLITY;
        }
        if (classes.contains(EntClass.PLACE.getURI())) {
            return PLACE;
        }
        if (classes.contains(EntClass.EVENT_SERIES.getURI())) {
            return SERIES;
        }
        if (classes.contains(EntClass.EVENT.getURI())) {
            return EVENT;
        }
        if (classes.contains(EntClass.DELEGATION.getURI())) {
            return DELEGATION;
        }
        if (classes.contains(EntClass.AGREEMENT.getURI())) {
            return AGREEMENT;
        }
        if (classes.contains(EntClass.PROJECT.getURI())) {
            return PROJECT;
        }
        if (classes.contains(EntClass.DOCUMENT.getURI())) {
            return DOCUMENT;
        }
        return classes.contains(EntClass.AGENT.getURI()) || classes.contains(EntClass.COLLECTIVE.getURI())
                ? BODY
                : OTHER;
    }

    /** Whether it acts: who may be met. */
    public boolean acts() {
        return this == PERSON || this == POST || this == BODY || this == POLITY || this == DELEGATION;
    }
}
