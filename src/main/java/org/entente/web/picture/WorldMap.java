package org.entente.web.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.web.picture.MapLabels.Side;

/**
 * A map with outlines of countries, without tiles. The area of a place's disc shows the number of items there. Items of
 * which only the country is known are a number on the country.
 */
public final class WorldMap {
    private static final double WIDTH = PlacedSpot.WIDTH;
    private static final double TALLEST = 620;
    private static final double LEAST = 380;
    private static final double MARGIN = 0.09;
    /** Width of the map in pixels at which labels must not overlap. */
    private static final double DESK = 1000;

    private static final double PHONE = 360;
    /** Smallest width of a map and of an inset, in degrees of longitude. */
    private static final double LEAST_WIDTH = 24;

    private static final double CLOSE_WIDTH = 5;
    /** Places nearer than this, in parts of the width, stand in one inset. */
    private static final double NEAR = 110;
    /** Width in pixels after zooming in twice, where labels must not overlap either. */
    private static final double CLOSER = 2200;

    private final List<MapSpot> spots;
    private final Translator words;
    private final double desk;
    private final Svg svg = new Svg();
    private final Projection projection;
    private double left;
    private double top;
    private double scale;
    private double height;

    /**
     * Sets the frame around all places, with a margin and a minimum size.
     *
     * @param leastWidth in degrees of longitude
     * @param desk width in pixels at which labels must not overlap
     */
    private WorldMap(List<MapSpot> spots, double leastWidth, double desk, Translator words) {
        this.spots = spots;
        this.desk = desk;
        this.words = words;
        List<double[]> points = spots.stream().map(s -> where(s).orElseThrow()).toList();
        double west = points.stream().mapToDouble(p -> p[0]).min().orElseThrow();
        double east = points.stream().mapToDouble(p -> p[0]).max().orElseThrow();
        double south = points.stream().mapToDouble(p -> p[1]).min().orElseThrow();
        double north = points.stream().mapToDouble(p -> p[1]).max().orElseThrow();
        double wider = Math.max(0, leastWidth - (east - west)) / 2;
        double taller = Math.max(0, leastWidth / 2.4 - (north - south)) / 2;
        projection = Projection.around(west - wider, south - taller, east + wider, north + taller);
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        left = Double.MAX_VALUE;
        top = Double.MAX_VALUE;
        for (double[] p : points) {
            for (double[] corner : new double[][] {
                p, {p[0] - wider, p[1]}, {p[0] + wider, p[1]}, {p[0], p[1] - taller}, {p[0], p[1] + taller}
            }) {
                double[] at = projection.at(corner[0], corner[1]);
                left = Math.min(left, at[0]);
                right = Math.max(right, at[0]);
                top = Math.min(top, at[1]);
                bottom = Math.max(bottom, at[1]);
            }
        }
        double width = right - left;
        double tall = bottom - top;
        left -= width * MARGIN;
        right += width * MARGIN;
        width = right - left;
        height = Math.clamp(tall / width * WIDTH * (1 + 2 * MARGIN) + 40, LEAST, TALLEST);
        height = Math.ceil(height / 20) * 20;
        scale = Math.min(WIDTH / width, (height - 60) / Math.max(tall, 1e-9));
        left -= (WIDTH / scale - width) / 2;
        top -= (height / scale - tall) / 2;
    }

    /** Draws the map; without positions the picture has no drawing. */
    public static Picture of(String title, List<MapSpot> spots, Translator words) {
        List<MapSpot> drawn = spots.stream().filter(s -> where(s).isPresent()).toList();
        int lost = spots.size() - drawn.size();
        DataTable twin = new DataTable(
                List.of(words.get("picture.place"), words.get("picture.count"), words.get("picture.there")),
                spots.stream()
                        .map(s -> List.of(
                                new DataTable.Entry(s.label(), s.href()),
                                DataTable.Entry.of(Integer.toString(s.count())),
                                DataTable.Entry.of(s.note())))
                        .toList());
        String description = words.get(
                        "picture.map.text",
                        drawn.size(),
                        drawn.stream().mapToInt(MapSpot::count).sum())
                + (lost > 0 ? " " + words.get("picture.map.lost", lost) : "");
        if (drawn.isEmpty()) {
            return new Picture("map", title, description, "", List.of(), twin);
        }
        WorldMap map = new WorldMap(drawn, LEAST_WIDTH, DESK, words);
        String svg = map.draw(title, description);
        return new Picture("map", title, description, svg, map.insets(), List.of(), twin);
    }

