package org.entente.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.entente.export.ConnectionTable.Column;
import org.entente.network.Network;
import org.entente.network.Network.Period;

/**
 * GEXF 1.3 (https://gexf.net), dynamic by day. A spell covers the days on which an event can have been, so an edge that is dated
 * only to a year shows for that year; what is undated has no spell and always shows. Spells of one node have no day in common, and
 * edges between the same two have different kinds ("met", "met 2"), for Gephi drops the one and merges the other.
 */
final class Gexf {
    static final String NS = "http://gexf.net/1.3";

    private final Xml xml;

    Gexf(Xml xml) {
        this.xml = xml;
    }

    void write(Network network, NetworkMode mode) throws XMLStreamException {
        ConnectionTable table = ConnectionTable.of(network, mode);
        xml.root("gexf", NS, () -> {
            xml.attribute("version", "1.3");
            xml.element("meta", () -> {
                xml.element("creator", () -> xml.text("Entente"));
                xml.element("description", () -> xml.text(description(network, mode)));
            });
            xml.element("graph", () -> {
                xml.attribute("defaultedgetype", "undirected");
                xml.attribute("mode", "dynamic");
                xml.attribute("timeformat", "date");
                xml.attribute("timerepresentation", "interval");
                columns("node", table.nodeColumns());
                columns("edge", table.edgeColumns());
                xml.element("nodes", () -> {
                    for (ConnectionTable.NodeRow row : table.nodes()) {
                        xml.element("node", () -> {
                            xml.attribute("id", row.id());
                            xml.attribute("label", row.label());
                            values(table.nodeColumns(), row.values());
                            spells(row.spells());
                        });
                    }
                });
                xml.element("edges", () -> {
                    Map<List<String>, Integer> parallel = new HashMap<>();
                    for (ConnectionTable.EdgeRow row : table.edges()) {
                        List<String> between =
                                Stream.of(row.from(), row.to()).sorted().toList();
                        int number =
                                parallel.merge(List.of(row.label(), between.get(0), between.get(1)), 1, Integer::sum);
                        xml.element("edge", () -> {
                            xml.attribute("id", row.id());
                            xml.attribute("source", row.from());
                            xml.attribute("target", row.to());
                            xml.attribute("kind", number == 1 ? row.label() : row.label() + " " + number);
                            xml.attribute("label", row.label());
                            xml.attribute("weight", ConnectionTable.decimal(row.weight()));
                            values(table.edgeColumns(), row.values());
                            spells(List.of(row.spell()));
                        });
                    }
                });
            });
        });
    }

    private static String description(Network network, NetworkMode mode) {
        String what = mode == NetworkMode.ONE_MODE ? "Encounters" : "Participations";
        String around = network.center().map(c -> " around " + c.label()).orElse("");
        String options = network.options().toString();
        return what
                + around
                + (options.isEmpty() ? "" : "; " + options)
                + (network.cut() ? "; the strongest " + network.members().size() + " of " + network.all() : "");
    }

    private void columns(String of, List<Column> columns) throws XMLStreamException {
        xml.element("attributes", () -> {
            xml.attribute("class", of);
            for (int i = 0; i < columns.size(); i++) {
                String type = columns.get(i).type().equals("int")
                        ? "integer"
                        : columns.get(i).type();
                xml.empty(
                        "attribute",
                        "id",
                        Integer.toString(i),
                        "title",
                        columns.get(i).name(),
                        "type",
                        type);
            }
        });
    }

    private void values(List<Column> columns, List<String> values) throws XMLStreamException {
        xml.element("attvalues", () -> {
            for (int i = 0; i < columns.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    xml.empty("attvalue", "for", Integer.toString(i), "value", values.get(i));
                }
            }
        });
    }

    /** The same days in periods that have no day in common, from the first to the last. */
    static List<Period> united(List<Period> periods) {
        List<Period> united = new ArrayList<>();
        periods.stream()
                .sorted(Comparator.comparing(p -> p.first().orElse(LocalDate.MIN)))
                .forEach(next -> {
                    Period last = united.isEmpty() ? next : united.removeLast();
                    if (last.last().isPresent()
                            && next.first().isPresent()
                            && next.first().get().isAfter(last.last().get())) {
                        united.add(last);
                        united.add(next);
                    } else {
                        united.add(new Period(last.first(), later(last.last(), next.last())));
                    }
                });
        return united;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(a -> other.map(b -> a.isAfter(b) ? a : b));
    }

    private void spells(List<Period> periods) throws XMLStreamException {
        boolean always = periods.isEmpty()
                || periods.stream()
                        .anyMatch(p -> p.first().isEmpty() && p.last().isEmpty());
        if (always) {
            return;
        }
        xml.element("spells", () -> {
            for (Period period : united(periods)) {
                if (period.first().isPresent() && period.last().isPresent()) {
                    xml.empty(
                            "spell",
                            "start",
                            ConnectionTable.day(period.first()),
                            "end",
                            ConnectionTable.day(period.last()));
                } else if (period.first().isPresent()) {
                    xml.empty("spell", "start", ConnectionTable.day(period.first()));
                } else {
                    xml.empty("spell", "end", ConnectionTable.day(period.last()));
                }
            }
        });
    }
}
