package org.entente.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.ShippedCollection;
import org.entente.bench.PeerQuestion.Asked;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;

/** The first page of the canned query for a question: 50 rows with labels, offices, dates, places and sources. */
final class CannedPeer implements Peer {
    private static final Map<PeerQuestion, String> QUERIES = Map.of(
            PeerQuestion.WHO_MET, "who-met",
            PeerQuestion.CONTACTS, "top-contacts",
            PeerQuestion.COMMON, "common-contacts",
            PeerQuestion.TOP_PAIRS, "top-contacts",
            PeerQuestion.BY_YEAR, "events-by-year");

    private final DatasetGraph dataset;
    private final Map<PeerQuestion, CannedQuery> queries = new EnumMap<>(PeerQuestion.class);

    CannedPeer(DatasetGraph dataset) {
        this.dataset = dataset;
        QueryCatalog catalog = QueryCatalog.read(ShippedCollection.HOME.resolve("queries"));
        QUERIES.forEach(
                (question, id) -> queries.put(question, catalog.query(id).orElseThrow()));
    }

    @Override
    public String name() {
        return "canned";
    }

    @Override
    public boolean answers(PeerQuestion question) {
        return queries.containsKey(question);
    }

    @Override
    public void ask(Asked asked, Sink into) {
        CannedQuery query = queries.get(asked.question());
        String x = asked.x() < 0 ? "" : GeneratedNetwork.person(asked.x()).getURI();
        String y = asked.y() < 0 ? "" : GeneratedNetwork.person(asked.y()).getURI();
        Map<String, List<String>> given = asked.question() == PeerQuestion.COMMON
                ? Map.of("one", List.of(x), "other", List.of(y))
                : asked.question().ofPersons() ? Map.of("person", List.of(x)) : Map.of();
        Arguments arguments = Parameters.read(query, given, new IrisOnly());
        for (Row row : Select.on(dataset)
                .rows(query.bind(arguments, query.firstPage()).filled())
                .rows()) {
            into.row(row.hashCode());
        }
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
