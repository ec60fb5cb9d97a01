package org.entente.web.canned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.entente.web.page.Coordinates;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.picture.MapSpot;
import org.entente.web.picture.Picture;
import org.entente.web.picture.Sign;
import org.entente.web.picture.WorldMap;
import org.jspecify.annotations.Nullable;

/** The rows of a result on a map: the number of subjects at each place. */
final class RowMap {
    private RowMap() {}

    /** The subjects at one place. */
    private static final class There {
        final Set<Node> things = new LinkedHashSet<>();
        final Set<Node> happened = new LinkedHashSet<>();
        final Set<String> inside = new LinkedHashSet<>();
        String label = "";
        String href = "";
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        String country = "";
    }

    static Picture of(
            String title,
            Rows rows,
            RowColumns columns,
            EntityLabels labels,
            Messages messages,
            Coordinates positions) {
        Map<Object, There> places = new LinkedHashMap<>();
        for (Row row : rows.rows()) {
            There there = columns.place().isPresent()
                    ? ofPlace(row, columns.place().get(), labels, positions, places)
                    : ofCoordinates(row, columns, labels, places);
            if (there == null) {
                continue;
            }
            Node thing = columns.subject().flatMap(row::node).orElse(null);
            if (thing != null) {
                there.things.add(thing);
                Sign sign = RowTimeline.sign(row);
                if (sign != Sign.ANNOUNCED && sign != Sign.NOT_HELD) {
                    there.happened.add(thing);
                }
            }
        }
        List<MapSpot> spots = new ArrayList<>();
        for (There there : places.values()) {
            int count = Math.max(1, there.things.size());
            int happened = there.things.isEmpty() ? 1 : there.happened.size();
            String note = messages.get("picture.map.note", count, happened)
                    + (there.inside.isEmpty() ? "" : " (" + String.join(", ", there.inside) + ")");
            spots.add(new MapSpot(
                    there.label, there.href, there.latitude, there.longitude, there.country, count, happened, note));
        }
        spots.sort(Comparator.comparingInt((MapSpot s) -> -s.count()).thenComparing(MapSpot::label));
        return WorldMap.of(title, spots, messages);
    }

    private static @Nullable There ofPlace(
            Row row, String column, EntityLabels labels, Coordinates positions, Map<Object, There> places) {
        Node place = row.node(column).orElse(null);
        if (place == null) {
            return null;
        }
        Coordinates.Position position =
                positions.of(place).orElse(new Coordinates.Position(place, Double.NaN, Double.NaN, ""));
        String own = RowColumns.label(row, column, labels);
        There there = places.computeIfAbsent(position.at(), n -> new There());
        boolean itself = position.at().equals(place);
        if (!itself) {
            there.inside.add(own);
        }
        there.label = itself ? own : labels.cell(position.at()).text();
        there.href = Urls.with(
                "/queries/events-in-place",
                Map.of("place", List.of(Prefixes.compact(position.at().getURI()))));
        there.latitude = position.latitude();
        there.longitude = position.longitude();
        there.country = position.country();
        return there;
    }

    private static @Nullable There ofCoordinates(
            Row row, RowColumns columns, EntityLabels labels, Map<Object, There> places) {
        double latitude = Coordinates.degrees(row, columns.latitude().orElseThrow());
        double longitude = Coordinates.degrees(row, columns.longitude().orElseThrow());
        if (Double.isNaN(latitude) || Double.isNaN(longitude) || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return null;
        }
        There there = places.computeIfAbsent(latitude + " " + longitude, k -> new There());
        there.label =
                columns.subject().map(c -> RowColumns.label(row, c, labels)).orElse(latitude + ", " + longitude);
        there.href = columns.subject().flatMap(row::node).map(RowTimeline::href).orElse("");
        there.latitude = latitude;
        there.longitude = longitude;
        return there;
    }
}
