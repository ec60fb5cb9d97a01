package org.entente.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** What an earlier index knows, to be laid out again with what changed. */
final class KeptContacts {
    private final ContactIndex index;

    KeptContacts(ContactIndex index) {
        this.index = index;
    }

    /** All encounters but some, in their order. */
    List<Raw> encounters(Set<Node> without) {
        List<Raw> kept = new ArrayList<>(index.encounterCount());
        Raw last = null;
        for (int i = 0; i < index.encounterCount(); i++) {
            Node node = index.encounter(i);
            if (last != null && last.node.equals(node)) {
                // Of two levels.
                last.levels |= 1 << index.level[i];
            } else if (!without.contains(node)) {
                last = encounter(i, node);
                kept.add(last);
            } else {
                last = null;
            }
        }
        return kept;
    }

    private Raw encounter(int at, Node node) {
        Raw raw = new Raw(node);
        raw.a = index.first[at];
        raw.b = index.second[at];
        raw.event = index.event[at];
        raw.levels = 1 << index.level[at];
        raw.confidence = index.confidence[at];
        raw.witnesses = index.witnesses[at];
        raw.ofA = index.participation(at, raw.a);
        raw.ofB = index.participation(at, raw.b);
        raw.documents = index.documents(at);
        return raw;
    }

    /** All participations but some, in their order. */
    List<Raw> participations(Set<Node> without) {
        List<Raw> kept = new ArrayList<>(index.participationCount());
        for (int i = 0; i < index.participationCount(); i++) {
            Node node = index.participationNode(i);
            if (!without.contains(node)) {
                Raw raw = new Raw(node);
                raw.a = index.participant[i];
                raw.event = index.participationEvent[i];
                raw.levels = index.attendance[i];
                kept.add(raw);
            }
        }
        return kept;
    }
}
