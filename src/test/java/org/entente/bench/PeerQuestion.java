package org.entente.bench;

/** What every engine is asked, with the same values in its rows. */
enum PeerQuestion {
    /** Other person, level, event. */
    WHO_MET("who met"),
    /** Other person, number of encounters, first and last day. */
    CONTACTS("contacts"),
    /** A person whom both encountered. */
    COMMON("common"),
    /** Everyone within two steps. */
    EGO("ego-2"),
    /** The length of the shortest chain; with its documents where the engine can name the chain. */
    CHAIN("chain"),
    /** One person, another, number of encounters: the twenty most frequent pairs. */
    TOP_PAIRS("top pairs"),
    /** Year, number of events. */
    BY_YEAR("by year");

    final String title;

    PeerQuestion(String title) {
        this.title = title;
    }

    boolean ofPersons() {
        return this != TOP_PAIRS && this != BY_YEAR;
    }

    /** A question with its persons; -1 where there are none. */
    record Asked(PeerQuestion question, int x, int y) {}
}
