package org.entente.wikidata;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on Earth (WGS 84).
 *
 * @param latitude in degrees, north is positive
 * @param longitude in degrees, east is positive
 */
public record GeoPoint(double latitude, double longitude) {
    private static final Pattern WKT = Pattern.compile("Point\\((-?[0-9.]{1,20}) (-?[0-9.]{1,20})\\)");
    private static final double EARTH_RADIUS = 6_371;

    /** The point that {@link #wkt} wrote; empty for anything else. */
    public static Optional<GeoPoint> parse(String wkt) {
        Matcher point = WKT.matcher(wkt);
        try {
            return point.matches()
                    ? Optional.of(new GeoPoint(Double.parseDouble(point.group(2)), Double.parseDouble(point.group(1))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** In well-known text, the longitude first. */
    String wkt() {
        return "Point(" + plain(longitude) + " " + plain(latitude) + ")";
    }

    /** The distance along the surface, in kilometres. */
    public double kilometresTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double half = Math.sin(north) * Math.sin(north)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(east)
                        * Math.sin(east);
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    private static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
