package org.entente.web.picture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.text.Json;

/**
 * The outlines of countries, from the TopoJSON file described in {@code web/map/README.md}. They are for orientation
 * and are no statement about borders.
 */
final class Outlines {
    private static final class Loaded {
        static final Outlines ALL = read();
    }

    /**
     * A country.
     *
     * @param code code of ISO 3166-1 alpha-2; "" if there is none
     * @param rings alternating longitudes and latitudes; the largest ring first
     */
    record Country(String code, String name, List<double[]> rings) {
        /** The centroid of the largest ring, as longitude and latitude. */
        double[] middle() {
            double[] ring = rings.getFirst();
            double area = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < ring.length; i += 2) {
                int next = (i + 2) % ring.length;
                double cross = ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
                area += cross;
                x += (ring[i] + ring[next]) * cross;
                y += (ring[i + 1] + ring[next + 1]) * cross;
            }
            return new double[] {x / (3 * area), y / (3 * area)};
        }
    }

    private final List<Country> countries;

    private Outlines(List<Country> countries) {
        this.countries = countries;
    }

    static Outlines all() {
        return Loaded.ALL;
    }

    List<Country> countries() {
        return countries;
    }

    Optional<Country> country(String code) {
        return countries.stream()
                .filter(c -> !code.isEmpty() && c.code().equals(code))
                .findFirst();
    }

    private static Outlines read() {
        try (InputStream in = Outlines.class.getResourceAsStream("/web/map/countries.json")) {
            JsonNode topology = Json.MAPPER.readTree(in);
            List<double[]> arcs = arcs(topology);
            List<Country> countries = new ArrayList<>();
            for (JsonNode geometry : topology.at("/objects/countries/geometries")) {
                List<double[]> rings = new ArrayList<>();
                boolean several = geometry.get("type").asText().equals("MultiPolygon");
                for (JsonNode part : geometry.get("arcs")) {
                    if (several) {
                        part.forEach(ring -> rings.add(ring(ring, arcs)));
                    } else {
                        rings.add(ring(part, arcs));
                    }
                }
                rings.sort((a, b) -> Double.compare(size(b), size(a)));
                countries.add(new Country(
                        geometry.path("id").asText(),
                        geometry.at("/properties/name").asText(),
                        rings));
            }
            return new Outlines(countries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decodes the arcs, which are stored as integer steps from point to point. */
    private static List<double[]> arcs(JsonNode topology) {
        JsonNode scale = topology.at("/transform/scale");
        JsonNode translate = topology.at("/transform/translate");
        List<double[]> arcs = new ArrayList<>();
        for (JsonNode arc : topology.get("arcs")) {
            double[] points = new double[2 * arc.size()];
            long x = 0;
            long y = 0;
            for (int i = 0; i < arc.size(); i++) {
                x += arc.get(i).get(0).asLong();
                y += arc.get(i).get(1).asLong();
                points[2 * i] = x * scale.get(0).asDouble() + translate.get(0).asDouble();
                points[2 * i + 1] =
                        y * scale.get(1).asDouble() + translate.get(1).asDouble();
            }
            arcs.add(points);
        }
        return arcs;
    }

    /** Joins arcs to a ring. A negative number is a reversed arc. Each arc begins at the end of the previous one. */
    private static double[] ring(JsonNode numbers, List<double[]> arcs) {
        List<Double> points = new ArrayList<>();
        for (JsonNode number : numbers) {
            int index = number.asInt();
            double[] arc = arcs.get(index < 0 ? ~index : index);
            int length = arc.length / 2;
            for (int i = 1; i < length; i++) {
                int at = index < 0 ? length - 1 - i : i;
                points.add(arc[2 * at]);
                points.add(arc[2 * at + 1]);
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double size(double[] ring) {
        double area = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            area += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        return Math.abs(area);
    }
}
