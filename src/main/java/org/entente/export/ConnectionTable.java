package org.entente.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.encounter.Named;
import org.entente.encounter.Source;
import org.entente.network.Network;
import org.entente.network.Network.Attendance;
import org.entente.network.Network.Member;
import org.entente.network.Network.Occasion;
import org.entente.network.Network.Period;
import org.entente.network.Network.Tie;
import org.entente.network.PathStep;

/**
 * A network as rows of nodes and edges, the same for all formats.
 *
 * @param nodeColumns attributes of nodes
 * @param edgeColumns attributes of edges
 */
record ConnectionTable(List<Column> nodeColumns, List<Column> edgeColumns, List<NodeRow> nodes, List<EdgeRow> edges) {
    /**
     * An attribute.
     *
     * @param type as in GraphML and GEXF: string, int or double
     */
    record Column(String name, String type) {}

    record NodeRow(String id, String label, List<String> values, List<Period> spells) {}

    /** @param weight strength of an encounter, 1 for a participation */
    record EdgeRow(String id, String from, String to, String label, double weight, List<String> values, Period spell) {}

    static final String GLUE = " | ";

    static ConnectionTable of(Network network, NetworkMode mode) {
        return mode == NetworkMode.ONE_MODE ? oneMode(network) : twoMode(network);
    }

    private static ConnectionTable oneMode(Network network) {
        Map<Node, List<Period>> spells = new HashMap<>();
        List<EdgeRow> edges = new ArrayList<>();
        for (Tie tie : network.ties()) {
            PathStep hop = tie.hop();
            spells.computeIfAbsent(hop.a().node(), n -> new ArrayList<>()).add(tie.period());
            spells.computeIfAbsent(hop.b().node(), n -> new ArrayList<>()).add(tie.period());
            edges.add(new EdgeRow(
                    iri(hop.encounter()) + "#" + hop.level().word(),
                    iri(hop.a().node()),
                    iri(hop.b().node()),
                    hop.level().word(),
                    tie.strength().value(),
                    List.of(
                            hop.level().word(),
                            iri(hop.event().node()),
                            hop.event().label(),
                            String.join(GLUE, hop.dates()),
                            day(tie.period().first()),
                            day(tie.period().last()),
                            labels(hop.places()),
                            pair(hop.rolesOfA(), hop.rolesOfB()),
                            labels(hop.officesOfA()),
                            labels(hop.officesOfB()),
                            labels(hop.sidesOfA()),
                            labels(hop.sidesOfB()),
                            sources(hop.sources()),
                            reports(hop.sources()),
                            Integer.toString(hop.witnesses()),
                            hop.confidence().word(),
                            Integer.toString(hop.participants()),
                            decimal(tie.strength().level()),
                            decimal(tie.strength().witnesses()),
                            decimal(tie.strength().size()),
                            decimal(tie.strength().parity()),
                            number(tie.strength().rankDistance()),
                            decimal(tie.strength().value())),
                    tie.period()));
        }
        List<NodeRow> nodes = network.members().stream()
                .map(m -> member(m, spells.getOrDefault(m.named().node(), List.of())))
                .toList();
        return new ConnectionTable(MEMBER, TIE, nodes, edges);
    }

