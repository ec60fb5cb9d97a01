package org.entente.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndex.Counting;
import org.entente.contact.ContactIndexes;
import org.entente.contact.ContactOptions;
import org.entente.contact.EventDays;
import org.entente.contact.Strength;
import org.entente.encounter.Named;
import org.entente.execution.CancellationCheck;
import org.entente.network.Network.Attendance;
import org.entente.network.Network.Contact;
import org.entente.network.Network.Member;
import org.entente.network.Network.Occasion;
import org.entente.network.Network.Period;
import org.entente.network.Network.Tie;
import org.entente.vocab.Ent;
import org.entente.vocab.EntProperty;

/** Makes networks of contacts. Call inside a read transaction. */
public final class Networks {
    private final DatasetGraph dataset;
    private final ContactIndex index;
    private final CancellationCheck stop;

    private Networks(DatasetGraph dataset, CancellationCheck stop) {
        this.dataset = dataset;
        this.stop = stop;
        this.index = ContactIndexes.in(dataset, stop);
    }

    /** Networks in the state that the thread's transaction on the dataset sees. */
    public static Networks in(DatasetGraph dataset) {
        return new Networks(dataset, CancellationCheck.NEVER);
    }

    /** As {@link #in(DatasetGraph)}, for work that must end. */
    public static Networks in(DatasetGraph dataset, CancellationCheck stop) {
        return new Networks(dataset, stop);
    }

