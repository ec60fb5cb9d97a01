package org.entente.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.encounter.Attestation;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.encounter.Named;
import org.entente.evidence.Dispute;
import org.entente.vocab.EntProperty;

/**
 * One event between the two sides.
 *
 * @param otherEvent only for events in the same place at the same time: the event of the second side
 * @param certain only for events in the same place at the same time: whether they certainly shared a day
 * @param dates EDTF; several where sources disagree, none where nothing is known
 * @param a those of the first side who took part, or were to
 * @param b those of the second side
 * @param pairs which encounters there are between people of the two sides
 * @param witnesses independent witnesses of the strongest encounter, else of the event
 */
public record DossierRow(
        ContactCategory tier,
        Named event,
        Optional<Named> otherEvent,
        boolean certain,
        Optional<Named> status,
        List<String> dates,
        List<Named> places,
        List<Presence> a,
        List<Presence> b,
        List<Named> topics,
        List<Outcome> outcomes,
        List<Pair> pairs,
        List<PossibleHolder> holders,
        List<Attestation> reports,
        int witnesses,
        Confidence confidence,
        List<Dispute> disputes) {

    /**
     * How somebody took part.
     *
     * @param who a person or body; the post where the person is not named; the description of an unnamed group
     * @param byOffice whether only the office is known
     * @param offices held at that date
     * @param titles as the sources print them
     * @param titlesInDoubt those of the titles that name another office than any that the person held at that date
     * @param sides on whose behalf
     */
    public record Presence(
            Named who,
            boolean byOffice,
            List<Named> offices,
            List<String> titles,
            List<String> titlesInDoubt,
            List<Named> roles,
            List<Named> attendance,
            List<Named> sides) {}

    /** One encounter of somebody of the first side with somebody of the second. */
    public record Pair(Node encounter, Named a, Named b, Level level, int witnesses, Confidence confidence) {}

    /** An agreement concluded at the event or at a part of it. */
    public record Outcome(Named agreement, Optional<Named> status, Optional<Named> kind) {}

    /**
     * Who may have been the unnamed holder of an office.
     *
     * @param asked whether it is one of those whom the dossier is about
     * @param tenure what is known of the time in office, EDTF; "" if nothing is
     */
    public record PossibleHolder(Named post, Named holder, boolean asked, Why why, String tenure) {}

    /** Why somebody may have been the holder. */
    public enum Why {
        /** The office has one seat, and nobody else is known to have held it then. */
        CERTAIN("certain"),
        /** Held it at that time, but others may have held it, too. */
        ONE_OF_SEVERAL("oneOfSeveral"),
        /** What is known of the time in office allows it. */
        POSSIBLE("possible"),
        /** The event has no date. */
        UNDATED("undated");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        /** The name in data. */
        public String word() {
            return word;
        }
    }

    /** Whether sources contradict each other on whether this very event took place. */
    public boolean disputedWhetherHeld() {
        return tier == ContactCategory.CONTRADICTED
                || disputes.stream()
                        .anyMatch(d -> d.aspect().node().equals(EntProperty.REPORTED_STATUS)
                                && d.on().node().equals(event.node()));
    }

    /**
     * Those asked for who come into the row only by an office that they held, or may have held: no source names them here.
     *
     * @param asked the persons, posts and bodies that the dossier is about
     */
    List<PossibleHolder> standIns(Collection<Node> asked) {
        return holders.stream()
                .filter(holder ->
                        holder.asked() && !asked.contains(holder.post().node()))
                .toList();
    }

    /** Whether one side comes into the row only as somebody who may have held an office then. */
    boolean onlyPossible(Collection<Node> asked) {
        List<PossibleHolder> standIns = standIns(asked);
        return (tier == ContactCategory.BY_OFFICE || tier == ContactCategory.ANNOUNCED)
                && !standIns.isEmpty()
                && standIns.stream().noneMatch(holder -> holder.why() == Why.CERTAIN);
    }

    /** Whether the counterpart, or one of them, is known by office only. */
    public boolean unnamedCounterpart() {
        return a.stream().anyMatch(Presence::byOffice) || b.stream().anyMatch(Presence::byOffice);
    }
}
