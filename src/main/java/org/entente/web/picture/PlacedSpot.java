package org.entente.web.picture;

/**
 * A place on the map.
 *
 * @param x from the left, on a map that is {@value #WIDTH} wide
 * @param y from the top
 * @param radius of its disc
 */
record PlacedSpot(MapSpot spot, double x, double y, double radius) {
    /** Width of every map. */
    static final double WIDTH = 1000;
}
