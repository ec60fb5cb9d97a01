package org.entente.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.execution.Determinism;
import org.entente.execution.QueryLimits;
import org.entente.execution.Rows;
import org.entente.execution.Select;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.Paging;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.query.StoreEntityResolver;
import org.entente.rdf.QuadLines;
import org.entente.store.Store;

/** Asks canned queries of one state, all rows in English. */
final class DefaultAnswers {
    private final Store store;
    private final EntityResolver names;

    DefaultAnswers(Store store) {
        this.store = store;
        this.names = new StoreEntityResolver(store);
    }

    /** What every canned query answers to its own example, in the order of their ids. */
    List<Manifest.Answer> all(QueryCatalog catalog) {
        return store.read(dataset ->
                catalog.queries().stream().map(query -> answer(dataset, query)).toList());
    }

    private Manifest.Answer answer(DatasetGraph dataset, CannedQuery query) {
        Map<String, List<String>> example = new TreeMap<>(query.header().example());
        try {
            BoundQuery bound = bound(query, example);
            if (Determinism.neededBy(bound.query())) {
                return none(query, example, "depends on more than the collection");
            }
            if (query.isConstruct()) {
                Graph graph = select(dataset).graph(bound.query());
                List<Quad> triples = new ArrayList<>();
                graph.find().forEachRemaining(t -> triples.add(Quad.create(Quad.defaultGraphIRI, t)));
                String text = QuadLines.sorted(triples.iterator()).collect(Collectors.joining("\n"));
                return new Manifest.Answer(query.id(), example, triples.size(), sha256(text), "");
            }
            Rows rows = rows(dataset, bound);
            return new Manifest.Answer(
                    query.id(),
                    example,
                    rows.rows().size(),
                    DigestUtils.sha256Hex(rows.write(ResultSetLang.RS_CSV)),
                    "");
        } catch (ParameterException e) {
            return none(query, example, "its example is not in this collection");
        } catch (QueryCancelledException e) {
            return none(query, example, "took too long");
        }
    }

    private static Manifest.Answer none(CannedQuery query, Map<String, List<String>> example, String why) {
        return new Manifest.Answer(query.id(), example, 0, "", why);
    }

    /** All rows for these parameters; call in a transaction. */
    Rows rows(DatasetGraph dataset, CannedQuery query, Map<String, List<String>> parameters) {
        return rows(dataset, bound(query, parameters));
    }

    private static Rows rows(DatasetGraph dataset, BoundQuery bound) {
        return select(dataset).rows(bound.filled(), Paging.MAX_SIZE);
    }

    private BoundQuery bound(CannedQuery query, Map<String, List<String>> parameters) {
        Map<String, List<String>> given = new LinkedHashMap<>(parameters);
        given.put(CannedQuery.LANG, List.of("en"));
        Arguments arguments = Parameters.read(query, given, names, new EdtfDates());
        return query.bind(arguments, new Paging(1, Paging.MAX_SIZE));
    }

    private static Select select(DatasetGraph dataset) {
        return Select.on(dataset).within(QueryLimits.defaults());
    }

    private static String sha256(String text) {
        return DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
