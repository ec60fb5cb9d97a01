package org.entente.engine;

/** A call for which there is no pattern that every engine answers alike; the message says why, as a part of a sentence. */
final class NotPortable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPortable(String why) {
        super(why);
    }
}
