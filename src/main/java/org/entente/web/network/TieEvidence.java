package org.entente.web.network;

import org.apache.jena.graph.Node;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.network.Network;
import org.entente.web.page.EvidenceBadge;

/** The badges of encounters in a network. */
final class TieEvidence {
    private TieEvidence() {}

    static EvidenceBadge of(Network.Tie tie, String language) {
        return EvidenceBadge.of(
                iri(tie.hop().event().node()), sign(tie), tie.hop().witnesses(), language);
    }

    private static String sign(Network.Tie tie) {
        if (tie.hop().level() == Level.CANDIDATE) {
            return "derived";
        }
        if (!tie.hop().level().happened()) {
            return "announced";
        }
        return tie.hop().confidence().compareTo(Confidence.MEDIUM) < 0 ? "doubt" : "stated";
    }

    /** The IRI of a member or event; for a group without an IRI, the label of its blank node. */
    static String iri(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }
}
