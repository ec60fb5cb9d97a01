package org.entente.web.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.EntConcept;
import org.entente.web.page.Cell;
import org.entente.web.page.Coordinates;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.picture.MapSpot;
import org.entente.web.picture.Picture;
import org.entente.web.picture.WorldMap;
import org.jspecify.annotations.Nullable;

/** The small map on the page of a place: the place itself, and those in it where something happened. */
final class PlaceMap {
    private PlaceMap() {}

    /**
     * The map; null if it is not known where the place lies.
     *
     * @param events the rows of what happened there
     */
    static @Nullable Picture of(
            QueryExecutor.Session session, Node place, String name, @Nullable Rows events, String language) {
        Map<Node, Set<Node>> happened = new LinkedHashMap<>();
        happened.put(place, new LinkedHashSet<>());
        Set<Node> announced = new HashSet<>();
        for (Row row : events == null ? List.<Row>of() : events.rows()) {
            row.node("place").filter(Node::isURI).ifPresent(at -> happened.computeIfAbsent(
                            at, n -> new LinkedHashSet<>())
                    .add(row.bound("event")));
            if (row.text("status").equals(EntConcept.ANNOUNCED.getURI())) {
                announced.add(row.bound("event"));
            }
        }
        Coordinates positions = Coordinates.of(session, happened.keySet());
        Map<Coordinates.Position, Set<Node>> byPosition = new LinkedHashMap<>();
        happened.forEach((at, things) -> positions.of(at).ifPresent(position -> byPosition
                .computeIfAbsent(position, n -> new LinkedHashSet<>())
                .addAll(things)));
        EntityLabels labels = EntityLabels.of(
                session,
                byPosition.keySet().stream().map(Coordinates.Position::at).toList(),
                language);
        Messages messages = Messages.in(language);
        List<MapSpot> spots = new ArrayList<>();
        byPosition.forEach((position, things) -> {
            int held = (int)
                    things.stream().filter(thing -> !announced.contains(thing)).count();
            spots.add(new MapSpot(
                    labels.cell(position.at()).text(),
                    position.at().equals(place) ? "" : Cell.href(position.at().getURI()),
                    position.latitude(),
                    position.longitude(),
                    position.country(),
                    things.size(),
                    things.isEmpty() ? 1 : held,
                    things.isEmpty() ? "" : messages.get("picture.map.note", things.size(), held)));
        });
        Picture map = WorldMap.small(messages.get("picture.map.small", name), spots, messages);
        return map.svg().isEmpty() ? null : map;
    }
}
