package org.entente.sparql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query with its values. What is planned for it holds for all queries of the same shape: they differ only in IRIs. Used by one thread.
 */
public final class FilledQuery {
    /** How the IRIs of places begin. */
    public static final String PLACE = "urn:entente:place:";

    private final Object shape;
    private final Map<Node, List<Node>> values;
    private final Supplier<Query> empty;
    private final Supplier<Query> filling;
    private @Nullable Query query;

    private FilledQuery(Object shape, Map<Node, List<Node>> values, Supplier<Query> empty, Supplier<Query> filling) {
        this.shape = shape;
        this.values = values;
        this.empty = empty;
        this.filling = filling;
    }

    /**
     * A query some of whose IRIs may be others.
     *
     * @param shape everything on which the query depends but these IRIs
     * @param iris the IRIs, by the names of the variables in whose place they stand; of several, all stand in one VALUES
     * @param filled makes the query with IRIs in these places
     */
    public static FilledQuery of(
            Object shape, Map<String, List<Node>> iris, Function<Map<String, List<Node>>, Query> filled) {
        Map<Node, List<Node>> values = new HashMap<>();
        Map<String, List<Node>> places = new HashMap<>();
        iris.forEach((name, nodes) -> {
            Node place = NodeFactory.createURI(PLACE + name);
            values.put(place, nodes);
            places.put(name, List.of(place));
        });
        return new FilledQuery(shape, values, () -> filled.apply(places), () -> filled.apply(iris));
    }

    /** The query changed in a way that a word or the like tells. */
    public FilledQuery changed(Object how, UnaryOperator<Query> change) {
        return new FilledQuery(
                List.of(shape, how), values, () -> change.apply(empty.get()), () -> change.apply(query()));
    }

    /** The query with its values, made when it is needed. */
    public Query query() {
        Query made = query;
        if (made == null) {
            made = filling.get();
            query = made;
        }
        return made;
    }

    /** The query with a place in the stead of each of its IRIs. */
    public Query empty() {
        return empty.get();
    }

    /** What queries have in common that differ only in IRIs. */
    public Object shape() {
        return shape;
    }

    /** The IRIs by their places. */
    public Map<Node, List<Node>> values() {
        return values;
    }
}
