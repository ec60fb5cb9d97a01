package org.entente.web.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;

/** Positions of places for the map: their own coordinates, those of the surrounding town, or only the country. */
public final class Coordinates {
    private final Map<Node, Position> positions = new HashMap<>();

    /**
     * A position.
     *
     * @param at the place with this position: the place itself or one around it
     * @param latitude in degrees (WGS 84); NaN if only the country is known
     * @param longitude in degrees (WGS 84); NaN if only the country is known
     * @param country code of ISO 3166-1 alpha-2 if only the country is known, else ""
     */
    public record Position(Node at, double latitude, double longitude, String country) {}

    private Coordinates() {}

    public static Coordinates of(QueryExecutor.Session session, Collection<Node> places) {
        Coordinates all = new Coordinates();
        Set<Node> iris = new LinkedHashSet<>();
        places.stream().filter(Node::isURI).forEach(iris::add);
        if (iris.isEmpty()) {
            return all;
        }
        for (Row row :
                session.select(InternalQuery.CANNED_COORDINATES, "place", iris).rows()) {
            Node place = row.bound("place");
            Node at = row.bound("at");
            Position found = row.node("lat").isPresent()
                    ? new Position(at, degrees(row, "lat"), degrees(row, "long"), "")
                    : new Position(at, Double.NaN, Double.NaN, row.text("country"));
            all.positions.merge(place, found, (a, b) -> rank(place, a) <= rank(place, b) ? a : b);
        }
        return all;
    }

    /** The place itself comes first, then a town around it, then a country. */
    private static int rank(Node place, Position position) {
        return position.at().equals(place) ? 0 : position.country().isEmpty() ? 1 : 2;
    }

    public static double degrees(Row row, String column) {
        try {
            return Double.parseDouble(row.text(column));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The places that the positions belong to. */
    public Stream<Node> places() {
        return positions.values().stream().map(Position::at).distinct();
    }

    public Optional<Position> of(Node place) {
        return Optional.ofNullable(positions.get(place));
    }
}
