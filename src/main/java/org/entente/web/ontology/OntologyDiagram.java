package org.entente.web.ontology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A diagram of the core classes and their relations. Their positions are fixed here, the labels come from the ontology;
 * a class or property that the ontology lacks is left out.
 *
 * @param width in units of the diagram
 * @param height in units of the diagram
 */
public record OntologyDiagram(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int WIDE = 150;
    private static final int HIGH = 46;
    private static final int STEP_X = 272;
    private static final int STEP_Y = 118;

    /** A class. */
    public record Box(String name, String label, int x, int y) {
        public int width() {
            return WIDE;
        }

        public int height() {
            return HIGH;
        }
    }

    /**
     * A property between two classes.
     *
     * @param from label of the class where the arrow begins
     * @param to label of the class where it ends
     */
    public record Line(String name, String label, String from, String to, Segment segment) {}

    /** A straight line, in units of the diagram. */
    public record Segment(int x1, int y1, int x2, int y2) {
        public int middleX() {
            return (x1 + x2) / 2;
        }

        public int middleY() {
            return (y1 + y2) / 2;
        }
    }

    /** Column and row of each class. */
    private static final Map<String, int[]> PLACES = new LinkedHashMap<>();

    static {
        place("Document", 0, 0);
        place("Report", 1, 0);
        place("Conflict", 2, 0);
        place("Decision", 3, 0);
        place("TimeSpan", 0, 1);
        place("Event", 1, 1);
        place("Encounter", 2, 1);
        place("Place", 0, 2);
        place("Participation", 1, 2);
        place("Agent", 2, 2);
        place("Person", 3, 2);
        place("Organization", 0, 3);
        place("Post", 1, 3);
        place("Tenure", 2, 3);
    }

    private static void place(String name, int column, int row) {
        PLACES.put(name, new int[] {column, row});
    }

    /** The relations: class, property, class. */
    private static final List<String[]> RELATIONS = List.of(
            new String[] {"Report", "statedIn", "Document"},
            new String[] {"Report", "reports", "Event"},
            new String[] {"Conflict", "conflictingReport", "Report"},
            new String[] {"Conflict", "settledBy", "Decision"},
            new String[] {"Event", "time", "TimeSpan"},
            new String[] {"Event", "place", "Place"},
            new String[] {"Encounter", "viaEvent", "Event"},
            new String[] {"Encounter", "between", "Agent"},
            new String[] {"Participation", "inEvent", "Event"},
            new String[] {"Participation", "participant", "Agent"},
            new String[] {"Participation", "asHolderOf", "Post"},
            new String[] {"Tenure", "holder", "Person"},
            new String[] {"Person", "subClassOf", "Agent"},
            new String[] {"Post", "postIn", "Organization"},
            new String[] {"Tenure", "ofPost", "Post"});

    static OntologyDiagram of(List<OntologyTerm> classes, List<OntologyTerm> properties, String kindOf) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (OntologyTerm term : classes) {
            int[] place = PLACES.get(term.name());
            if (place != null) {
                boxes.put(
                        term.name(), new Box(term.name(), term.label(), 8 + place[0] * STEP_X, 8 + place[1] * STEP_Y));
            }
        }
        Map<String, String> labels = new LinkedHashMap<>();
        properties.forEach(p -> labels.put(p.name(), p.label()));
        labels.put("subClassOf", kindOf);
        List<Line> lines = new ArrayList<>();
        for (String[] relation : RELATIONS) {
            Box from = boxes.get(relation[0]);
            Box to = boxes.get(relation[2]);
            if (from != null && to != null && labels.containsKey(relation[1])) {
                lines.add(line(relation[1], labels.get(relation[1]), from, to));
            }
        }
        return new OntologyDiagram(16 + 3 * STEP_X + WIDE, 16 + 3 * STEP_Y + HIGH, List.copyOf(boxes.values()), lines);
    }

    /** A straight line between the edges of two boxes. No box lies between two related ones. */
    private static Line line(String name, String label, Box from, Box to) {
        int dx = Integer.compare(to.x(), from.x());
        int dy = Integer.compare(to.y(), from.y());
        int x1 = from.x() + WIDE / 2 + (dy == 0 || dx != 0 ? dx * WIDE / 2 : 0);
        int y1 = from.y() + HIGH / 2 + (dx == 0 ? dy * HIGH / 2 : 0);
        int x2 = to.x() + WIDE / 2 - (dy == 0 || dx != 0 ? dx * WIDE / 2 : 0);
        int y2 = to.y() + HIGH / 2 - (dx == 0 ? dy * HIGH / 2 : 0);
        return new Line(name, label, from.label(), to.label(), new Segment(x1, y1, x2, y2));
    }
}
