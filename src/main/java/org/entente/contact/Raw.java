package org.entente.contact;

import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * An encounter, or a participation, on its way into the index. Sides and event are numbers of {@link Numbering}. In a participation
 * {@code a} is who took part, {@code levels} the attendance.
 */
final class Raw {
    static final int UNSET = -1;

    final Node node;
    int a = UNSET;
    int b = UNSET;
    int event = UNSET;
    /** A bit for each level. */
    int levels;

    byte confidence;
    int witnesses;
    /** The participation that stands for {@code a}. */
    @Nullable
    Node ofA;

    @Nullable
    Node ofB;

    List<Node> documents = List.of();

    Raw(Node node) {
        this.node = node;
    }

    /** With the side first that has the lower number. */
    void turn(int one, int two) {
        a = Math.min(one, two);
        b = Math.max(one, two);
        if (a != one) {
            Node first = ofA;
            ofA = ofB;
            ofB = first;
        }
    }
}
