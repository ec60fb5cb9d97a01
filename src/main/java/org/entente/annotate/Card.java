package org.entente.annotate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A proposed report.
 *
 * @param kind what kind of event it tells of
 * @param event IRI of the event of the collection that is meant; "" for a new one
 * @param cue the words that tell of it
 * @param passages the sentences that it is made of
 * @param status local name: held, announced, cancelled, postponed, denied
 * @param modality local name: asFact, asPlan, asBackground
 * @param date EDTF; "" if unknown
 * @param printedDate where the words of the date stand
 * @param named events, series, countries and regions of the collection that the passages call by name: IRIs
 * @param proposal what was looked up, if somebody outside proposed it; empty for what this program read itself
 */
public record Card(
        EventKind kind,
        String event,
        TextSpan cue,
        List<TextSpan> passages,
        String status,
        String modality,
        String date,
        TextSpan printedDate,
        List<Place> places,
        List<Participant> participants,
        List<String> named,
        Optional<Proposal> proposal) {
    /** Copies the lists. */
    public Card {
        passages = List.copyOf(passages);
        places = List.copyOf(places);
        participants = List.copyOf(participants);
        named = List.copyOf(named);
    }

    /**
     * What was found when a proposed card was looked up.
     *
     * @param doubtful where names stand that mean several
     */
    public record Proposal(List<RefusedField> refused, Set<TextSpan> doubtful) {
        /** Copies the collections. */
        public Proposal {
            refused = List.copyOf(refused);
            doubtful = Set.copyOf(doubtful);
        }
    }

    /** Whether somebody has to say whom the name of a participant means. */
    public boolean isDoubtful(Participant p) {
        return p.who().isEmpty()
                && proposal.filter(of -> of.doubtful().contains(p.span())).isPresent();
    }

    /** This without those of whom nobody has said yet whom their names mean. */
    public Card withoutDoubtful() {
        return new Card(
                kind,
                event,
                cue,
                passages,
                status,
                modality,
                date,
                printedDate,
                places,
                participants.stream().filter(p -> !isDoubtful(p)).toList(),
                named,
                proposal);
    }

    /** What kind of event. */
    public enum EventKind {
        MEETING("Meeting"),
        VISIT("Visit"),
        GATHERING("Gathering"),
        CEREMONY("Ceremony");

        private final String type;

        EventKind(String type) {
            this.type = type;
        }

        /** Local name of the class of a new event. */
        public String type() {
            return type;
        }
    }

    /** A place of the collection, and where it is named. */
    public record Place(String iri, TextSpan span) {}

    /**
     * Somebody who takes part.
     *
     * @param who IRI of a person or body; "" for somebody new, or where only the office is named
     * @param name as it is printed; "" where only the office is
     * @param post IRI; "" if unknown
     * @param role local name: host, guest, counterpart, member …
     * @param side IRI of the country or region; "" if unknown
     */
    public record Participant(
            String who, String name, TextSpan span, String post, TextSpan title, String role, String side) {
        /** What all mentions of the same one share. */
        String key() {
            return who.isEmpty() ? name + post : who;
        }
    }

    /** What tells it from all other cards of a text that is read in the same way. */
    public String id() {
        StringBuilder what =
                new StringBuilder((proposal.isPresent() ? "proposed " : "") + kind + " " + cue + " " + printedDate);
        participants.forEach(
                p -> what.append(' ').append(p.who()).append(p.name()).append(p.post()));
        return "c"
                + org.apache.commons.codec.digest.DigestUtils.sha256Hex(what.toString())
                        .substring(0, 10);
    }

    /** This with people who take part, too, and the passage that says so. */
    Card joined(List<Participant> others, TextSpan passage) {
        Set<TextSpan> all = new LinkedHashSet<>(passages);
        all.add(passage);
        return new Card(
                kind,
                event,
                cue,
                List.copyOf(all),
                status,
                modality,
                date,
                printedDate,
                places,
                both(participants, others),
                named,
                proposal);
    }

    private static List<Participant> both(List<Participant> some, List<Participant> others) {
        List<Participant> all = new ArrayList<>(some);
        for (Participant other : others) {
            boolean there = all.stream().anyMatch(p -> p.key().equals(other.key()));
            if (!there) {
                all.add(other);
            }
        }
        return all;
    }

    /** This with the passages of another that tells the same. */
    Card and(Card other) {
        Set<TextSpan> all = new LinkedHashSet<>(passages);
        all.addAll(other.passages);
        boolean dated = printedDate.isPrinted() || !date.isEmpty();
        return new Card(
                kind,
                event,
                cue,
                List.copyOf(all),
                status,
                modality,
                dated ? date : other.date,
                dated ? printedDate : other.printedDate,
                places.isEmpty() ? other.places : places,
                both(participants, other.participants),
                named,
                proposal);
    }

    Card with(String known) {
        return new Card(
                kind, known, cue, passages, status, modality, date, printedDate, places, participants, named, proposal);
    }
}
