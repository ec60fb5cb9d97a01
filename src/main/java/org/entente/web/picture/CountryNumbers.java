package org.entente.web.picture;

import java.util.List;

/** Moves the numbers of countries away from the places in them, within the outline of the country. */
final class CountryNumbers {
    /** Steps in each direction in which other positions are tried. */
    private static final int STEPS = 14;
    /** Room that a number needs around a disc. */
    private static final double ROOM = 24;

    /** Gives the point of the map for degrees of longitude and latitude. */
    interface OnMap {
        double[] at(double longitude, double latitude);
    }

    private final OnMap map;
    private final double height;

    /** @param height of the map */
    CountryNumbers(OnMap map, double height) {
        this.map = map;
        this.height = height;
    }

    /** The same places, with the numbers of countries where they hide least. */
    List<PlacedSpot> clear(List<PlacedSpot> placed) {
        List<PlacedSpot> points =
                placed.stream().filter(p -> p.spot().isPoint()).toList();
        return placed.stream()
                .map(p -> p.spot().isPoint() ? p : moved(p, points))
                .toList();
    }

    private PlacedSpot moved(PlacedSpot number, List<PlacedSpot> points) {
        double[] ring = Outlines.all()
                .country(number.spot().country())
                .orElseThrow()
                .rings()
                .getFirst();
        double[] outline = new double[ring.length];
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < ring.length; i += 2) {
            double[] p = map.at(ring[i], ring[i + 1]);
            outline[i] = p[0];
            outline[i + 1] = p[1];
            box = new double[] {
                Math.min(box[0], p[0]), Math.min(box[1], p[1]), Math.max(box[2], p[0]), Math.max(box[3], p[1])
            };
        }
        PlacedSpot best = number;
        double least = cost(number.x(), number.y(), number, points);
        for (int i = 1; i < STEPS; i++) {
            for (int j = 1; j < STEPS; j++) {
                double x = box[0] + (box[2] - box[0]) * i / STEPS;
                double y = box[1] + (box[3] - box[1]) * j / STEPS;
                double cost = cost(x, y, number, points);
                if (cost < least && isOnMap(x, y) && isInside(outline, x, y)) {
                    least = cost;
                    best = new PlacedSpot(number.spot(), x, y, number.radius());
                }
            }
        }
        return best;
    }

    private boolean isOnMap(double x, double y) {
        return x > 20 && x < PlacedSpot.WIDTH - 20 && y > 15 && y < height - 15;
    }

    /** How far it is moved, and how much of discs it would hide. */
    private static double cost(double x, double y, PlacedSpot number, List<PlacedSpot> points) {
        double cost = Math.hypot(x - number.x(), y - number.y());
        for (PlacedSpot p : points) {
            double gap = Math.hypot(x - p.x(), y - p.y()) - p.radius() - ROOM;
            cost += gap < 0 ? -gap * 12 : 0;
        }
        return cost;
    }

    private static boolean isInside(double[] ring, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            if (ring[i + 1] > y != ring[j + 1] > y
                    && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
