package org.entente.web.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.fulltext.TextIndex;
import org.entente.sparql.InternalQuery;
import org.entente.store.PerRevision;
import org.entente.vocab.Iris;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;

/** Searches notes, printed titles and names, titles of sources, and topics. */
final class TextSearch {
    /** In the reader's own language a text comes somewhat earlier. */
    private static final double OWN = 1.3;

    private static final int RANKED = 200;

    private final QueryExecutor executor;
    private final PerRevision<Indexed> indexed = new PerRevision<>();

    /** The texts with the rows that they come from. */
    private record Indexed(List<Row> rows, TextIndex index) {
        static Indexed of(QueryExecutor.Session session) {
            List<Row> rows =
                    session.select(InternalQuery.SEARCH_TEXTS, Map.of()).rows();
            return new Indexed(
                    rows,
                    TextIndex.of(rows.stream()
                            .map(row -> new TextIndex.Text(row.text("text"), row.language("text")))
                            .toList()));
        }
    }

    TextSearch(QueryExecutor executor) {
        this.executor = executor;
    }

    /** The texts that have all words, the best first; a passage that tells the same in two languages comes once. */
    List<TextHit> search(String words, int most, String language, String client) {
        return executor.inOneState(client, session -> {
            Indexed all = indexed.get(executor.state(), () -> Indexed.of(session));
            Map<String, TextIndex.Hit> once = new LinkedHashMap<>();
            all.index().search(words, RANKED).stream()
                    .sorted(Comparator.comparingDouble((TextIndex.Hit hit) -> -rank(hit, all, language))
                            .thenComparingInt(TextIndex.Hit::number))
                    .forEach(hit -> once.putIfAbsent(place(all.rows().get(hit.number())), hit));
            List<TextIndex.Hit> first = once.values().stream().limit(most).toList();
            Set<Node> named = new LinkedHashSet<>();
            first.forEach(hit -> {
                Row row = all.rows().get(hit.number());
                Stream.of("thing", "document")
                        .forEach(column -> row.node(column).ifPresent(named::add));
            });
            EntityLabels labels = EntityLabels.of(session, named, language);
            return first.stream()
                    .map(hit -> hit(hit, all.rows().get(hit.number()), labels, language))
                    .toList();
        });
    }

    private static double rank(TextIndex.Hit hit, Indexed all, String language) {
        return hit.score() * (all.rows().get(hit.number()).language("text").equals(language) ? OWN : 1);
    }

    private static String place(Row row) {
        String text = row.text("kind").equals("printed") ? row.text("text") : "";
        return String.join(" ", row.text("kind"), row.text("thing"), row.text("document"), row.text("locator"), text);
    }

    private static TextHit hit(TextIndex.Hit hit, Row row, EntityLabels labels, String language) {
        Cell thing = labels.cell(row.bound("thing"));
        String kind = row.text("kind");
        String events = Urls.with(
                "/events", Map.of("topic", List.of(Iris.localName(row.text("thing"))), "lang", List.of(language)));
        return new TextHit(
                kind.equals("topic") ? new Cell(thing.text(), events, thing.lang()) : thing,
                kind,
                hit.pieces(),
                row.language("text"),
                row.node("document").map(labels::cell).orElse(Cell.EMPTY),
                row.text("locator"));
    }
}
