package org.entente.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.vocab.EntConcept;

/** How far a link has been checked: a value of {@code ent:LinkStateScheme}. */
public enum LinkState {
    /** Proposed, not checked. */
    CANDIDATE(EntConcept.LINK_CANDIDATE.getURI()),
    /** Found right. */
    ACCEPTED(EntConcept.LINK_ACCEPTED.getURI()),
    /** Found wrong. */
    REJECTED(EntConcept.LINK_REJECTED.getURI()),
    /** Checked without a result. */
    UNSURE(EntConcept.LINK_UNSURE.getURI()),
    /** An earlier decision was taken back. */
    WITHDRAWN(EntConcept.LINK_WITHDRAWN.getURI());

    private final Node node;

    LinkState(String iri) {
        this.node = NodeFactory.createURI(iri);
    }

    /** Its IRI. */
    public Node node() {
        return node;
    }

    /** In addresses, forms and JSON: {@code accepted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word; empty for any other. */
    public static Optional<LinkState> named(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    /** The state of that IRI; empty for any other. */
    public static Optional<LinkState> of(Node node) {
        return Arrays.stream(values()).filter(s -> s.node.equals(node)).findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(LinkState::word).collect(Collectors.joining(", "));
    }
}
