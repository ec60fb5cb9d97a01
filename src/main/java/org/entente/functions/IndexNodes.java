package org.entente.functions;

import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.entente.contact.EventDays;
import org.jspecify.annotations.Nullable;

/** Nodes for numbers and days, each made once as far as they are usual. */
final class IndexNodes {
    private static final int NUMBERS = 4096;
    private static final int FIRST_DAY = (int) LocalDate.of(1900, 1, 1).toEpochDay();
    private static final int LAST_DAY = (int) LocalDate.of(2100, 1, 1).toEpochDay();

    /** Nodes never change, so it does no harm if two threads make the same one. */
    private static final @Nullable Node[] numbers = new Node[NUMBERS];

    private static final @Nullable Node[] starts = new Node[LAST_DAY - FIRST_DAY];
    private static final @Nullable Node[] ends = new Node[LAST_DAY - FIRST_DAY];

    private IndexNodes() {}

    static Node number(int value) {
        if (value < 0 || value >= NUMBERS) {
            return NodeFactoryExtra.intToNode(value);
        }
        Node known = numbers[value];
        if (known == null) {
            known = NodeFactoryExtra.intToNode(value);
            numbers[value] = known;
        }
        return known;
    }

    /** The first moment of a day; null for an end that is open or missing. */
    static @Nullable Node start(int day) {
        return moment(day, starts, "T00:00:00Z");
    }

    /** The last second of a day; null for an end that is open or missing. */
    static @Nullable Node end(int day) {
        return moment(day, ends, "T23:59:59Z");
    }

    private static @Nullable Node moment(int day, @Nullable Node[] known, String time) {
        if (!EventDays.isDay(day)) {
            return null;
        }
        if (day < FIRST_DAY || day >= LAST_DAY) {
            return made(day, time);
        }
        Node node = known[day - FIRST_DAY];
        if (node == null) {
            node = made(day, time);
            known[day - FIRST_DAY] = node;
        }
        return node;
    }

    private static Node made(int day, String time) {
        return NodeFactory.createLiteralDT(LocalDate.ofEpochDay(day) + time, XSDDatatype.XSDdateTime);
    }
}
