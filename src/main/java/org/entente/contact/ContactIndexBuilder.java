package org.entente.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.entente.vocab.Ent;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Reads a consolidated view once and lays it out in arrays. Inside one transaction. */
public final class ContactIndexBuilder {
    private static final int UNSET = -1;
    /** Values of {@link ContactIndex#attendance}. */
    static final byte OTHER = 0;

    public static final byte PLANNED = 1;
    public static final byte ATTENDED = 2;

    private final Graph view;
    private final CancellationCheck stop;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> met = new ArrayList<>();
    private final SidesReader sides = new SidesReader();

    Node[] nodes = {};
    int[] table = {};
    int[] first = {};
    int[] second = {};
    int[] event = {};
    byte[] level = {};
    byte[] confidence = {};
    short[] witnesses = {};
    HexNames names = new HexNames(ENCOUNTER, 0);
    int[] firstParticipation = {};
    int[] secondParticipation = {};
    HexNames participationNames = new HexNames(ENCOUNTER, 0);
    int[] offset = {};
    int[] other = {};
    int[] contact = {};
    int[] earliest = {};
    int[] latest = {};
    int[] size = {};
    int[] participationOffset = {};
    int[] participation = {};
    int[] participant = {};
    int[] participationEvent = {};
    byte[] attendance = {};

    /** An encounter or participation while it is read. */
    private static final class Raw {
        final Node node;
        int a = UNSET;
        int b = UNSET;
        int event = UNSET;
        int levels;
        byte confidence;
        int witnesses;

        Raw(Node node) {
            this.node = node;
        }
    }

    private ContactIndexBuilder(Graph view, CancellationCheck stop) {
        this.view = view;
        this.stop = stop;
    }

    /** All columns, filled. */
    static ContactIndexBuilder build(Graph view, CancellationCheck stop) {
        ContactIndexBuilder builder = new ContactIndexBuilder(view, stop);
        Raw[] encounters = builder.encounters();
        Raw[] participations = builder.participations();
        int[] rank = builder.number();
        builder.layEvents();
        builder.layParticipations(participations, rank);
        builder.layEncounters(encounters, rank);
        builder.layContacts();
        return builder;
    }

    private Raw[] encounters() {
        Map<Node, Raw> all = new HashMap<>();
        each(EntProperty.BETWEEN, t -> {
            Raw raw = all.computeIfAbsent(t.getSubject(), Raw::new);
            int side = provisional(t.getObject());
            if (raw.a == UNSET) {
                raw.a = side;
            } else if (raw.b == UNSET && raw.a != side) {
                raw.b = side;
            }
        });
        known(
                all,
                EntProperty.VIA_EVENT,
                (raw, value) -> raw.event = raw.event == UNSET ? provisional(value) : raw.event);
        known(all, EntProperty.LEVEL, (raw, value) -> Level.of(value)
                .ifPresent(found -> raw.levels |= 1 << found.ordinal()));
        known(
                all,
                EntProperty.CONFIDENCE,
                (raw, value) -> raw.confidence = (byte) Confidence.of(value).ordinal());
        each(EntProperty.VIA_PARTICIPATION, t -> sides.via(t.getSubject(), t.getObject()));
        each(EntProperty.STANDS_FOR, t -> sides.standsFor(t.getSubject(), t.getObject()));
        known(
                all,
                EntProperty.WITNESS_COUNT,
                (raw, value) -> raw.witnesses = Integer.parseInt(value.getLiteralLexicalForm()));
        return all.values().stream()
                .filter(raw -> raw.b != UNSET && raw.event != UNSET && raw.levels != 0)
                .toArray(Raw[]::new);
    }

