package org.entente.contact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.CancellationCheck;

/** Lays encounters and participations out in arrays: all that a view has, or those of an earlier index and what changed. */
final class ContactIndexBuilder extends ContactColumns {
    private final CancellationCheck stop;
    private final Map<Node, Node> texts = new HashMap<>();

    private ContactIndexBuilder(CancellationCheck stop) {
        this.stop = stop;
    }

    /** All columns, filled from the whole view. Inside one transaction. */
    static ContactIndexBuilder build(Graph view, CancellationCheck stop) {
        Numbering numbering = new Numbering(null);
        ViewReader reader = new ViewReader(view, numbering, stop);
        ContactIndexBuilder builder = new ContactIndexBuilder(stop);
        List<Raw> encounters = reader.encounters(ViewReader.ALL);
        List<Raw> participations = reader.participations(ViewReader.ALL);
        int[] rank = builder.number(numbering, encounters, participations);
        reader.days(ViewReader.ALL, builder::days);
        builder.lay(encounters, participations, rank);
        reader.dates(builder.events(new BitSet()), builder::date);
        return builder;
    }

    /** All columns, filled with what an earlier index knows, and from the view where something was touched. */
    static ContactIndexBuilder follow(ContactIndex earlier, Touched touched, Graph view, CancellationCheck stop) {
        Numbering numbering = new Numbering(earlier);
        ViewReader reader = new ViewReader(view, numbering, stop);
        ContactIndexBuilder builder = new ContactIndexBuilder(stop);
        KeptContacts kept = new KeptContacts(earlier);
        List<Raw> encounters = kept.encounters(touched.encounters());
        encounters.addAll(reader.encounters(touched.encounters()));
        stop.check();
        List<Raw> participations = kept.participations(touched.participations());
        participations.addAll(reader.participations(touched.participations()));
        stop.check();
        int[] rank = builder.number(numbering, encounters, participations);
        BitSet known = new BitSet();
        for (int i = 0; i < earlier.nodeCount(); i++) {
            if (rank[i] >= 0 && !touched.dated().contains(earlier.node(i))) {
                builder.earliest[rank[i]] = earlier.earliest[i];
                builder.latest[rank[i]] = earlier.latest[i];
                builder.dates[rank[i]] = earlier.date(i);
                known.set(rank[i], earlier.isEvent(i));
            }
        }
        reader.days(touched.dated(), builder::days);
        reader.days(numbering.met(), builder::days);
        builder.lay(encounters, participations, rank);
        reader.dates(builder.events(known), builder::date);
        return builder;
    }

    private void lay(List<Raw> encounters, List<Raw> participations, int[] rank) {
        layParticipations(participations.toArray(Raw[]::new), rank);
        layEncounters(encounters.toArray(Raw[]::new), rank);
        layContacts();
    }

    /** Numbers the nodes by IRI, so that equal states give equal indexes. Returns given to final number; -1 where there is none. */
    private int[] number(Numbering numbering, List<Raw> encounters, List<Raw> participations) {
        boolean[] used = new boolean[numbering.size()];
        Stream.of(encounters, participations).flatMap(List::stream).forEach(raw -> {
            used[raw.a] = true;
            used[raw.event] = true;
            if (raw.b != Raw.UNSET) {
                used[raw.b] = true;
            }
        });
        int[] order = IntStream.range(0, used.length)
                .filter(i -> used[i])
                .boxed()
                .sorted(Comparator.comparing(i -> numbering.node(i).toString()))
                .mapToInt(i -> i)
                .toArray();
        int[] rank = new int[used.length];
        Arrays.fill(rank, Raw.UNSET);
        nodes = new Node[order.length];
        table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, nodes.length)) * 4)];
        int mask = table.length - 1;
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = own(numbering.node(order[i]));
            rank[order[i]] = i;
            int at = spread(nodes[i]) & mask;
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = i + 1;
        }
        earliest = new int[nodes.length];
        latest = new int[nodes.length];
        dates = new Node[nodes.length];
        Arrays.fill(earliest, EventDays.NO_START);
        Arrays.fill(latest, EventDays.NO_END);
        return rank;
    }

    /** A copy: made one after the other, nodes that are shown one after the other lie side by side. */
    private static Node own(Node node) {
        return node.isURI() ? NodeFactory.createURI(new String(node.getURI().toCharArray())) : node;
    }

    private void days(Node thing, int[] bounds) {
        int at = number(thing, nodes, table);
        if (at >= 0) {
            // Where sources disagree, the wide span holds what each of them says.
            earliest[at] = Math.min(earliest[at], bounds[0]);
            latest[at] = Math.max(latest[at], bounds[1]);
        }
    }

    /** The events but those that are known. */
    private List<Node> events(BitSet known) {
        return IntStream.concat(Arrays.stream(event), Arrays.stream(participationEvent))
                .distinct()
                .filter(each -> !known.get(each))
                .mapToObj(each -> nodes[each])
                .toList();
    }

    /** Of several, which no rule gives, the least. Dates that are written alike are one node. */
    private void date(Node thing, Node date) {
        int at = number(thing, nodes, table);
        if (at < 0) {
            return;
        }
        Node own = texts.computeIfAbsent(date, each -> each);
        Node known = dates[at];
        if (known == null || own.toString().compareTo(known.toString()) < 0) {
            dates[at] = own;
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
        size = new int[nodes.length];
        participationNames = new HexNames(PARTICIPATION, raws.length);
        int[] planned = new int[nodes.length];
        for (int i = 0; i < raws.length; i++) {
            attendance[i] = (byte) raws[i].levels;
            participationNames.set(i, raws[i].node);
            size[participationEvent[i]] += attendance[i] == ContactIndex.ATTENDED ? 1 : 0;
            planned[participationEvent[i]] += attendance[i] == ContactIndex.PLANNED ? 1 : 0;
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
            raw.turn(rank[raw.a], rank[raw.b]);
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
        ofFirst = new HexNames(PARTICIPATION, count);
        ofSecond = new HexNames(PARTICIPATION, count);
        Documents.Lists lists = new Documents.Lists(count);
        int at = 0;
        for (Raw raw : raws) {
            for (int levels = raw.levels; levels != 0; levels &= levels - 1) {
                first[at] = raw.a;
                second[at] = raw.b;
                event[at] = raw.event;
                level[at] = (byte) Integer.numberOfTrailingZeros(levels);
                confidence[at] = raw.confidence;
                witnesses[at] = (short) Math.min(Short.MAX_VALUE, raw.witnesses);
                ofFirst.set(at, raw.ofA);
                ofSecond.set(at, raw.ofB);
                lists.add(raw.documents);
                names.set(at++, raw.node);
            }
        }
        documents = lists.made();
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
}
