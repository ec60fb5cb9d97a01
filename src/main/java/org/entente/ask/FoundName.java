package org.entente.ask;

import java.util.List;

/**
 * A name inside a question.
 *
 * @param from its first word
 * @param to the word behind its last
 * @param things what it may mean: IRIs; more than one where the name leaves it open
 * @param how how it was read
 */
public record FoundName(int from, int to, Kind kind, List<Thing> things, How how) {
    /** One thing that may be meant. A country is often meant as the place, too. */
    public record Thing(String iri, Kind kind) {}

    /** How a name was read. */
    public enum How {
        /** As it is written in the collection. */
        WRITTEN,
        /** In another case, script or spelling. */
        SPELT,
        /** By a part of it: a surname. */
        PART,
        /** An adjective: "kasachisch". */
        ADJECTIVE,
        /** By what was said of it: an office by its country, an event by its day. */
        DESCRIBED
    }

    public FoundName {
        things = List.copyOf(things);
    }

    /** The things of a kind that it may mean: IRIs. */
    public List<String> iris(Kind wanted) {
        return things.stream().filter(t -> t.kind() == wanted).map(Thing::iri).toList();
    }

    /** Whether it may mean a thing of this kind. */
    public boolean may(Kind wanted) {
        return things.stream().anyMatch(t -> t.kind() == wanted);
    }

    /** In words. */
    public int length() {
        return to - from;
    }
}