    /** In {@link Raw} a is the agent, levels the attendance. */
    private Raw[] participations() {
        Map<Node, Raw> all = new HashMap<>();
        each(EntProperty.IN_EVENT, t -> {
            Raw raw = all.computeIfAbsent(t.getSubject(), Raw::new);
            raw.event = provisional(t.getObject());
        });
        known(all, EntProperty.PARTICIPANT, (raw, value) -> raw.a = raw.a == UNSET ? provisional(value) : raw.a);
        known(all, EntProperty.AS_HOLDER_OF, (raw, value) -> raw.a = raw.a == UNSET ? provisional(value) : raw.a);
        known(all, EntProperty.ATTENDANCE, (raw, value) -> {
            if (value.equals(EntConcept.ATTENDED)) {
                raw.levels = ATTENDED;
            } else if (value.equals(EntConcept.EXPECTED) || value.equals(EntConcept.INVITED)) {
                raw.levels = Math.max(raw.levels, PLANNED);
            }
        });
        return all.values().stream().filter(raw -> raw.a != UNSET).toArray(Raw[]::new);
    }

    private int provisional(Node node) {
        Integer number = numbers.get(node);
        if (number == null) {
            number = met.size();
            numbers.put(node, number);
            met.add(node);
        }
        return number;
    }