    /** A small map of one place and what lies near it, without a table. */
    public static Picture small(String title, List<MapSpot> spots, Translator words) {
        List<MapSpot> drawn = spots.stream().filter(s -> where(s).isPresent()).toList();
        String svg = drawn.isEmpty() ? "" : new WorldMap(drawn, LEAST_WIDTH, DESK / 2, words).draw(title, "");
        return new Picture("map", title, "", svg, List.of(), new DataTable(List.of(), List.of()));
    }

    /** The groups of places in which discs overlap, each on a map of its own. */
    private List<Picture.Inset> insets() {
        List<PlacedSpot> points =
                placed().stream().filter(p -> p.spot().isPoint()).toList();
        List<List<PlacedSpot>> groups = new ArrayList<>();
        for (PlacedSpot point : points) {
            List<List<PlacedSpot>> near = groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> gap(point, other) < NEAR))
                    .toList();
            List<PlacedSpot> joined = new ArrayList<>(List.of(point));
            near.forEach(joined::addAll);
            groups.removeAll(near);
            groups.add(joined);
        }
        return groups.stream()
                .filter(group -> group.size() < points.size() && overlap(group))
                .map(group -> {
                    List<MapSpot> inside = group.stream()
                            .map(PlacedSpot::spot)
                            .sorted(Comparator.comparingInt((MapSpot s) -> -s.count())
                                    .thenComparing(MapSpot::label))
                            .toList();
                    String name =
                            words.get("picture.map.inset", inside.getFirst().label());
                    return new Picture.Inset(name, new WorldMap(inside, CLOSE_WIDTH, DESK / 2, words).draw(name, ""));
                })
                .sorted(Comparator.comparing(Picture.Inset::title))
                .toList();
    }

    private static boolean overlap(List<PlacedSpot> group) {
        return group.stream().anyMatch(one -> group.stream()
                .anyMatch(other -> one != other && gap(one, other) < one.radius() + other.radius()));
    }

    private static double gap(PlacedSpot one, PlacedSpot other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static Optional<double[]> where(MapSpot spot) {
        return spot.isPoint()
                ? Optional.of(new double[] {spot.longitude(), spot.latitude()})
                : Outlines.all().country(spot.country()).map(Outlines.Country::middle);
    }

    private String draw(String title, String description) {
        String id = "m" + Integer.toHexString((title + spots.size()).hashCode());
        svg.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                // The style sheet sets the proportions. Without a view box, text keeps its size.
                "map tall-" + Math.round(height),
                "role",
                "group",
                "aria-labelledby",
                id);
        svg.text("title", title, "id", id);
        if (!description.isEmpty()) {
            svg.text("desc", description);
        }
        // The land scales with the page; text and discs keep their size.
        svg.start(
                "svg", "viewBox", "0 0 1000 " + Svg.number(height), "width", "100%", "height", "100%", "class", "land");
        Set<String> marked =
                spots.stream().filter(s -> !s.isPoint()).map(MapSpot::country).collect(Collectors.toSet());
        for (Outlines.Country country : Outlines.all().countries()) {
            String path = path(country);
            if (!path.isEmpty()) {
                svg.leaf("path", "class", marked.contains(country.code()) ? "country marked" : "country", "d", path);
            }
        }
        svg.end();
        places();
        svg.end();
        return svg.toString();
    }

    private double[] at(double longitude, double latitude) {
        double[] p = projection.at(longitude, latitude);
        return new double[] {(p[0] - left) * scale, (p[1] - top) * scale};
    }

    private String path(Outlines.Country country) {
        StringBuilder path = new StringBuilder();
        for (double[] ring : country.rings()) {
            long[] tenths = new long[ring.length];
            double west = Double.MAX_VALUE;
            double east = -Double.MAX_VALUE;
            double north = Double.MAX_VALUE;
            double south = -Double.MAX_VALUE;
            boolean torn = false;
            double[] before = null;
            for (int i = 0; i < ring.length; i += 2) {
                double[] p = at(ring[i], ring[i + 1]);
                torn |= before != null && Math.abs(p[0] - before[0]) > 2 * WIDTH;
                before = p;
                west = Math.min(west, p[0]);
                east = Math.max(east, p[0]);
                north = Math.min(north, p[1]);
                south = Math.max(south, p[1]);
                tenths[i] = Math.round(p[0] * 10);
                tenths[i + 1] = Math.round(p[1] * 10);
            }
            boolean seen = east > 0 && west < WIDTH && south > 0 && north < height;
            boolean tiny = east - west < 1.5 && south - north < 1.5;
            if (seen && !torn && !tiny) {
                for (int i = 0; i < tenths.length; i += 2) {
                    path.append(i == 0 ? 'M' : 'L');
                    Svg.tenths(tenths[i], path);
                    Svg.tenths(tenths[i + 1], path.append(' '));
                }
                path.append('Z');
            }
        }
        return path.toString();
    }

    private List<PlacedSpot> placed() {
        int most = spots.stream()
                .filter(MapSpot::isPoint)
                .mapToInt(MapSpot::count)
                .max()
                .orElse(1);
        return spots.stream()
                .map(s -> {
                    double[] where = where(s).orElseThrow();
                    double[] p = at(where[0], where[1]);
                    double radius = s.isPoint() ? 4 + 16 * Math.sqrt(s.count() / (double) Math.max(most, 9)) : 11;
                    return new PlacedSpot(s, p[0], p[1], radius);
                })
                .sorted(Comparator.comparingInt((PlacedSpot p) -> -p.spot().count()))
                .toList();
    }

    private void places() {
        List<PlacedSpot> placed = new CountryNumbers(this::at, height).clear(placed());
        Map<PlacedSpot, Side> atDesk = MapLabels.fitting(placed, desk);
        Map<PlacedSpot, Side> onPhone = MapLabels.fitting(placed, PHONE);
        for (PlacedSpot place : placed) {
            mark(place);
        }
        placed.forEach(this::number);
        Map<PlacedSpot, Side> closer = MapLabels.fitting(placed, CLOSER);
        for (PlacedSpot place : placed) {
            if (atDesk.containsKey(place)) {
                label(place, onPhone.get(place) == atDesk.get(place) ? "label" : "label wide", atDesk.get(place));
            } else if (closer.containsKey(place)) {
                label(place, "label closer", closer.get(place));
            }
        }
    }

    private void mark(PlacedSpot place) {
        MapSpot spot = place.spot();
        boolean link = !spot.href().isEmpty();
        String name = spot.label() + (spot.note().isEmpty() ? "" : ": " + spot.note());
        svg.start(
                link ? "a" : "g",
                "class",
                "spot",
                link ? "href" : "data-spot",
                link ? spot.href() : "",
                "aria-label",
                link ? name : null);
        svg.text("title", name);
        String x = Svg.percent(place.x() / WIDTH * 100);
        String y = Svg.percent(place.y() / height * 100);
        if (spot.isPoint()) {
            svg.leaf(
                    "circle",
                    "class",
                    spot.happened() == 0 ? "place announced" : "place",
                    "cx",
                    x,
                    "cy",
                    y,
                    "r",
                    Svg.number(place.radius()));
        } else {
            svg.start("svg", "x", x, "y", y, "overflow", "visible");
            svg.leaf("rect", "class", "whole", "x", "-13", "y", "-10", "width", "26", "height", "20", "rx", "4");
            svg.text("text", Integer.toString(spot.count()), "class", "number", "y", "4");
            svg.end();
        }
        svg.end();
    }

    /** Draws the number of a country, above all discs. */
    private void number(PlacedSpot place) {
        if (place.spot().isPoint() && place.radius() >= 9) {
            svg.text(
                    "text",
                    Integer.toString(place.spot().count()),
                    "class",
                    place.spot().happened() == 0 ? "number dark" : "number",
                    "aria-hidden",
                    "true",
                    "x",
                    Svg.percent(place.x() / WIDTH * 100),
                    "y",
                    Svg.percent(place.y() / height * 100),
                    "dy",
                    "4");
        }
    }

    private void label(PlacedSpot place, String look, Side side) {
        svg.text(
                "text",
                place.spot().label(),
                "class",
                look,
                "aria-hidden",
                "true",
                "x",
                Svg.percent(place.x() / WIDTH * 100),
                "y",
                Svg.percent(place.y() / height * 100),
                "dx",
                Svg.number(side == Side.RIGHT ? place.radius() + 4 : -place.radius() - 4),
                "dy",
                "4",
                "text-anchor",
                side == Side.RIGHT ? "start" : "end");
    }
}
