package org.entente.web.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A map with outlines of countries, without tiles. The area of a place's disc shows the number of items there. Items of
 * which only the country is known are a number on the country.
 */
public final class WorldMap {
    private static final double WIDTH = 1000;
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

    /**
     * A place.
     *
     * @param href where it leads; "" nowhere
     * @param latitude in degrees (WGS 84); NaN if only the country is known
     * @param longitude in degrees (WGS 84); NaN if only the country is known
     * @param country code of ISO 3166-1 alpha-2 if only the country is known, else ""
     * @param count number of items
     * @param happened number of items that took place
     * @param note the items in words
     */
    public record Spot(
            String label,
            String href,
            double latitude,
            double longitude,
            String country,
            int count,
            int happened,
            String note) {
        boolean isPoint() {
            return !Double.isNaN(latitude) && !Double.isNaN(longitude);
        }
    }

    private record Placed(Spot spot, double x, double y, double radius) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean covers(Box o) {
            return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
        }
    }

    private final List<Spot> spots;
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
    private WorldMap(List<Spot> spots, double leastWidth, double desk, Translator words) {
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
    public static Picture of(String title, List<Spot> spots, Translator words) {
        List<Spot> drawn = spots.stream().filter(s -> where(s).isPresent()).toList();
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
                        drawn.stream().mapToInt(Spot::count).sum())
                + (lost > 0 ? " " + words.get("picture.map.lost", lost) : "");
        if (drawn.isEmpty()) {
            return new Picture("map", title, description, "", List.of(), twin);
        }
        WorldMap map = new WorldMap(drawn, LEAST_WIDTH, DESK, words);
        String svg = map.draw(title, description);
        return new Picture("map", title, description, svg, map.insets(), List.of(), twin);
    }

    /** A small map of one place and what lies near it, without a table. */
    public static Picture small(String title, List<Spot> spots, Translator words) {
        List<Spot> drawn = spots.stream().filter(s -> where(s).isPresent()).toList();
        String svg = drawn.isEmpty() ? "" : new WorldMap(drawn, LEAST_WIDTH, DESK / 2, words).draw(title, "");
        return new Picture("map", title, "", svg, List.of(), new DataTable(List.of(), List.of()));
    }

    /** The groups of places in which discs overlap, each on a map of its own. */
    private List<Picture.Inset> insets() {
        List<Placed> points = placed().stream().filter(p -> p.spot().isPoint()).toList();
        List<List<Placed>> groups = new ArrayList<>();
        for (Placed point : points) {
            List<List<Placed>> near = groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> gap(point, other) < NEAR))
                    .toList();
            List<Placed> joined = new ArrayList<>(List.of(point));
            near.forEach(joined::addAll);
            groups.removeAll(near);
            groups.add(joined);
        }
        return groups.stream()
                .filter(group -> group.size() < points.size() && overlap(group))
                .map(group -> {
                    List<Spot> inside = group.stream()
                            .map(Placed::spot)
                            .sorted(Comparator.comparingInt((Spot s) -> -s.count())
                                    .thenComparing(Spot::label))
                            .toList();
                    String name =
                            words.get("picture.map.inset", inside.getFirst().label());
                    return new Picture.Inset(name, new WorldMap(inside, CLOSE_WIDTH, DESK / 2, words).draw(name, ""));
                })
                .sorted(Comparator.comparing(Picture.Inset::title))
                .toList();
    }

    private static boolean overlap(List<Placed> group) {
        return group.stream().anyMatch(one -> group.stream()
                .anyMatch(other -> one != other && gap(one, other) < one.radius() + other.radius()));
    }

    private static double gap(Placed one, Placed other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static Optional<double[]> where(Spot spot) {
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
                spots.stream().filter(s -> !s.isPoint()).map(Spot::country).collect(Collectors.toSet());
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
            StringBuilder one = new StringBuilder();
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
                one.append(i == 0 ? "M" : "L")
                        .append(Svg.number(Math.round(p[0] * 10) / 10.0))
                        .append(' ')
                        .append(Svg.number(Math.round(p[1] * 10) / 10.0));
            }
            boolean seen = east > 0 && west < WIDTH && south > 0 && north < height;
            boolean tiny = east - west < 1.5 && south - north < 1.5;
            if (seen && !torn && !tiny) {
                path.append(one).append('Z');
            }
        }
        return path.toString();
    }

    private List<Placed> placed() {
        int most =
                spots.stream().filter(Spot::isPoint).mapToInt(Spot::count).max().orElse(1);
        return spots.stream()
                .map(s -> {
                    double[] where = where(s).orElseThrow();
                    double[] p = at(where[0], where[1]);
                    double radius = s.isPoint() ? 4 + 16 * Math.sqrt(s.count() / (double) Math.max(most, 9)) : 11;
                    return new Placed(s, p[0], p[1], radius);
                })
                .sorted(Comparator.comparingInt((Placed p) -> -p.spot().count()))
                .toList();
    }

    private void places() {
        List<Placed> placed = clear(placed());
        Map<Placed, Side> atDesk = labelled(placed, desk);
        Map<Placed, Side> onPhone = labelled(placed, PHONE);
        for (Placed place : placed) {
            mark(place);
        }
        placed.forEach(this::number);
        Map<Placed, Side> closer = labelled(placed, CLOSER);
        for (Placed place : placed) {
            if (atDesk.containsKey(place)) {
                label(place, onPhone.get(place) == atDesk.get(place) ? "label" : "label wide", atDesk.get(place));
            } else if (closer.containsKey(place)) {
                label(place, "label closer", closer.get(place));
            }
        }
    }

    private void mark(Placed place) {
        Spot spot = place.spot();
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
    private void number(Placed place) {
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

    /** Moves the numbers of countries away from the places in them. */
    private List<Placed> clear(List<Placed> placed) {
        List<Placed> points = placed.stream().filter(p -> p.spot().isPoint()).toList();
        List<Placed> all = new ArrayList<>();
        for (Placed p : placed) {
            all.add(p.spot().isPoint() ? p : moved(p, points));
        }
        return all;
    }

    private Placed moved(Placed number, List<Placed> points) {
        double[] ring = Outlines.all()
                .country(number.spot().country())
                .orElseThrow()
                .rings()
                .getFirst();
        double[] outline = new double[ring.length];
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < ring.length; i += 2) {
            double[] p = at(ring[i], ring[i + 1]);
            outline[i] = p[0];
            outline[i + 1] = p[1];
            box = new double[] {
                Math.min(box[0], p[0]), Math.min(box[1], p[1]), Math.max(box[2], p[0]), Math.max(box[3], p[1])
            };
        }
        Placed best = number;
        double least = cost(number.x(), number.y(), number, points);
        for (int i = 1; i < 14; i++) {
            for (int j = 1; j < 14; j++) {
                double x = box[0] + (box[2] - box[0]) * i / 14;
                double y = box[1] + (box[3] - box[1]) * j / 14;
                double cost = cost(x, y, number, points);
                if (cost < least && inside(outline, x, y) && x > 20 && x < WIDTH - 20 && y > 15 && y < height - 15) {
                    least = cost;
                    best = new Placed(number.spot(), x, y, number.radius());
                }
            }
        }
        return best;
    }

    private static double cost(double x, double y, Placed number, List<Placed> points) {
        double cost = Math.hypot(x - number.x(), y - number.y());
        for (Placed p : points) {
            double gap = Math.hypot(x - p.x(), y - p.y()) - p.radius() - 24;
            cost += gap < 0 ? -gap * 12 : 0;
        }
        return cost;
    }

    private static boolean inside(double[] ring, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            if (ring[i + 1] > y != ring[j + 1] > y
                    && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private void label(Placed place, String look, Side side) {
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

    /** The position of a label beside its place. */
    private enum Side {
        LEFT,
        RIGHT
    }

    /** The labels that fit at a width, with their positions. Places with the most items come first. */
    private Map<Placed, Side> labelled(List<Placed> placed, double width) {
        double shrunk = width / WIDTH;
        List<Box> taken = new ArrayList<>();
        for (Placed p : placed) {
            taken.add(disc(p, shrunk));
        }
        Map<Placed, Side> labelled = new HashMap<>();
        for (Placed p : placed) {
            Box own = disc(p, shrunk);
            for (Side side : p.x() < WIDTH * 0.82 ? List.of(Side.RIGHT, Side.LEFT) : List.of(Side.LEFT, Side.RIGHT)) {
                Box box = beside(p, shrunk, side);
                if (box.left() > 0
                        && box.right() < width
                        && taken.stream().noneMatch(t -> !t.equals(own) && t.covers(box))) {
                    labelled.put(p, side);
                    taken.add(box);
                    break;
                }
            }
        }
        return labelled;
    }

    private static Box beside(Placed p, double shrunk, Side side) {
        double x = p.x() * shrunk;
        double y = p.y() * shrunk;
        double length = p.spot().label().length() * 7.0;
        double from = side == Side.RIGHT ? x + p.radius() + 3 : x - p.radius() - 3 - length;
        return new Box(from, y - 8, from + length, y + 7);
    }

    private static Box disc(Placed p, double shrunk) {
        double x = p.x() * shrunk;
        double y = p.y() * shrunk;
        double r = p.spot().isPoint() ? p.radius() * 0.9 : 12;
        return new Box(x - r, y - r, x + r, y + r);
    }
}
