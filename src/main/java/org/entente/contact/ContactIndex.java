package org.entente.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.jspecify.annotations.Nullable;

/**
 * Who encountered whom at which event, in arrays: immutable, made from the consolidated view of one committed state. Persons,
 * organisations, posts and events are numbered from 0 in the order of their IRIs; encounters from 0 in the order of event and
 * sides. Days are counted from 1970-01-01.
 *
 * <p>Two networks stand side by side: encounters (agent – agent, with level, confidence, witnesses and event) and participations
 * (agent – event). Each can be walked from any node. Everything else (labels, offices, reports) stays in the graph.
 */
public final class ContactIndex {
    /** Values of {@link #attendance}; 0 is any other. */
    public static final byte PLANNED = 1;

    public static final byte ATTENDED = 2;

    final Node[] nodes;
    final int[] table;

    public final int[] first;
    public final int[] second;
    public final int[] event;
    public final byte[] level;
    final byte[] confidence;
    public final short[] witnesses;
    private final HexNames names;
    /** By encounter: the participation that stands for the first side, if the view says which does. */
    private final HexNames ofFirst;

    private final HexNames ofSecond;
    private final Documents documents;

    /** Contacts of node n are at offset[n] to offset[n + 1]: sorted by the other side, then best encounter first. */
    public final int[] offset;

    public final int[] other;
    public final int[] contact;

    /** By node: meaningful for events. */
    public final int[] earliest;

    public final int[] latest;
    /** The date to show; null where there is none. */
    private final @Nullable Node[] dates;

    public final int[] size;

    public final int[] participationOffset;
    public final int[] participation;
    public final int[] participant;
    final int[] participationEvent;
    public final byte[] attendance;
    private final HexNames participationNames;

    /** Asked again with most questions; an index lives too short for more than a few. */
    private final Map<ContactOptions, Integer> counts = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<Marks> marks = new ConcurrentLinkedQueue<>();

    ContactIndex(ContactColumns made) {
        nodes = made.nodes;
        table = made.table;
        first = made.first;
        second = made.second;
        event = made.event;
        level = made.level;
        confidence = made.confidence;
        witnesses = made.witnesses;
        names = made.names;
        ofFirst = made.ofFirst;
        ofSecond = made.ofSecond;
        documents = made.documents;
        participationNames = made.participationNames;
        offset = made.offset;
        other = made.other;
        contact = made.contact;
        earliest = made.earliest;
        latest = made.latest;
        dates = made.dates;
        size = made.size;
        participationOffset = made.participationOffset;
        participation = made.participation;
        participant = made.participant;
        participationEvent = made.participationEvent;
        attendance = made.attendance;
    }

    /** Number of persons, organisations, posts and events. */
    public int nodeCount() {
        return nodes.length;
    }

    public int encounterCount() {
        return first.length;
    }

    public int participationCount() {
        return participant.length;
    }

    /** The number of a node; -1 if no encounter and no participation has it. */
    public int number(Node node) {
        return ContactColumns.number(node, nodes, table);
    }

    public Node node(int number) {
        return nodes[number];
    }

    /** One side of an encounter. */
    public int first(int encounter) {
        return first[encounter];
    }

    /** The other side of an encounter. */
    public int second(int encounter) {
        return second[encounter];
    }

    public int event(int encounter) {
        return event[encounter];
    }

    public Level level(int encounter) {
        return LEVELS[level[encounter]];
    }

    public Confidence confidence(int encounter) {
        return CONFIDENCES[confidence[encounter]];
    }

    /** Number of independent witnesses. */
    public int witnesses(int encounter) {
        return witnesses[encounter];
    }

    /** The encounter's own IRI. */
    public Node encounter(int encounter) {
        return names.node(encounter);
    }

    /** Whether the view says which participation stands for which side. */
    public boolean restsOnParticipations(int encounter) {
        return ofFirst.has(encounter);
    }

    /** Whether something took part in it, or encountered each other at it. */
    boolean isEvent(int node) {
        int place = Arrays.binarySearch(event, node);
        return place >= 0 || Arrays.binarySearch(participationEvent, node) >= 0;
    }

    /** The date of an event as it is shown; null if it has none. */
    public @Nullable Node date(int ofEvent) {
        return dates[ofEvent];
    }

    /** The participation that stands for one of the two sides; null if the view does not say. */
    public @Nullable Node participation(int encounter, int side) {
        return (first[encounter] == side ? ofFirst : ofSecond).nodeOrNull(encounter);
    }

    /** How many documents support an encounter. */
    public int documentCount(int encounter) {
        return documents.count(encounter);
    }

    /** One of the documents that support an encounter, from 0. */
    public Node document(int encounter, int at) {
        return documents.of(encounter, at);
    }

