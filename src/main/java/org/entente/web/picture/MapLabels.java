package org.entente.web.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which places of a map have room for their names, and on which side of their discs. */
final class MapLabels {
    /** Width of a letter in pixels. */
    private static final double LETTER = 7;
    /** Places further to the right than this part of the width have their names on the left first. */
    private static final double RIGHTMOST = 0.82;

    /** The position of a label beside its place. */
    enum Side {
        LEFT,
        RIGHT
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean covers(Box o) {
            return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
        }
    }

    private MapLabels() {}

    /**
     * The labels that fit, with their positions. Places with the most items come first.
     *
     * @param width of the map as it is seen, in pixels
     */
    static Map<PlacedSpot, Side> fitting(List<PlacedSpot> placed, double width) {
        double shrunk = width / PlacedSpot.WIDTH;
        List<Box> taken = new ArrayList<>();
        for (PlacedSpot p : placed) {
            taken.add(disc(p, shrunk));
        }
        Map<PlacedSpot, Side> labelled = new HashMap<>();
        for (PlacedSpot p : placed) {
            Box own = disc(p, shrunk);
            for (Side side : p.x() < PlacedSpot.WIDTH * RIGHTMOST
                    ? List.of(Side.RIGHT, Side.LEFT)
                    : List.of(Side.LEFT, Side.RIGHT)) {
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

    private static Box beside(PlacedSpot p, double shrunk, Side side) {
        double x = p.x() * shrunk;
        double y = p.y() * shrunk;
        double length = p.spot().label().length() * LETTER;
        double from = side == Side.RIGHT ? x + p.radius() + 3 : x - p.radius() - 3 - length;
        return new Box(from, y - 8, from + length, y + 7);
    }

    private static Box disc(PlacedSpot p, double shrunk) {
        double x = p.x() * shrunk;
        double y = p.y() * shrunk;
        double r = p.spot().isPoint() ? p.radius() * 0.9 : 12;
        return new Box(x - r, y - r, x + r, y + r);
    }
}
