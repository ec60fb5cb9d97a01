package org.entente.web.picture;

/**
 * A place of a map.
 *
 * @param href where it leads; "" nowhere
 * @param latitude in degrees (WGS 84); NaN if only the country is known
 * @param longitude in degrees (WGS 84); NaN if only the country is known
 * @param country code of ISO 3166-1 alpha-2 if only the country is known, else ""
 * @param count number of items
 * @param happened number of items that took place
 * @param note the items in words
 */
public record MapSpot(
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