    /** Numbers the nodes by IRI, so that equal states give equal indexes. Returns provisional to final number. */
    private int[] number() {
        nodes = met.toArray(Node[]::new);
        Arrays.sort(nodes, Comparator.comparing(Node::toString));
        int[] rank = new int[nodes.length];
        table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, nodes.length)) * 4)];
        int mask = table.length - 1;
        for (int i = 0; i < nodes.length; i++) {
            rank[provisional(nodes[i])] = i;
            int at = spread(nodes[i]) & mask;
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = i + 1;
        }
        numbers.clear();
        met.clear();
        return rank;
    }

    private void layEvents() {
        earliest = new int[nodes.length];
        latest = new int[nodes.length];
        size = new int[nodes.length];
        Arrays.fill(earliest, EventDays.NO_START);
        Arrays.fill(latest, EventDays.NO_END);
        Map<Node, Integer> number = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            number.put(nodes[i], i);
        }
        Map<Node, int[]> spans = new HashMap<>();
        each(EntProperty.TIME, t -> {
            Integer at = number.get(t.getSubject());
            if (at != null) {
                int[] bounds = spans.computeIfAbsent(t.getObject(), this::bounds);
                // Where sources disagree, the wide span holds what each of them says.
                earliest[at] = Math.min(earliest[at], bounds[0]);
                latest[at] = Math.max(latest[at], bounds[1]);
            }
        });
    }

    private int[] bounds(Node span) {
        return new int[] {
            day(span, EntProperty.EARLIEST_START, EventDays.OPEN_START),
            day(span, EntProperty.LATEST_END, EventDays.OPEN_END)
        };
    }

    private int day(Node span, Node property, int open) {
        ExtendedIterator<Triple> found = view.find(span, property, Node.ANY);
        try {
            return found.hasNext()
                    ? (int) LocalDate.parse(found.next()
                                    .getObject()
                                    .getLiteralLexicalForm()
                                    .substring(0, 10))
                            .toEpochDay()
                    : open;
        } finally {
            found.close();
        }
    }

    private void layParticipations(Raw[] raws, int[] rank) {
        Arrays.sort(
                raws,
                Comparator.<Raw>comparingInt(r -> rank[r.event])
                        .thenComparingInt(r -> rank[r.a])
                        .thenComparing(r -> r.node.toString()));
        participant = Arrays.stream(raws).mapToInt(r -> rank[r.a]).toArray();
        participationEvent = Arrays.stream(raws).mapToInt(r -> rank[r.event]).toArray();
        attendance = new byte[raws.length];
        int[] planned = new int[nodes.length];
        for (int i = 0; i < raws.length; i++) {
            attendance[i] = (byte) raws[i].levels;
            size[participationEvent[i]] += attendance[i] == ATTENDED ? 1 : 0;
            planned[participationEvent[i]] += attendance[i] == PLANNED ? 1 : 0;
        }
        for (int i = 0; i < size.length; i++) {
            size[i] = size[i] == 0 ? planned[i] : size[i];
        }
        participationOffset = new int[nodes.length + 1];
        participation = new int[2 * raws.length];
        fill(participationOffset, participation, participant, participationEvent);
    }

    private void layEncounters(Raw[] raws, int[] rank) {
        for (Raw raw : raws) {
            int one = rank[raw.a];
            int two = rank[raw.b];
            raw.a = Math.min(one, two);
            raw.b = Math.max(one, two);
            raw.event = rank[raw.event];
        }
        Arrays.sort(
                raws,
                Comparator.<Raw>comparingInt(r -> r.event)
                        .thenComparingInt(r -> r.a)
                        .thenComparingInt(r -> r.b)
                        .thenComparing(r -> r.node.toString()));
        int count =
                Arrays.stream(raws).mapToInt(r -> Integer.bitCount(r.levels)).sum();
        first = new int[count];
        second = new int[count];
        event = new int[count];
        level = new byte[count];
        confidence = new byte[count];
        witnesses = new short[count];
        names = new HexNames(ENCOUNTER, count);
        firstParticipation = new int[count];
        secondParticipation = new int[count];
        int at = 0;
        for (Raw raw : raws) {
            int[] both = sides.of(raw.node, nodes[raw.a], nodes[raw.b]);
            for (int levels = raw.levels; levels != 0; levels &= levels - 1) {
                first[at] = raw.a;
                second[at] = raw.b;
                event[at] = raw.event;
                level[at] = (byte) Integer.numberOfTrailingZeros(levels);
                confidence[at] = raw.confidence;
                witnesses[at] = (short) Math.min(Short.MAX_VALUE, raw.witnesses);
                firstParticipation[at] = both[0];
                secondParticipation[at] = both[1];
                names.set(at++, raw.node);
            }
        }
        participationNames = sides.names();
    }

    private void layContacts() {
        offset = new int[nodes.length + 1];
        contact = new int[2 * first.length];
        fill(offset, contact, first, second);
        other = new int[contact.length];
        for (int node = 0; node < nodes.length; node++) {
            sort(node);
            stop.check();
            for (int i = offset[node]; i < offset[node + 1]; i++) {
                other[i] = first[contact[i]] == node ? second[contact[i]] : first[contact[i]];
            }
        }
    }

    /** Contacts of a node by the other side; with the same side the closest, surest, best witnessed and smallest first. */
    private void sort(int node) {
        int from = offset[node];
        int to = offset[node + 1];
        if (to - from < 2) {
            return;
        }
        Comparator<Integer> order = Comparator.<Integer>comparingInt(e -> first[e] == node ? second[e] : first[e])
                .thenComparingInt(e -> level[e])
                .thenComparingInt(e -> -confidence[e])
                .thenComparingInt(e -> -witnesses[e])
                .thenComparingInt(e -> size[event[e]])
                .thenComparingInt(e -> earliest[event[e]])
                .thenComparingInt(e -> e);
        int[] sorted = IntStream.range(from, to)
                .mapToObj(i -> contact[i])
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, contact, from, sorted.length);
    }

    /** Lists, for every node, the records in which it stands on one side or the other. */
    private static void fill(int[] offset, int[] list, int[] oneSide, int[] otherSide) {
        for (int i = 0; i < oneSide.length; i++) {
            offset[oneSide[i] + 1]++;
            offset[otherSide[i] + 1]++;
        }
        for (int i = 1; i < offset.length; i++) {
            offset[i] += offset[i - 1];
        }
        int[] next = Arrays.copyOf(offset, offset.length - 1);
        for (int i = 0; i < oneSide.length; i++) {
            list[next[oneSide[i]]++] = i;
            list[next[otherSide[i]]++] = i;
        }
    }

    @FunctionalInterface
    private interface Taking {
        void take(Raw raw, Node value);
    }

    private void known(Map<Node, Raw> all, Node property, Taking taking) {
        each(property, t -> {
            Raw raw = all.get(t.getSubject());
            if (raw != null) {
                taking.take(raw, t.getObject());
            }
        });
    }

    private void each(Node property, Consumer<Triple> action) {
        ExtendedIterator<Triple> found = view.find(Node.ANY, property, Node.ANY);
        try {
            for (int i = 0; found.hasNext(); i++) {
                if ((i & 0xFFF) == 0) {
                    stop.check();
                }
                action.accept(found.next());
            }
        } finally {
            found.close();
        }
    }

    /** Where the search for a node in {@link #table} begins. */
    static int spread(Node node) {
        int hash = node.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    static final String ENCOUNTER = Ent.ID + "encounter/";
}
