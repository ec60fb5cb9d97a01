package org.entente.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.contact.ContactOptions;
import org.entente.contact.Strength;
import org.entente.encounter.Named;

/**
 * A network of contacts: who encountered whom (one-mode), and the same by event (two-mode). Made by {@link Networks}.
 *
 * @param center whose ego network it is; empty for a filtered whole
 * @param options which encounters counted
 * @param members the persons, organisations and posts, strongest first
 * @param ties the encounters between members, in the order of event and sides
 * @param contacts the ties of each pair together, strongest first
 * @param events the events of the ties
 * @param attendances who of the members was at which of these events
 * @param all how many members there were before the limit: more than {@code members.size()} if the weakest were left out
 */
public record Network(
        Optional<Named> center,
        ContactOptions options,
        List<Member> members,
        List<Tie> ties,
        List<Contact> contacts,
        List<Occasion> events,
        List<Attendance> attendances,
        int all) {
    /**
     * @param hops steps from the centre; 0 without one
     * @param kind IRI of the most specific class; empty if unknown
     * @param sides for whom the member acted in the network's events
     * @param offices what the member held at the network's events
     * @param strength sum over the member's ties
     */
    public record Member(Named named, String kind, int hops, List<Named> sides, List<Named> offices, double strength) {}

    /** An encounter between two members. */
    public record Tie(PathStep hop, Period period, Strength strength) {}

    /** All encounters of two members. */
    public record Contact(Named a, Named b, List<Tie> ties, double strength) {}

    /** An event of the network. */
    public record Occasion(Named event, List<String> dates, Period period, List<Named> places, int participants) {}

    /** A member at an event. */
    public record Attendance(
            Node member, Node event, String attendance, List<Named> roles, List<Named> offices, List<Named> sides) {}

    /**
     * The days on which an event can have been; an end is empty where nothing is known.
     *
     * @param first the first possible day
     * @param last the last possible day
     */
    public record Period(Optional<LocalDate> first, Optional<LocalDate> last) {}

    /** Whether the weakest members were left out. */
    public boolean cut() {
        return all > members.size();
    }
}