    /** The documents that support an encounter, in the order of their IRIs. */
    public List<Node> documents(int encounter) {
        return documents.of(encounter);
    }

    /** Which of the nodes are encounters of this index. */
    Set<Node> encountersAmong(Set<Node> asked) {
        return names.among(asked);
    }

    /** A participation's own IRI. */
    Node participationNode(int at) {
        return participationNames.node(at);
    }

    /**
     * How many took part in an event, as persons or known by office: who attended; of an event that nobody is said to have
     * attended, who was expected or invited. Groups count for nothing.
     */
    public int participants(int event) {
        return size[event];
    }

    /** How many encounters count under the options. */
    public int count(ContactOptions options) {
        Integer known = counts.get(options);
        if (known == null) {
            Counting counting = counting(options);
            known = (int)
                    IntStream.range(0, first.length).filter(counting::counts).count();
            if (counts.size() < MOST_COUNTS) {
                counts.put(options, known);
            }
        }
        return known;
    }

    /** Bytes that the arrays take, without the nodes' own texts. */
    public long arrayBytes() {
        return 4L
                        * (table.length
                                + nodes.length
                                + 3L * first.length
                                + offset.length
                                + 2L * other.length
                                + 4L * nodes.length
                                + participationOffset.length
                                + participation.length
                                + 2L * participant.length)
                // Level, confidence, witnesses.
                + 4L * first.length
                + names.bytes()
                + ofFirst.bytes()
                + ofSecond.bytes()
                + participationNames.bytes()
                + documents.bytes()
                + attendance.length;
    }

    /** Everyone whom a node encountered, each once, in the order of their numbers. */
    public int[] contacts(int node, ContactOptions options, CancellationCheck stop) {
        Counting counting = counting(options);
        int[] found = new int[offset[node + 1] - offset[node]];
        int count = 0;
        for (int i = offset[node]; i < offset[node + 1]; i++) {
            if ((i & 0xFFF) == 0) {
                stop.check();
            }
            if ((count == 0 || found[count - 1] != other[i]) && counting.counts(contact[i])) {
                found[count++] = other[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Everyone whom both encountered, in the order of their numbers. */
    public int[] common(int a, int b, ContactOptions options, CancellationCheck stop) {
        int[] ofA = contacts(a, options, stop);
        int[] ofB = contacts(b, options, stop);
        int count = 0;
        for (int i = 0, j = 0; i < ofA.length && j < ofB.length; ) {
            if (ofA[i] == ofB[j]) {
                ofA[count++] = ofA[i++];
                j++;
            } else if (ofA[i] < ofB[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Arrays.copyOf(ofA, count);
    }

    /** Where the contacts of {@code a} with {@code b} begin in {@link #other}; the first place after, if there are none. */
    public int firstContact(int a, int b) {
        int low = offset[a];
        int high = offset[a + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (other[middle] < b) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the encounters of an event begin; the first place after, if it has none. */
    public int firstEncounter(int ofEvent) {
        int low = 0;
        int high = event.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (event[middle] < ofEvent) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Room to mark nodes; give it back with {@link #release}. */
    Marks marks() {
        Marks free = marks.poll();
        return free == null ? new Marks(nodes.length) : free;
    }

    void release(Marks used) {
        marks.offer(used);
    }

    /** Says of an encounter whether it counts under these options. */
    public Counting counting(ContactOptions options) {
        int mask = 0;
        for (Level wanted : options.levels()) {
            mask |= 1 << wanted.ordinal();
        }
        boolean dated =
                options.inOrder() || options.from().isPresent() || options.to().isPresent();
        int from = options.from().map(day -> (int) day.toEpochDay()).orElse(Integer.MIN_VALUE);
        int to = options.to().map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE);
        return new Counting(this, mask, options.minConfidence().ordinal(), options.maxParticipants(), dated, from, to);
    }

    /** Options laid out for the inner loops. */
    public record Counting(
            ContactIndex index, int levels, int confidence, int maxParticipants, boolean dated, int from, int to) {
        public boolean counts(int encounter) {
            // What is not asked for is not read: encounters of one side lie far from each other.
            if ((levels >>> index.level[encounter] & 1) == 0
                    || confidence > 0 && index.confidence[encounter] < confidence) {
                return false;
            }
            if (!dated && maxParticipants == Integer.MAX_VALUE) {
                return true;
            }
            int event = index.event[encounter];
            if (index.size[event] > maxParticipants) {
                return false;
            }
            return !dated
                    || index.earliest[event] != EventDays.NO_START
                            && index.earliest[event] <= to
                            && index.latest[event] >= from;
        }
    }

    private static final int MOST_COUNTS = 100;
    private static final Level[] LEVELS = Level.values();
    private static final Confidence[] CONFIDENCES = Confidence.values();
}