    /**
     * Everyone within so many steps of a person, with all their encounters among each other.
     *
     * @param steps from 1
     * @param sides only encounters of which one side acted for one of these polities or organisations, or for a part of one; all if
     *     empty
     * @param limit the strongest so many members are kept, the centre always
     */
    public Network around(Node center, int steps, ContactOptions options, Set<Node> sides, int limit, String language) {
        PathStepReader reader = new PathStepReader(dataset, index, language);
        int start = index.number(center);
        Map<Integer, Integer> hops = new LinkedHashMap<>();
        if (start >= 0) {
            hops.put(start, 0);
            Counting counting = index.counting(options);
            List<Integer> frontier = List.of(start);
            for (int step = 1; step <= steps; step++) {
                List<Integer> next = new ArrayList<>();
                for (int node : frontier) {
                    for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                        boolean fresh = !hops.containsKey(index.other[i]);
                        if (fresh && counts(counting, index.contact[i], sides, reader)) {
                            hops.put(index.other[i], step);
                            next.add(index.other[i]);
                        }
                    }
                    stop.check();
                }
                frontier = next;
            }
        }
        return network(Optional.of(reader.named(center)), start, hops, options, sides, limit, reader);
    }

    /** All encounters that count, with those who had them. As {@link #around}, without a centre. */
    public Network whole(ContactOptions options, Set<Node> sides, int limit, String language) {
        PathStepReader reader = new PathStepReader(dataset, index, language);
        Counting counting = index.counting(options);
        Map<Integer, Integer> members = new LinkedHashMap<>();
        for (int encounter = 0; encounter < index.encounterCount(); encounter++) {
            if (counts(counting, encounter, sides, reader)) {
                members.put(index.first[encounter], 0);
                members.put(index.second[encounter], 0);
            }
        }
        return network(Optional.empty(), -1, members, options, sides, limit, reader);
    }

    private boolean counts(Counting counting, int encounter, Set<Node> sides, PathStepReader reader) {
        return counting.counts(encounter)
                && (sides.isEmpty()
                        || actedFor(index.first[encounter], index.event[encounter], sides, reader)
                        || actedFor(index.second[encounter], index.event[encounter], sides, reader));
    }

    private boolean actedFor(int agent, int event, Set<Node> sides, PathStepReader reader) {
        return reader.part(agent, event).sides().stream().anyMatch(side -> isWithin(side.node(), sides, reader));
    }

    private static boolean isWithin(Node side, Set<Node> sides, PathStepReader reader) {
        Set<Node> seen = new HashSet<>();
        List<Node> open = new ArrayList<>(List.of(side));
        while (!open.isEmpty()) {
            Node at = open.removeLast();
            if (sides.contains(at)) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(reader.objects(at, EntProperty.WITHIN_POLITY));
                open.addAll(reader.objects(at, EntProperty.BELONGS_TO));
            }
        }
        return false;
    }

    private Network network(
            Optional<Named> center,
            int start,
            Map<Integer, Integer> hops,
            ContactOptions options,
            Set<Node> sides,
            int limit,
            PathStepReader reader) {
        Counting counting = index.counting(options);
        Map<Integer, Double> strengths = new HashMap<>();
        Map<Integer, Strength> counted = new TreeMap<>();
        for (int node : hops.keySet()) {
            stop.check();
            for (int i = index.offset[node]; i < index.offset[node + 1]; i++) {
                int encounter = index.contact[i];
                if (hops.containsKey(index.other[i]) && counts(counting, encounter, sides, reader)) {
                    Strength strength = counted.computeIfAbsent(encounter, e -> strength(e, reader));
                    strengths.merge(node, strength.value(), Double::sum);
                }
            }
        }
        List<Integer> kept = hops.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(n -> n == start ? 0 : 1)
                        .thenComparing(n -> -strengths.getOrDefault(n, 0.0))
                        .thenComparing(n -> n))
                .limit(limit)
                .toList();
        Set<Integer> inside = new HashSet<>(kept);
        counted.keySet().removeIf(e -> !inside.contains(index.first[e]) || !inside.contains(index.second[e]));

        List<Tie> ties = new ArrayList<>();
        Map<Long, List<Tie>> pairs = new LinkedHashMap<>();
        Set<Integer> events = new TreeSet<>();
        counted.forEach((encounter, strength) -> {
            stop.check();
            int event = index.event[encounter];
            Tie tie = new Tie(reader.read(encounter, index.first[encounter]), period(event), strength);
            ties.add(tie);
            events.add(event);
            long pair = (long) index.first[encounter] << 32 | index.second[encounter];
            pairs.computeIfAbsent(pair, p -> new ArrayList<>()).add(tie);
        });
        List<Contact> contacts = pairs.values().stream()
                .map(of -> new Contact(
                        of.getFirst().hop().a(),
                        of.getFirst().hop().b(),
                        List.copyOf(of),
                        of.stream().mapToDouble(t -> t.strength().value()).sum()))
                .sorted(Comparator.comparing((Contact c) -> -c.strength())
                        .thenComparing(c -> c.a().node().toString())
                        .thenComparing(c -> c.b().node().toString()))
                .toList();
        List<Attendance> attendances = new ArrayList<>();
        for (int event : events) {
            attendances(event, inside, reader, attendances);
        }
        Map<Node, List<Attendance>> byMember = attendances.stream().collect(Collectors.groupingBy(Attendance::member));
        List<Member> members = kept.stream()
                .map(n -> member(
                        n,
                        Objects.requireNonNull(hops.get(n), "chosen from these"),
                        strengths.getOrDefault(n, 0.0),
                        byMember.getOrDefault(index.node(n), List.of()),
                        reader))
                .toList();
        List<Occasion> occasions = events.stream()
                .map(e -> new Occasion(
                        reader.named(index.node(e)), reader.dates(e), period(e), reader.places(e), index.size[e]))
                .toList();
        return new Network(center, options, members, ties, contacts, occasions, attendances, hops.size());
    }

    private void attendances(int event, Set<Integer> inside, PathStepReader reader, List<Attendance> attendances) {
        Set<Integer> listed = new HashSet<>();
        for (int i = index.participationOffset[event]; i < index.participationOffset[event + 1]; i++) {
            int at = index.participation[i];
            int agent = index.participant[at];
            if (inside.contains(agent) && listed.add(agent)) {
                PathStepReader.Part part = reader.part(agent, event);
                attendances.add(new Attendance(
                        index.node(agent),
                        index.node(event),
                        switch (index.attendance[at]) {
                            case ContactIndex.ATTENDED -> "attended";
                            case ContactIndex.PLANNED -> "expected";
                            default -> "other";
                        },
                        part.roles(),
                        part.offices(),
                        part.sides()));
            }
        }
    }

    private Member member(int node, int hops, double strength, List<Attendance> attendances, PathStepReader reader) {
        Node itself = index.node(node);
        Set<Named> sides = new TreeSet<>(Comparator.comparing(Named::label));
        Set<Named> offices = new TreeSet<>(Comparator.comparing(Named::label));
        attendances.forEach(a -> {
            sides.addAll(a.sides());
            offices.addAll(a.offices());
        });
        List<Node> classes = reader.objects(itself, RDF.type.asNode()).stream()
                .filter(type -> type.isURI() && type.getURI().startsWith(Ent.NS))
                .toList();
        String kind = classes.stream()
                .filter(type -> classes.stream()
                        .noneMatch(narrower -> !narrower.equals(type)
                                && reader.objects(narrower, RDFS.subClassOf.asNode())
                                        .contains(type)))
                .map(Node::getURI)
                .min(Comparator.naturalOrder())
                .orElse("");
        return new Member(reader.named(itself), kind, hops, List.copyOf(sides), List.copyOf(offices), strength);
    }

    private Period period(int event) {
        return new Period(day(index.earliest[event]), day(index.latest[event]));
    }

    private static Optional<LocalDate> day(int number) {
        return EventDays.isDay(number) ? Optional.of(LocalDate.ofEpochDay(number)) : Optional.empty();
    }

    private Strength strength(int encounter, PathStepReader reader) {
        int event = index.event[encounter];
        OptionalInt one = rank(index.first[encounter], event, reader);
        OptionalInt other = rank(index.second[encounter], event, reader);
        OptionalInt distance = one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.abs(one.getAsInt() - other.getAsInt()))
                : OptionalInt.empty();
        return Strength.of(index.level(encounter), index.witnesses(encounter), index.size[event], distance);
    }

    /** The highest rank of the offices; of a post its own. */
    private OptionalInt rank(int agent, int event, PathStepReader reader) {
        List<Node> posts = reader.part(agent, event).offices().isEmpty()
                ? List.of(index.node(agent))
                : reader.part(agent, event).offices().stream().map(Named::node).toList();
        return posts.stream()
                .flatMap(post -> reader.objects(post, EntProperty.POST_KIND).stream())
                .flatMapToInt(kind ->
                        Strength.rank(kind.getURI().substring(kind.getURI().indexOf('#') + 1)).stream())
                .min();
    }
}
