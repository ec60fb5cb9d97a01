package org.entente.encounter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.contact.Strength;
import org.entente.vocab.Ent;

/**
 * How close an encounter was, closest first.
 *
 * <p>The weights are those of {@link Strength}.
 */
public enum Level {
    MET("met", 1.0),
    MET_HOLDER_OF("metHolderOf", 0.8),
    CO_ATTENDED("coAttended", 0.4),
    TRAVELLED_WITH("travelledWith", 0.6),
    ANNOUNCED("announced", 0.15),
    ANNOUNCED_HOLDER_OF("announcedHolderOf", 0.1),
    CANDIDATE("candidate", 0.1);

    /** What a chain is made of unless asked otherwise: two persons were in one room. */
    public static final Set<Level> HELD = Set.copyOf(EnumSet.of(MET, CO_ATTENDED));
    /** {@link #HELD} and what was announced between two persons. */
    public static final Set<Level> HELD_OR_ANNOUNCED = Set.copyOf(EnumSet.of(MET, CO_ATTENDED, ANNOUNCED));

    private final String word;
    private final double weight;
    private final Node node;

    Level(String word, double weight) {
        this.word = word;
        this.weight = weight;
        this.node =
                NodeFactory.createURI(Ent.term("level" + Character.toUpperCase(word.charAt(0)) + word.substring(1)));
    }

    /** The name in parameters and options: {@code met}, {@code coAttended}, … */
    public String word() {
        return word;
    }

    /** The concept of the ontology. */
    public Node node() {
        return node;
    }

    /** Weight in the strength of a contact, from 0 to 1. */
    public double weight() {
        return weight;
    }

    /** Whether the event took place and both sides were there, so that the level says what happened. */
    public boolean happened() {
        return this != ANNOUNCED && this != ANNOUNCED_HOLDER_OF && this != CANDIDATE;
    }

    public static Optional<Level> of(Node node) {
        return Arrays.stream(values()).filter(level -> level.node.equals(node)).findFirst();
    }

    /** The level with this word. */
    public static Optional<Level> named(String word) {
        return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
    }
}
