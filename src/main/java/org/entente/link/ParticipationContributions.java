package org.entente.link;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.entente.link.Contribution.Reason;
import org.entente.link.Contribution.Time;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.WikidataProperties;

/** Who attended a held event. Wikidata can be told only where the event has an item: it has no place for a meeting without one. */
final class ParticipationContributions {
    private final ContributionReader reader;

    ParticipationContributions(ContributionReader reader) {
        this.reader = reader;
    }

    void read() {
        for (Node event : reader.subjects(RDF.type.asNode(), EntClass.HELD_EVENT)) {
            for (Node participation : reader.subjects(EntProperty.IN_EVENT, event)) {
                Node who = Links.object(reader.view(), participation, EntProperty.PARTICIPANT);
                if (event.isURI()
                        && who != null
                        && who.isURI()
                        && reader.view().contains(participation, EntProperty.ATTENDANCE, EntConcept.ATTENDED)) {
                    attended(event, participation, who);
                }
            }
        }
    }

    private void attended(Node event, Node participation, Node who) {
        Optional<String> qid = reader.accepted(event);
        Optional<String> participant = reader.accepted(who);
        if (qid.isEmpty()) {
            leave(event, "", participant.orElse(""), Reason.NO_ITEM);
        } else if (participant.isEmpty()) {
            leave(event, qid.get(), "", Reason.NO_VALUE_ITEM);
        } else if (reader.item(qid.get())
                .filter(item -> item.of(WikidataProperties.PARTICIPANT).stream()
                        .anyMatch(s -> s.value().text().equals(participant.get())))
                .isPresent()) {
            leave(event, qid.get(), participant.get(), Reason.KNOWN);
        } else {
            reader.give(
                    GivenProperty.PARTICIPANT,
                    event,
                    qid.get(),
                    participant.get(),
                    Optional.of(who),
                    Time.NONE,
                    reader.sources(participation));
        }
    }

    private void leave(Node event, String qid, String participant, Reason reason) {
        reader.leave(GivenProperty.PARTICIPANT, event, qid, participant, reason, List.of());
    }
}
