package org.entente.encounter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.vocab.Ent;

/** How far an encounter may be relied on, least first. */
public enum Confidence {
    /** The rules have not said. */
    NONE,
    LOW,
    MEDIUM,
    HIGH;

    private final Node node = NodeFactory.createURI(Ent.term(name().toLowerCase(Locale.ROOT)));

    /** The name in parameters and options: {@code low}, {@code medium}, {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The concept of the ontology; meaningless for {@link #NONE}. */
    public Node node() {
        return node;
    }

    public static Confidence of(Node node) {
        return Arrays.stream(values())
                .filter(c -> c.node.equals(node))
                .findFirst()
                .orElse(NONE);
    }

    /** The confidence with this word. */
    public static Optional<Confidence> named(String word) {
        return Arrays.stream(values())
                .filter(c -> c != NONE && c.word().equals(word))
                .findFirst();
    }
}