    private static ConnectionTable twoMode(Network network) {
        Map<Node, Occasion> events = new HashMap<>();
        network.events().forEach(e -> events.put(e.event().node(), e));
        Map<Node, List<Period>> spells = new HashMap<>();
        Map<Node, List<Tie>> ties = network.ties().stream()
                .collect(Collectors.groupingBy(t -> t.hop().event().node()));
        List<EdgeRow> edges = new ArrayList<>();
        for (Attendance attendance : network.attendances()) {
            Occasion event = Objects.requireNonNull(
                    events.get(attendance.event()), "every attendance is at an event of the network");
            spells.computeIfAbsent(attendance.member(), n -> new ArrayList<>()).add(event.period());
            List<Tie> behind = ties.getOrDefault(attendance.event(), List.of()).stream()
                    .filter(t -> t.hop().a().node().equals(attendance.member())
                            || t.hop().b().node().equals(attendance.member()))
                    .toList();
            List<Source> sources = behind.stream()
                    .flatMap(t -> t.hop().sources().stream())
                    .distinct()
                    .toList();
            edges.add(new EdgeRow(
                    iri(attendance.member()) + "@" + iri(attendance.event()),
                    iri(attendance.member()),
                    iri(attendance.event()),
                    attendance.attendance(),
                    1,
                    List.of(
                            attendance.attendance(),
                            String.join(GLUE, event.dates()),
                            day(event.period().first()),
                            day(event.period().last()),
                            labels(attendance.roles()),
                            labels(attendance.offices()),
                            labels(attendance.sides()),
                            sources(sources),
                            reports(sources),
                            behind.stream()
                                    .map(t -> t.hop().confidence())
                                    .max(Comparator.naturalOrder())
                                    .map(c -> c.word())
                                    .orElse("")),
                    event.period()));
        }
        List<NodeRow> nodes = new ArrayList<>();
        network.members()
                .forEach(m -> nodes.add(
                        member(m, spells.getOrDefault(m.named().node(), List.of()), "person", "", "", "", "")));
        network.events()
                .forEach(e -> nodes.add(new NodeRow(
                        iri(e.event().node()),
                        e.event().label(),
                        List.of(
                                "",
                                "0",
                                "",
                                "",
                                "0",
                                "event",
                                String.join(GLUE, e.dates()),
                                day(e.period().first()),
                                day(e.period().last()),
                                labels(e.places())),
                        List.of(e.period()))));
        return new ConnectionTable(BOTH, ATTENDANCE, nodes, edges);
    }

    private static NodeRow member(Member member, List<Period> spells, String... more) {
        List<String> values = new ArrayList<>(List.of(
                member.kind(),
                Integer.toString(member.hops()),
                labels(member.sides()),
                labels(member.offices()),
                decimal(member.strength())));
        values.addAll(List.of(more));
        return new NodeRow(
                iri(member.named().node()),
                member.named().label(),
                values,
                spells.stream().distinct().toList());
    }

    private static final List<Column> MEMBER = columns("class", "hops:int", "sides", "offices", "strength:double");
    private static final List<Column> BOTH = columns(
            "class", "hops:int", "sides", "offices", "strength:double", "mode", "date", "earliest", "latest", "place");
    private static final List<Column> TIE = columns(
            "level",
            "event",
            "eventLabel",
            "date",
            "earliest",
            "latest",
            "place",
            "rolePair",
            "officesOfSource",
            "officesOfTarget",
            "sidesOfSource",
            "sidesOfTarget",
            "documents",
            "reports",
            "witnesses:int",
            "confidence",
            "participants:int",
            "strengthLevel:double",
            "strengthWitnesses:double",
            "strengthSize:double",
            "strengthParity:double",
            "rankDistance:int",
            "strength:double");
    private static final List<Column> ATTENDANCE = columns(
            "attendance",
            "date",
            "earliest",
            "latest",
            "roles",
            "offices",
            "sides",
            "documents",
            "reports",
            "confidence");

    private static List<Column> columns(String... names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            String[] parts = name.split(":");
            columns.add(new Column(parts[0], parts.length > 1 ? parts[1] : "string"));
        }
        return List.copyOf(columns);
    }

    static String iri(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String labels(List<Named> named) {
        return named.stream().map(Named::label).collect(Collectors.joining(GLUE));
    }

    private static String pair(List<Named> a, List<Named> b) {
        return a.isEmpty() && b.isEmpty() ? "" : labels(a) + " – " + labels(b);
    }

    private static String sources(List<Source> sources) {
        return String.join(
                " ",
                sources.stream()
                        .map(s -> iri(s.document().node()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String reports(List<Source> sources) {
        return sources.stream().map(s -> iri(s.report())).collect(Collectors.joining(" "));
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
