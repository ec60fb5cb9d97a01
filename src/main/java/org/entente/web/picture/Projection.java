package org.entente.web.picture;

/**
 * A map projection: Lambert conformal conic for a part of the northern hemisphere, equirectangular for larger areas.
 */
interface Projection {
    /** Projects a point: x to the right, y downwards, without a fixed unit. */
    double[] at(double longitude, double latitude);

    /** The projection for an area, given in degrees. */
    static Projection around(double west, double south, double east, double north) {
        double middle = (west + east) / 2;
        double height = north - south;
        boolean conic = east - west <= 130 && south > 5 && north < 80;
        return conic
                ? lambert(middle, (south + north) / 2, south + height / 6, north - height / 6 + 0.01)
                : plane((south + north) / 2);
    }

    /** Lambert conformal conic with a centre and two standard parallels. */
    static Projection lambert(double longitude, double latitude, double first, double second) {
        double a = Math.toRadians(first);
        double b = Math.toRadians(second);
        double n = Math.log(Math.cos(a) / Math.cos(b)) / Math.log(tangent(b) / tangent(a));
        double f = Math.cos(a) * Math.pow(tangent(a), n) / n;
        double middle = f / Math.pow(tangent(Math.toRadians(latitude)), n);
        return (lon, lat) -> {
            double away = ((lon - longitude + 540) % 360) - 180;
            double rho = f / Math.pow(tangent(Math.toRadians(Math.clamp(lat, -60, 89.9))), n);
            double angle = n * Math.toRadians(away);
            return new double[] {rho * Math.sin(angle), rho * Math.cos(angle) - middle};
        };
    }

    /** Equirectangular, with longitudes scaled by the cosine of a latitude. */
    static Projection plane(double latitude) {
        double narrow = Math.cos(Math.toRadians(latitude));
        return (lon, lat) -> new double[] {Math.toRadians(lon) * narrow, -Math.toRadians(lat)};
    }

    private static double tangent(double latitude) {
        return Math.tan(Math.PI / 4 + latitude / 2);
    }
}
