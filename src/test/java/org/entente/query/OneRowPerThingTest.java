package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ShippedCollection;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A row is about one thing, which the header names by {@code key}, and no thing has two rows: not for the example, and not for other
 * things of the collection that a parameter takes.
 */
class OneRowPerThingTest {
    private static final Store STORE = ShippedCollection.store();
    private static final int OTHERS = 3;

    static Stream<CannedQuery> queries() {
        return ShippedCollection.catalog().queries().stream().filter(query -> !query.isConstruct());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void the_key_is_among_the_columns(CannedQuery query) {
        assertThat(query.header().key()).isNotEmpty();
        assertThat(query.columns()).containsAll(query.header().key());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void no_thing_has_two_rows(CannedQuery query) {
        List<Map<String, List<String>>> asked =
                new ArrayList<>(List.of(query.header().example()));
        for (Parameter parameter : query.header().parameters()) {
            if (parameter.type() == ParameterType.IRI) {
                some(parameter).forEach(thing -> asked.add(with(query, parameter.name(), thing)));
            }
            parameter.values().forEach(value -> asked.add(with(query, parameter.name(), value.name())));
        }
        for (String lang : List.of("de", "ru")) {
            asked.add(with(query, "lang", lang));
        }
        asked.forEach(given -> {
            List<List<Node>> things = rows(query, given).stream()
                    .map(row -> query.header().key().stream().map(row::get).toList())
                    .toList();
            assertThat(things).as("%s %s", query, given).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("queries")
    void rows_that_are_claims_name_sources_and_passages(CannedQuery query) {
        if (query.header().claims()) {
            assertThat(query.columns()).contains("sources", "locators");
            assertThat(rows(query, query.header().example()))
                    .as("sources of the example")
                    .anyMatch(row -> row.contains("sources"));
        } else {
            assertThat(query.header().columns())
                    .as("a row of figures or of entries")
                    .noneMatch(column -> column.type() == ColumnType.RECORD);
        }
    }

    private static Map<String, List<String>> with(CannedQuery query, String parameter, String value) {
        Map<String, List<String>> given = new HashMap<>();
        query.header().parameters().stream()
                .filter(p -> p.required() && query.header().example().containsKey(p.name()))
                .forEach(p -> given.put(p.name(), query.header().example().get(p.name())));
        given.put(parameter, List.of(value));
        return given;
    }

    /** Some things that a parameter takes, spread over all that there are. */
    private static List<String> some(Parameter parameter) {
        return STORE.read(data -> {
            List<String> all = new ArrayList<>();
            String classes = String.join(
                    " ", parameter.classes().stream().map(c -> "<" + c + ">").toList());
            try (QueryExec exec = QueryExec.dataset(data)
                    .query(
                            "SELECT DISTINCT ?x WHERE { VALUES ?c { %s } { ?x a ?c } UNION { GRAPH ?g { ?x a ?c } } } ORDER BY ?x"
                                    .formatted(classes))
                    .build()) {
                exec.select().forEachRemaining(row -> all.add(row.get("x").toString()));
            }
            all.removeIf(thing -> !thing.startsWith(Ent.ID));
            int step = Math.max(1, all.size() / OTHERS);
            return Stream.iterate(0, i -> i < all.size(), i -> i + step)
                    .map(all::get)
                    .toList();
        });
    }

    private static List<Binding> rows(CannedQuery query, Map<String, List<String>> given) {
        Arguments arguments = Parameters.read(query, given, new StoreEntityResolver(STORE), new EdtfDates());
        BoundQuery bound = query.bind(arguments, new Paging(1, Paging.MAX_SIZE));
        return STORE.read(data -> rows(data, bound));
    }

    private static List<Binding> rows(DatasetGraph data, BoundQuery bound) {
        List<Binding> rows = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(data).query(bound.query()).build()) {
            exec.select().forEachRemaining(row -> rows.add(row.detach()));
        }
        return rows;
    }
}
